import type { Guess } from './guess'
import type { Model } from './model'

/** What makes a guess more or less certain, each as a number. */
export function signsOf({ id, family, familyChance, next, cued, reading }: Guess, model: Model): readonly number[] {
  const isSame = (one: string) => (model.families[one] ?? one) === family
  const [fewest, most] = model.denials[id] ?? [0, 0]
  const capped = Math.min(0.9999, familyChance)
  return [
    1,
    Math.log(capped / (1 - capped)),
    Math.log(familyChance / (next + 1e-6)),
    cued.some(isSame) ? 1 : 0,
    Math.min(3, cued.filter((one) => !isSame(one)).length),
    Math.min(1, 2 * reading.strange),
    reading.denied < fewest || reading.denied > most ? 1 : 0,
    Math.log(reading.words.length + 1),
  ]
}

/** How much each sign counts. `scripts/calibrate.mjs` works it out from sentences that were not learnt from. */
const WEIGHTS = [-1.06, 0.47, -0.03, 1.39, -0.27, -3.38, -2.78, 0.27]

/** How likely a guess is right, from 0 to 1: of all guesses of 0.9, nine in ten were. */
export function certainty(guess: Guess, model: Model): number {
  const sum = signsOf(guess, model).reduce((total, sign, i) => total + sign * (WEIGHTS[i] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}
