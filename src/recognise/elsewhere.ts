import { attribute, tagOf } from '../page/dom'
import { inherited } from '../page/inherited'
import { within } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { elementOf, type Place } from './places'

/** Prose beyond this many letters, in an article, makes it a text about the form rather than the form. */
const ARTICLE_LETTERS = 1200
const LANDMARK_TAGS = new Set(['nav', 'footer'])
const LANDMARK_ROLES = new Set(['navigation', 'contentinfo', 'search'])

/** Tells of places whether they stand elsewhere than in a form. */
export type Elsewhere = (place: Place) => boolean

/** Tells what is in the page's navigation or footer, in the middle of a sentence, or in a long article. */
export function elsewhereIn({ blocks, spanOf }: Tokens): Elsewhere {
  const lettersIn = (element: Element) => within(blocks, spanOf(element)).reduce((sum, { letters }) => sum + letters, 0)
  const isApart = inherited(
    false,
    (element, around) =>
      around || isLandmark(element) || (tagOf(element) === 'article' && lettersIn(element) > ARTICLE_LETTERS),
  )
  return (place) => (place.type === 'row' && place.row.block.inProse()) || isApart(elementOf(place))
}

/** Is this a part of every page rather than of the form? */
export function isLandmark(element: Element): boolean {
  return LANDMARK_TAGS.has(tagOf(element)) || LANDMARK_ROLES.has(attribute(element, 'role') ?? '')
}
