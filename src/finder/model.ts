import type { Problems } from './problems'

/** What the build learns from the examples, in the shape in which it is shipped. */
export interface Model extends Pick<Problems, 'shortenings' | 'filler' | 'groups' | 'unused' | 'questions'> {
  /** Ids of entries of the form; the last one stands for no problem of ours. */
  readonly topics: readonly string[]
  /** Known words, each with how often it occurs. */
  readonly vocabulary: readonly string[]
  /** For each feature, one letter for the weight of each topic. */
  readonly weights: Readonly<Record<string, string>>
}

/** Stands for "no problem of ours" among the topics. */
export const NOTHING = 'nothing'

/** A weight is one letter: this letter is 0, each further one is a grain more, at most so many. All print plainly. */
export const ZERO = 63
export const LIMIT = 28
export const GRAIN = 0.4
