import { attribute, elementById, tagOf } from '../page/dom'
import type { Place } from './places'

/** Could this be clicked or chosen? Plain text says something about the form, but is not the form. */
export function isActionable(place: Place): boolean {
  if (place.type !== 'row') return true
  const { owner, isClickable } = place.row
  return owner ? !leadsAway(owner) : isClickable()
}

/** Like `isActionable`, for the two customer buttons, which may well be links to the next page of the form. */
export function isPressable(place: Place): boolean {
  return isActionable(place) || (place.type === 'row' && place.row.owner !== null)
}

/** A link to another page, or to a heading further down, is navigation and no choice. */
export function leadsAway(owner: Element): boolean {
  const href = tagOf(owner) === 'a' ? attribute(owner, 'href') : null
  if (href === null || href === '' || href === '#' || /^javascript:/i.test(href)) return false
  if (attribute(owner, 'role') !== null || attribute(owner, 'onclick') !== null) return false
  if (!href.startsWith('#')) return true
  const target = elementById(owner, href.slice(1))
  return target === null || /^h[1-6]$/.test(tagOf(target)) || /^(section|article)$/.test(tagOf(target))
}
