import type { Kind } from '../form/form'
import { inherited } from '../page/inherited'
import { freshAmong, isEnough, weigh } from './evidence'
import { type ChoicePlace, elementOf, type Place } from './places'
import { tagOfRow } from './row-lists'

/**
 * What stands in the container of a list and is none of it, as a menu with words of ours: it is made of something else, says
 * nothing that the list does not, and the list is surely ours without it.
 * @param seen the choices that are seen.
 */
export function asideIn(
  core: Element,
  seen: readonly Place[],
  kinds: readonly Kind[],
  topicsOf: ReadonlyMap<string, number>,
): readonly Element[] {
  const branchOf = inherited<Element | null>(null, (element, around) => (element === core ? null : (around ?? element)))
  const choices = seen.filter((place): place is ChoicePlace => place.type === 'row' || place.type === 'button')
  const branches = new Set(choices.map((place) => branchOf(elementOf(place))))
  return [...branches].filter((branch): branch is Element => {
    if (branch === null) return false
    const inside = choices.filter((place) => branchOf(elementOf(place)) === branch)
    const rest = choices.filter((place) => branchOf(elementOf(place)) !== branch)
    const shapes = new Set(rest.map(tagOfRow))
    return (
      inside.every((place) => !shapes.has(tagOfRow(place))) &&
      isEnough(weigh(rest, kinds, topicsOf)) &&
      freshAmong(inside, rest, kinds, topicsOf).length === 0
    )
  })
}
