import type { Entry, Form } from './form'
import { gist, isCall } from './gist'
import { keyOf, type Meanings, placesIn, type Words } from './learn'
import { LONGEST_NAME, type Phrase, phrase, singular } from './phrase'
import { remembered } from './remembered'
import { pathOf, withoutLastState, withoutMarks } from './written'

/** An entry that a phrase may mean. `exact` is the attested English or a listed rewording, else only endings, order or fillers differ. */
export interface Candidate {
  readonly entry: Entry
  readonly exact: boolean
  /** How much this text says that the page is the form. */
  readonly weight: number
  /** The text itself says which department the topic is in. */
  readonly isPlaced?: true
}

/** The English of a form, ready to be looked up. */
export interface Lexicon {
  readonly form: Form
  /** All meanings of a phrase, the surest first; empty if it is unknown. */
  readonly candidates: (text: Phrase) => readonly Candidate[]
  /** All meanings of a text as it is written on the page, with its number, its state or its department. */
  readonly meanings: (text: string) => readonly Candidate[]
  /** Is this the text of an empty first option? */
  readonly isPrompt: (text: Phrase) => boolean
  /** Does this text show that the page is something else? */
  readonly isStranger: (text: Phrase) => boolean
  /** Does this text ask to become a customer? */
  readonly isInvitation: (text: Phrase) => boolean
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
  const invitations = new Set(words.invitations)
  const candidates = remembered((text: Phrase) => {
    const sure = exactly(text)
    const likely = [...sure, ...fresh(nearly(words.near, singular(text)), sure)]
    return likely.length > 0 ? likely : nearly(words.loose, keyOf(gist(text), isCall(text)))
  })
  return {
    form,
    candidates,
    meanings: remembered((text: string) => firstFound(readings(text, candidates))),
    isPrompt: (text) => prompts.has(text),
    isStranger: (text) => strangers.has(text),
    isInvitation: (text) => invitations.has(text),
  }
}

/** @param most what the text says of the page at the most, however telling its entry is. */
function candidate(entry: Entry, exact: boolean, most: number): Candidate {
  return { entry, exact, weight: Math.min(entry.weight, most) }
}

function fresh(near: readonly Candidate[], exact: readonly Candidate[]): readonly Candidate[] {
  return near.filter((candidate) => !exact.some((other) => other.entry === candidate.entry))
}

type Find = () => readonly Candidate[]

function firstFound(finds: readonly Find[]): readonly Candidate[] {
  for (const find of finds) {
    const found = find()
    if (found.length > 0) return found
  }
  return []
}

/** Only texts with one of these have a number, a state in brackets, or are a path. */
const MARKED = /[\d()[\].:·•|>›»→–—/●-]/

/** How a text may be read, the surest way first. */
function readings(text: string, candidates: Lexicon['candidates']): readonly Find[] {
  const whole = candidates(phrase(text))
  if (text.length > LONGEST_NAME) return [() => whole]
  const bare = MARKED.test(text) ? withoutMarks(text) : text
  return [
    () => (MARKED.test(bare) ? atEndOfPath(pathOf(bare), candidates) : []),
    () => whole,
    () => (bare === text ? [] : candidates(phrase(bare))),
    () => {
      const name = withoutLastState(bare)
      return name ? candidates(phrase(name)).filter(({ entry }) => entry.kind === 'department') : []
    },
  ]
}

/** "Billing / Make Payment": a topic behind its own department, or before it. */
function atEndOfPath(steps: readonly Phrase[], candidates: Lexicon['candidates']): readonly Candidate[] {
  if (steps.length < 2) return []
  const topicIn = (step: Phrase | undefined, other: Phrase | undefined) => {
    if (step === undefined || other === undefined) return []
    const departments = candidates(other).map(({ entry }) => entry.id)
    const topics = candidates(step).filter(({ entry }) => departments.includes(entry.department ?? ''))
    return topics.map((topic) => ({ ...topic, isPlaced: true as const }))
  }
  const last = topicIn(steps.at(-1), steps.at(-2))
  return last.length > 0 || steps.length > 2 ? last : topicIn(steps[0], steps[1])
}
