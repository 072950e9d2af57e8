import { attribute, composedParent, tagOf } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { elementOf, type Place } from './places'

/** Prose beyond this many letters, in an article, makes it a text about the form rather than the form. */
const ARTICLE_LETTERS = 1200
const LANDMARK_TAGS = new Set(['nav', 'footer'])
const LANDMARK_ROLES = new Set(['navigation', 'contentinfo', 'search'])

/** In the page's navigation or footer, in the middle of a sentence, or in a long article. */
export function isElsewhere(place: Place, tokens: Tokens): boolean {
  if (place.type === 'row' && place.row.block.inProse()) return true
  for (let node: Element | null = elementOf(place); node; node = composedParent(node)) {
    if (isLandmark(node)) return true
    if (tagOf(node) === 'article' && lettersIn(node, tokens) > ARTICLE_LETTERS) return true
  }
  return false
}

/** Is this a part of every page rather than of the form? */
export function isLandmark(element: Element): boolean {
  return LANDMARK_TAGS.has(tagOf(element)) || LANDMARK_ROLES.has(attribute(element, 'role') ?? '')
}

function lettersIn(element: Element, tokens: Tokens): number {
  return tokens.blocks.reduce((sum, block) => sum + (tokens.holds(element, block.order) ? block.letters : 0), 0)
}
