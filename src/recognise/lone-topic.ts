import type { Entry } from '../form/form'
import { within } from '../page/spans'
import type { Tokens } from '../page/tokens'
import type { FieldMatch } from './fields'
import type { ChoicePlace } from './places'

/** "Malware/Security" is a department and its only topic: alone in a list of topics, it is the topic. */
export function onlyTopic(candidates: ChoicePlace['candidates']): Entry | null {
  const topics = candidates.filter(({ entry, exact }) => exact && entry.kind === 'topic')
  return topics.length === 1 ? (topics[0]?.entry ?? null) : null
}

/** Tells whether a row is all that stands in the list that the field "Topic" opens, or all that is open once its department is chosen. */
export function aloneInTopics(
  known: readonly ChoicePlace[],
  fields: readonly FieldMatch[],
  tokens: Tokens,
): (place: ChoicePlace) => boolean {
  const topics = fields.filter((field) => is(field, 'topic'))
  const opened = new Set(topics.flatMap(({ place }) => place.list ?? []))
  const lone = new Set(
    [...opened].flatMap((list) => {
      const [first, more] = within(known, tokens.spanOf(list))
      return first && !more ? [first] : []
    }),
  )
  const chosen = fields
    .filter((field) => is(field, 'department'))
    .flatMap((field) => field.place.shown?.candidates ?? [])
  return (place) => {
    if (lone.has(place) || topics.length === 0 || known.length > 1) return lone.has(place)
    return chosen.some(({ entry }) => place.candidates.some((other) => other.entry.department === entry.id))
  }
}

function is({ entry }: FieldMatch, id: string): boolean {
  return entry !== 'unknown' && entry !== 'prompt' && entry.id === id
}
