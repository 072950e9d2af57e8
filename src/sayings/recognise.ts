import { createReader, type Reading } from './features'
import { type Model, STRANGER } from './model'
import { unpack } from './weights'

/** Which saying a sentence is. */
export type Answer = { readonly kind: 'known'; readonly id: string } | { readonly kind: 'unknown' }

/** Answers a sentence at once; the same sentence always gets the same answer. Never throws. */
export type Recogniser = (sentence: string) => Answer

/** The two likeliest sayings of a sentence, and what makes an answer doubtful. */
export interface Guess {
  readonly id: string
  /** From 0 to 1. */
  readonly chance: number
  readonly next: number
  /** How much speaks for it, whatever speaks for others. */
  readonly score: number
  readonly reading: Reading
}

const UNKNOWN: Answer = { kind: 'unknown' }
/** Below, an answer is a guess. */
const SURE = 0.5
/** Below, hardly anything that is known speaks for it. */
const ENOUGH = 2
/** A sentence with more strange words is about something else. */
const STRANGEST = 0.5

/** Prepare a model for answering. */
export function createRecogniser(model: Model): Recogniser {
  const guess = createGuesser(model)
  return (sentence) => {
    const { id, chance, score, reading } = guess(sentence)
    if (id === STRANGER || chance < SURE || score < ENOUGH || reading.strange > STRANGEST) return UNKNOWN
    const [fewest, most] = model.denials[id] ?? [0, 0]
    if (reading.denied < fewest || reading.denied > most) return UNKNOWN
    return { kind: 'known', id }
  }
}

/** Prepare a model for guessing, however unsure. */
export function createGuesser({ lexicon, vocabulary, ids, weights }: Model): (sentence: string) => Guess {
  const read = createReader(lexicon, vocabulary)
  const rows = unpack(weights)
  return (sentence) => {
    const reading = read(sentence)
    const scores = new Float64Array(ids.length)
    for (const [name, strength] of reading.features) {
      const row = rows.get(name)
      row?.places.forEach((place, i) => {
        scores[place] = (scores[place] as number) + (row.weights[i] as number) * strength
      })
    }
    return { ...best(scores, ids), reading }
  }
}

function best(scores: Float64Array, ids: readonly string[]): Omit<Guess, 'reading'> {
  let [first, second] = [0, 1]
  if ((scores[1] ?? 0) > (scores[0] ?? 0)) [first, second] = [1, 0]
  for (let i = 2; i < scores.length; i += 1) {
    if ((scores[i] as number) > (scores[first] as number)) [first, second] = [i, first]
    else if ((scores[i] as number) > (scores[second] as number)) second = i
  }
  const score = scores[first] as number
  const total = scores.reduce((sum, one) => sum + Math.exp(one - score), 0)
  return { id: ids[first] ?? '', chance: 1 / total, next: Math.exp((scores[second] ?? 0) - score) / total, score }
}
