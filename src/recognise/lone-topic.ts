import type { Entry } from '../form/form'
import type { Tokens } from '../page/tokens'
import type { FieldMatch } from './fields'
import type { RowPlace } from './places'

/** "Malware/Security" is a department and its only topic: alone in a list of topics, it is the topic. */
export function onlyTopic(candidates: RowPlace['candidates']): Entry | null {
  const topics = candidates.filter(({ entry, exact }) => exact && entry.kind === 'topic')
  return topics.length === 1 ? (topics[0]?.entry ?? null) : null
}

/** Is it all that stands in the list that the field "Topic" opens? */
export function isAloneInTopics(
  place: RowPlace,
  known: readonly RowPlace[],
  fields: readonly FieldMatch[],
  tokens: Tokens,
): boolean {
  return fields.some(
    ({ place: { list }, entry }) =>
      list !== null &&
      tokens.holds(list, place.order) &&
      known.filter(({ order }) => tokens.holds(list, order)).length === 1 &&
      entry !== 'unknown' &&
      entry !== 'prompt' &&
      entry.id === 'topic',
  )
}
