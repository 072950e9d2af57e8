import { generator, shuffle } from './random'
import { softmax } from './score'
import type { Weights } from './weights'

/** A problem whose right topics are known. */
export interface Sample {
  /** Features with their strengths. */
  readonly features: ReadonlyMap<string, number>
  /** The places of its right topics among all topics. */
  readonly right: readonly number[]
}

/** How far a slope moves a weight. */
const STEP = 0.5
/** Smaller slopes than this move nothing: they would only cost time. */
const FLAT = 1e-4

/**
 * Learn how much each of these features speaks for each topic: a logistic regression by gradient descent (AdaGrad,
 * https://jmlr.org/papers/v12/duchi11a.html) in which all topics count the same, however many samples they have. The same
 * samples always give the same weights.
 * @param rounds how many times all samples are gone through.
 */
export function learn(
  samples: readonly Sample[],
  features: readonly string[],
  topics: number,
  rounds: number,
): Weights {
  const weights = new Map(features.map((name) => [name, new Float32Array(topics)]))
  const slopes = new Map(features.map((name) => [name, new Float32Array(topics).fill(1e-8)]))
  const importance = importances(samples, topics)
  const lessons = samples.map(({ features, right }) => ({
    right,
    parts: [...features].flatMap(([name, strength]) => {
      const [row, slope] = [weights.get(name), slopes.get(name)]
      return row && slope ? [{ row, slope, strength }] : []
    }),
  }))
  const random = generator(7)
  for (let round = 0; round < rounds; round += 1) {
    shuffle(lessons, random)
    for (const lesson of lessons) study(lesson, errors(lesson, topics, importance))
  }
  return weights
}

interface Part {
  readonly row: Float32Array
  readonly slope: Float32Array
  readonly strength: number
}

interface Lesson extends Pick<Sample, 'right'> {
  readonly parts: readonly Part[]
}

/** How much more each topic is given than is right. */
function errors({ parts, right }: Lesson, topics: number, importance: Float64Array): Float64Array {
  const scores = new Float64Array(topics)
  for (const { row, strength } of parts) {
    for (let i = 0; i < topics; i += 1) scores[i] = (scores[i] as number) + (row[i] as number) * strength
  }
  softmax(scores)
  for (const topic of right) scores[topic] = (scores[topic] as number) - 1 / right.length
  const weight = right.reduce((sum, topic) => sum + (importance[topic] as number), 0) / right.length
  return scores.map((score) => score * weight)
}

function study({ parts }: Lesson, errors: Float64Array): void {
  for (const { row, slope, strength } of parts) {
    for (let i = 0; i < row.length; i += 1) {
      const down = (errors[i] as number) * strength
      if (Math.abs(down) < FLAT) continue
      slope[i] = (slope[i] as number) + down * down
      row[i] = (row[i] as number) - (STEP * down) / Math.sqrt(slope[i] as number)
    }
  }
}

/** What one sample of each topic counts, so that all topics count the same. */
function importances(samples: readonly Sample[], topics: number): Float64Array {
  const sizes = new Float64Array(topics)
  for (const { right } of samples) {
    for (const topic of right) sizes[topic] = (sizes[topic] as number) + 1 / right.length
  }
  return sizes.map((size) => samples.length / topics / size)
}
