import type { Lexicon } from '../form/lexicon'
import { within, withinAny } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { findCustomer } from './customer-stage'
import { findDetails } from './details-stage'
import { elsewhereIn } from './elsewhere'
import { findOpenLists } from './open-lists'
import type { Places } from './places'
import { findTopic } from './topic-stage'

/** A stage of the form that stands on the page. */
export interface Scope {
  readonly stage: 'customer' | 'details' | 'topic'
  /** The element that holds it, or its main part. */
  readonly element: Element
  /** Is what has this place in reading order a part of it? Lists that are open elsewhere on the page are. */
  readonly holds: (order: number) => boolean
}

/**
 * Find the stages of the form that stand on the page; empty if this is not the form.
 * @param met whether the form was on this document before; a single closed list is then enough to go on.
 */
export function findScopes(
  tokens: Tokens,
  places: Places,
  lexicon: Lexicon,
  body: Element,
  met: boolean,
): readonly Scope[] {
  const strangers = tokens.blocks.filter((block) => lexicon.isStranger(block.phrase))
  const isStrange = (element: Element) => within(strangers, tokens.spanOf(element)).length > 0
  const isElsewhere = elsewhereIn(tokens)
  const scopeOf = (stage: Scope['stage'], parts: readonly Element[]): readonly Scope[] => {
    const [element] = parts
    if (!element) return []
    const lists = stage === 'customer' ? [] : findOpenLists(stage, parts, places, tokens, isElsewhere)
    return [{ stage, element, holds: withinAny([...parts, ...lists], tokens) }]
  }
  const details = findDetails(tokens, places, isStrange)
  const found = [
    ...scopeOf('details', details ? [details] : []),
    ...scopeOf('topic', findTopic(tokens, places, isElsewhere, lexicon, met)),
  ]
  if (isStrange(body)) return found
  const customer = findCustomer(tokens, places, isElsewhere, found)
  return [...scopeOf('customer', customer ? [customer] : []), ...found]
}
