import type { Cues } from './cues'
import type { PackedWeights } from './weights'
import type { Lexicon } from './words'

/** What the build learns from the wordings, in the shape in which it is shipped. */
export interface Model {
  readonly lexicon: Lexicon
  /** What must be so, or must not, for a saying to be the right one: lines as in cues, by its id. */
  readonly guards: Cues
  /** For sayings that say nearly the same, what they are together: the id of their family, by theirs. */
  readonly families: Readonly<Record<string, string>>
  /** Known words, the commonest first. */
  readonly vocabulary: readonly string[]
  /** Ids of sayings; the last one stands for what needs no explanation. */
  readonly ids: readonly string[]
  /** How often each saying may deny something: the fewest and the most times in its wordings. */
  readonly denials: Readonly<Record<string, readonly [number, number]>>
  /** How much each feature speaks for each saying, in the order of `ids`. */
  readonly weights: PackedWeights
}

/** Stands among the ids for what needs no explanation. */
export const STRANGER = 'stranger'
