import type { Entry, Form } from './form'
import { gist, isCall } from './gist'
import { keyOf, type Meanings, placesIn, type Words } from './learn'
import { type Phrase, singular } from './phrase'
import { remembered } from './remembered'

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
  const { entries } = form
  const exactly = (text: Phrase): readonly Candidate[] => {
    const attested = placesIn(words.attested, text)
    return [...attested, ...placesIn(words.reworded, text)]
      .sort((a, b) => a - b)
      .map((at) => candidate(entries[at] as Entry, true, attested.includes(at) ? Number.POSITIVE_INFINITY : 1))
  }
  const nearly = (table: Meanings, text: string) =>
    placesIn(table, text).map((at) => candidate(entries[at] as Entry, false, 1))
  const prompts = new Set(words.prompts)
  const strangers = new Set(words.strangers)
  return {
    form,
    candidates: remembered((text: Phrase) => {
      const sure = exactly(text)
      const likely = [...sure, ...fresh(nearly(words.near, singular(text)), sure)]
      return likely.length > 0 ? likely : nearly(words.loose, keyOf(gist(text), isCall(text)))
    }),
    isPrompt: (text) => prompts.has(text),
    isStranger: (text) => strangers.has(text),
  }
}

/** @param most what the text says of the page at the most, however telling its entry is. */
function candidate(entry: Entry, exact: boolean, most: number): Candidate {
  return { entry, exact, weight: Math.min(entry.weight, most) }
}

function fresh(near: readonly Candidate[], exact: readonly Candidate[]): readonly Candidate[] {
  return near.filter((candidate) => !exact.some((other) => other.entry === candidate.entry))
}
