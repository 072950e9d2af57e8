import type { Entry, Form } from './form'
import { gist, isCall } from './gist'
import { keyOf, type Meanings, type Words } from './learn'
import { type Phrase, singular } from './phrase'

/** An entry that a phrase may mean. `exact` is the attested English or a listed rewording, else only endings, order or fillers differ. */
export interface Candidate {
  readonly entry: Entry
  readonly exact: boolean
  /** How much this text says that the page is the form. */
  readonly weight: number
}

/** The English of a form, ready to be looked up. */
export interface Lexicon {
  readonly form: Form
  /** All meanings of a phrase, the surest first; empty if it is unknown. */
  readonly candidates: (text: Phrase) => readonly Candidate[]
  /** Is this the text of an empty first option? */
  readonly isPrompt: (text: Phrase) => boolean
  /** Does this text show that the page is something else? */
  readonly isStranger: (text: Phrase) => boolean
}

/** Prepare what was learnt of a form for look-up. */
export function lexicon(form: Form, words: Words): Lexicon {
  const exact = candidatesIn(words.exact, form)
  const near = candidatesIn(words.near, form)
  const loose = candidatesIn(words.loose, form)
  const prompts = new Set(words.prompts)
  const strangers = new Set(words.strangers)
  return {
    form,
    candidates(text) {
      const sure = exact.get(text) ?? []
      const nearly = [...sure, ...fresh(near.get(singular(text)), sure)]
      return nearly.length > 0 ? nearly : (loose.get(keyOf(gist(text), isCall(text))) ?? [])
    },
    isPrompt: (text) => prompts.has(text),
    isStranger: (text) => strangers.has(text),
  }
}

function candidatesIn(meanings: Meanings, { entries }: Form): ReadonlyMap<string, readonly Candidate[]> {
  return new Map(
    Object.entries(meanings).map(([text, found]) => [
      text,
      found.map(([at, exact, weight]) => ({ entry: entries[at] as Entry, exact, weight })),
    ]),
  )
}

function fresh(near: readonly Candidate[] = [], exact: readonly Candidate[] = []): readonly Candidate[] {
  return near.filter((candidate) => !exact.some((other) => other.entry === candidate.entry))
}
