import type { Lexicon } from '../form/lexicon'
import { withinAny } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { findCustomer } from './customer-stage'
import { findDetails } from './details-stage'
import { elsewhereIn } from './elsewhere'
import type { Scope } from './match'
import { findOpenLists } from './open-lists'
import type { Places } from './places'
import { seenPlaces } from './seen-places'
import { strangersOn } from './strangers'
import { findTopic } from './topic-stage'

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
  const strangers = strangersOn(tokens, lexicon)
  const isElsewhere = elsewhereIn(tokens)
  const seen = seenPlaces(places, tokens)
  const scopeOf = (
    stage: Scope['stage'],
    parts: readonly Element[],
    aside: readonly Element[] = [],
  ): readonly Scope[] => {
    const [element] = parts
    if (!element) return []
    const lists = stage === 'customer' ? [] : findOpenLists(stage, parts, places, tokens, isElsewhere)
    const [isInside, isAside] = [withinAny([...parts, ...lists], tokens), withinAny(aside, tokens)]
    return [{ stage, element, holds: (order) => isInside(order) && !isAside(order) }]
  }
  const details = findDetails(tokens, seen, strangers) ?? findDetails(tokens, places, strangers)
  const topic = findTopic(tokens, seen, places, isElsewhere, strangers, lexicon, met)
  const found = [...scopeOf('details', details ? [details] : []), ...scopeOf('topic', topic.parts, topic.aside)]
  if (strangers.areIn(body, false)) return found
  const customer =
    findCustomer(tokens, seen, isElsewhere, found, strangers) ??
    findCustomer(tokens, places, isElsewhere, found, strangers)
  return [...scopeOf('customer', customer ? [customer] : []), ...found]
}
