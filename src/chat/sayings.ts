import { locales } from 'locales:sayings'
import model from 'trained-sayings'
import agent from '../sayings/agent.json'
import {
  type Family,
  type Gist,
  gistOfFamily,
  gistOfSaying,
  type Mirror,
  type Request,
  type Saying,
} from '../sayings/catalogue'
import requests from '../sayings/customer.json'
import families from '../sayings/families.json'
import { type Answer, createRecogniser } from '../sayings/recognise'
import { createSearch, type Found, type Search } from '../sayings/search'

const SPANISH = 'es'

/** What is said in the chat, by both sides. A module of its own, because the page is drawn before it is needed. */
export const recognise = createRecogniser(model)
export const sayings = agent as readonly Saying[]

const sayingById = new Map(sayings.map((one) => [one.id, one]))
const familyById = new Map((families as readonly Family[]).map((one) => [one.id, one]))

/** What a language says of it. */
export interface Spoken {
  readonly gistOf: (answer: Answer) => Gist | null
  readonly gistOfSaying: (saying: Saying) => Gist
  /** All that customers say, in its order. */
  readonly requests: readonly Found[]
  readonly search: Search
}

/** What a language says; a language without a file of its own says it in Spanish. */
export function spokenIn(language: string): Spoken {
  const mirror = locales[language] ?? (locales[SPANISH] as Mirror)
  const all = requests as readonly Request[]
  return {
    gistOf(answer) {
      const saying = answer.kind === 'saying' ? sayingById.get(answer.id) : undefined
      const family = answer.kind === 'family' ? familyById.get(answer.id) : undefined
      if (saying) return gistOfSaying(saying, mirror)
      return family ? gistOfFamily(family, mirror) : null
    },
    gistOfSaying: (saying) => gistOfSaying(saying, mirror),
    requests: all.map(({ id, group, text }) => ({ id, group, text, mirror: mirror.requests[id]?.text ?? text })),
    search: createSearch(all, mirror),
  }
}
