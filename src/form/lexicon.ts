import type { Entry, Form } from './form'
import { gist, isCall } from './gist'
import { type Phrase, phrase, singular } from './phrase'

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

/** Meanings by the whole text, by its singular, and by its gist. */
interface Tiers {
  readonly exact: Map<Phrase, Candidate[]>
  readonly near: Map<Phrase, Candidate[]>
  readonly loose: Map<string, Candidate[]>
}

function keyOf(core: string, call: boolean): string {
  return call ? `${core} ?` : core
}

/** Prepare a form's texts for look-up. */
export function lexicon(form: Form): Lexicon {
  const known: Tiers = { exact: new Map(), near: new Map(), loose: new Map() }
  for (const entry of form.entries) {
    const weight = Math.min(entry.weight, 1)
    for (const text of entry.texts) learn(known, { entry, exact: true, weight: entry.weight }, phrase(text))
    for (const text of entry.also) learn(known, { entry, exact: true, weight }, phrase(text))
  }
  const prompts = new Set(form.prompts.map(phrase))
  const strangers = new Set(form.strangers.map(phrase))
  return {
    form,
    candidates(text) {
      const sure = known.exact.get(text) ?? []
      const nearly = [...sure, ...fresh(known.near.get(singular(text)), sure)]
      return nearly.length > 0 ? nearly : (known.loose.get(keyOf(gist(text), isCall(text))) ?? [])
    },
    isPrompt: (text) => prompts.has(text),
    isStranger: (text) => strangers.has(text),
  }
}

function learn(known: Tiers, meaning: Candidate, text: Phrase): void {
  const weak = { ...meaning, exact: false, weight: Math.min(meaning.weight, 1) }
  add(known.exact, text, meaning)
  add(known.near, singular(text), weak)
  const core = gist(text)
  // "SSL Issues" is SSL, but "DNS" is not "DNS Assistance": a call for help may be added, not left out.
  if (core) for (const call of isCall(text) ? [true] : [true, false]) add(known.loose, keyOf(core, call), weak)
}

function add<T extends string>(meanings: Map<T, Candidate[]>, text: T, meaning: Candidate): void {
  const known = meanings.get(text) ?? []
  if (known.some((other) => other.entry === meaning.entry)) return
  meanings.set(text, [...known, meaning])
}

function fresh(near: readonly Candidate[] = [], exact: readonly Candidate[] = []): readonly Candidate[] {
  return near.filter((candidate) => !exact.some((other) => other.entry === candidate.entry))
}
