import raw from './preparation.json'

/** What to have at hand before the chat; each id is said in the locales. */
interface Preparation {
  readonly always: readonly string[]
  readonly topics: Readonly<Record<string, readonly string[]>>
}

const preparation: Preparation = raw

/**
 * The ids of what to have at hand for a topic: what it is about first, then what the form and the agent ask everybody. What
 * only comes after that stands behind it in the topic's own list.
 */
export function toPrepare(topic: string): readonly string[] {
  return [...new Set([...(preparation.topics[topic] ?? []), ...preparation.always])]
}
