import type { Problems } from './problems'

/** What the build learns from the examples, in the shape in which it is shipped. */
export interface Model extends Pick<Problems, 'shortenings' | 'filler' | 'groups' | 'questions'> {
  /** Ids of entries of the form; the last one stands for no problem of ours. */
  readonly topics: readonly string[]
  /** Known words, each with how often it occurs. */
  readonly vocabulary: readonly string[]
  /** For each feature, letters of topics with their weights. */
  readonly weights: Readonly<Record<string, string>>
}

/** Stands for "no problem of ours" among the topics. */
export const NOTHING = 'nothing'

/** Weights are whole numbers in the model; this many make one. */
export const SCALE = 16
