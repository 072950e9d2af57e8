import { locales } from 'locales:sayings'
import model from 'trained-sayings'
import agent from '../sayings/agent.json'
import type { Mirror, Request, Saying } from '../sayings/catalogue'
import requests from '../sayings/customer.json'
import { createRecogniser } from '../sayings/recognise'
import { createSearch } from '../sayings/search'

/** What is said in the chat, by both sides. A module of its own, because the page is drawn before it is needed. */
export const recognise = createRecogniser(model)
export const sayings: ReadonlyMap<string, Saying> = new Map((agent as readonly Saying[]).map((one) => [one.id, one]))

/** A language's half; what it lacks is said in Spanish. */
export function mirrorIn(language: string): Mirror {
  return locales[language] ?? (locales.es as Mirror)
}

export function searchIn(language: string) {
  return createSearch(requests as readonly Request[], mirrorIn(language))
}

export const allRequests = requests as readonly Request[]
