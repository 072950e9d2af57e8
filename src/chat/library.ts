import type { Gist, Saying } from '../sayings/catalogue'
import { meaningOf, repliesOf } from './answer-view'
import type { Desk } from './pair'
import { closedGroup, english, make } from './parts'

/** List what agents say by group, for who wants to know it before; a group is made when it is opened. */
export function drawLibrary(
  list: HTMLElement,
  sayings: readonly Saying[],
  gistOf: (saying: Saying) => Gist,
  desk: Desk,
): void {
  const groups = [...new Set(sayings.map(({ group }) => group))]
  list.replaceChildren(
    ...groups.map((group) => {
      const own = sayings.filter((one) => one.group === group)
      return closedGroup(desk.t(`chat.groups.${group}`), () => [listOf(own, gistOf, desk)])
    }),
  )
}

function listOf(sayings: readonly Saying[], gistOf: (saying: Saying) => Gist, desk: Desk): HTMLElement {
  const list = make('ul', 'answers')
  list.append(
    ...sayings.map((saying) => {
      const gist = gistOf(saying)
      const item = make('li', 'answer')
      item.append(english('heard', saying.says[0] ?? ''), ...meaningOf(gist, desk), repliesOf(gist, desk, false))
      return item
    }),
  )
  return list
}
