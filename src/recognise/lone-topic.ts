import type { Entry } from '../form/form'
import type { Tokens } from '../page/tokens'
import type { FieldMatch } from './fields'
import type { RowPlace } from './places'

/** "Malware/Security" is a department and its only topic: alone in a list of topics, it is the topic. */
export function onlyTopic(candidates: RowPlace['candidates']): Entry | null {
  const topics = candidates.filter(({ entry, exact }) => exact && entry.kind === 'topic')
  return topics.length === 1 ? (topics[0]?.entry ?? null) : null
}

/** Is it all that stands in the list that the field "Topic" opens, or all that is open once its department is chosen? */
export function isAloneInTopics(
  place: RowPlace,
  known: readonly RowPlace[],
  fields: readonly FieldMatch[],
  tokens: Tokens,
): boolean {
  const topics = fields.filter((field) => is(field, 'topic'))
  const isLone = topics.some(
    ({ place: { list } }) =>
      list !== null &&
      tokens.holds(list, place.order) &&
      known.filter(({ order }) => tokens.holds(list, order)).length === 1,
  )
  if (isLone || topics.length === 0 || known.length > 1) return isLone
  const chosen = fields
    .filter((field) => is(field, 'department'))
    .flatMap((field) => field.place.shown?.candidates ?? [])
  return chosen.some(({ entry }) => place.candidates.some((other) => other.entry.department === entry.id))
}

function is({ entry }: FieldMatch, id: string): boolean {
  return entry !== 'unknown' && entry !== 'prompt' && entry.id === id
}
