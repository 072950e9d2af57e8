import type { Entry, Form } from './form'
import { type Phrase, phrase, singular } from './phrase'

/** An entry that a phrase may mean. `exact` is the attested English or a listed rewording, else only the plural differs. */
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

/** Prepare a form's texts for look-up. */
export function lexicon(form: Form): Lexicon {
  const exact = new Map<Phrase, Candidate[]>()
  const near = new Map<Phrase, Candidate[]>()
  for (const entry of form.entries) {
    for (const text of entry.texts) learn(exact, near, { entry, exact: true, weight: entry.weight }, phrase(text))
    for (const text of entry.also) {
      learn(exact, near, { entry, exact: true, weight: Math.min(entry.weight, 1) }, phrase(text))
    }
  }
  const prompts = new Set(form.prompts.map(phrase))
  const strangers = new Set(form.strangers.map(phrase))
  return {
    form,
    candidates: (text) => [...(exact.get(text) ?? []), ...fresh(near.get(singular(text)), exact.get(text))],
    isPrompt: (text) => prompts.has(text),
    isStranger: (text) => strangers.has(text),
  }
}

function learn(exact: Map<Phrase, Candidate[]>, near: Map<Phrase, Candidate[]>, meaning: Candidate, text: Phrase) {
  add(exact, text, meaning)
  add(near, singular(text), { ...meaning, exact: false, weight: Math.min(meaning.weight, 1) })
}

function add(meanings: Map<Phrase, Candidate[]>, text: Phrase, meaning: Candidate): void {
  const known = meanings.get(text) ?? []
  if (known.some((other) => other.entry === meaning.entry)) return
  meanings.set(text, [...known, meaning])
}

function fresh(near: readonly Candidate[] = [], exact: readonly Candidate[] = []): readonly Candidate[] {
  return near.filter((candidate) => !exact.some((other) => other.entry === candidate.entry))
}
