import type { Found, Search } from '../sayings/search'
import { createPair, type Desk } from './pair'
import { closedGroup, element } from './parts'

/** What customers say: all of it by group, and a search over it. */
export interface Requests {
  readonly all: readonly Found[]
  readonly search: Search
}

const MOST = 6
const REST = 600

/** Bring the search for what the customer wants to say to life. */
export function startRequests({ all, search }: Requests, desk: Desk): { readonly clear: () => void } {
  const { t } = desk
  const box = element<HTMLInputElement>('wish')
  const list = element('wishes')
  const status = element('wish-status')
  let rest: ReturnType<typeof setTimeout> | undefined
  const groups = [...new Set(all.map(({ group }) => group))]
  const draw = () => {
    const found = search(box.value, MOST)
    const isAsked = box.value.trim() !== ''
    const ofGroup = (group: string) => () => all.filter((one) => one.group === group).map((one) => pairOf(one, desk))
    const closed = groups.map((group) => closedGroup(t(`chat.groups.${group}`), ofGroup(group)))
    list.replaceChildren(...(isAsked ? found.map((one) => pairOf(one, desk)) : closed))
    clearTimeout(rest)
    status.textContent = ''
    if (isAsked) rest = setTimeout(() => say(found.length), REST)
  }
  const say = (count: number) => {
    status.textContent = count ? t('chat.wish.found', { count }) : t('chat.wish.none')
  }
  box.addEventListener('input', draw)
  draw()
  return {
    clear() {
      box.value = ''
      draw()
    },
  }
}

function pairOf({ text, mirror }: Found, desk: Desk): HTMLElement {
  const pair = createPair(desk)
  pair.say(text, mirror)
  return pair.element
}
