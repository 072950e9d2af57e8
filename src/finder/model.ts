import type { Problems } from './problems'
import type { PackedWeights } from './weights'

/** What the build learns from the examples, in the shape in which it is shipped. */
export interface Model extends Pick<Problems, 'shortenings' | 'filler' | 'groups' | 'unused' | 'questions'> {
  /** Ids of entries of the form; the last one stands for no problem of ours. */
  readonly topics: readonly string[]
  /** Known words, each with how often it occurs. */
  readonly vocabulary: readonly string[]
  /** How much each feature speaks for each topic, in the order of `topics`. */
  readonly weights: PackedWeights
}

/** Stands for "no problem of ours" among the topics. */
export const NOTHING = 'nothing'
