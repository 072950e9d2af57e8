import type { Lexicon } from '../form/lexicon'
import type { Tokens } from '../page/tokens'
import { findCustomer } from './customer-stage'
import { findDetails } from './details-stage'
import type { Places } from './places'
import { findTopic } from './topic-stage'

/** A stage of the form that stands on the page, and the element that holds it. */
export interface Scope {
  readonly stage: 'customer' | 'details' | 'topic'
  readonly element: Element
}

/** Find the stages of the form that stand on the page; empty if this is not the form. */
export function findScopes(tokens: Tokens, places: Places, lexicon: Lexicon, body: Element): readonly Scope[] {
  const strangers = tokens.blocks.filter((block) => lexicon.isStranger(block.phrase))
  const isStrange = (element: Element) => strangers.some((block) => tokens.holds(element, block.order))
  const details = findDetails(tokens, places, isStrange)
  const topic = findTopic(tokens, places, lexicon)
  const found: Scope[] = []
  if (details) found.push({ stage: 'details', element: details })
  if (topic) found.push({ stage: 'topic', element: topic })
  if (isStrange(body)) return found
  const customer = findCustomer(tokens, places, found)
  return customer ? [{ stage: 'customer', element: customer }, ...found] : found
}
