import { certainty } from './certainty'
import { createGuesser } from './guess'
import { type Model, STRANGER } from './model'

/** What a sentence is: a saying, or one of a few that say nearly the same, or something that is not surely known. */
export type Answer =
  | { readonly kind: 'saying'; readonly id: string }
  | { readonly kind: 'family'; readonly id: string }
  | { readonly kind: 'unknown' }

/** Answers a sentence at once; the same sentence always gets the same answer. Never throws. */
export type Recogniser = (sentence: string) => Answer

const UNKNOWN: Answer = { kind: 'unknown' }
/** Below, an answer is a guess. */
const SURE = 0.82
/** The least share of its family's chance with which a saying is the one. */
const ALONE = 0.7

/** Prepare a model for answering. */
export function createRecogniser(model: Model): Recogniser {
  const guess = createGuesser(model)
  return (sentence) => {
    const found = guess(sentence)
    if (found.id === STRANGER || certainty(found, model) < SURE) return UNKNOWN
    const isAlone = found.family === found.id || found.chance / found.familyChance >= ALONE
    return isAlone ? { kind: 'saying', id: found.id } : { kind: 'family', id: found.family }
  }
}
