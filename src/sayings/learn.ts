import { generator, shuffle } from '../finder/random'
import { softmax } from '../finder/score'
import type { Rows } from './weights'

/** A wording whose right saying is known. */
export interface Sample {
  readonly features: ReadonlyMap<string, number>
  /** The place of its saying among all. */
  readonly right: number
}

const ROUNDS = 20
/** How far a slope moves a weight. */
const STEP = 0.5
/** Smaller slopes move nothing: they would only cost time. */
const FLAT = 1e-3
/** The share of features that is left out each time, so that none is relied on alone. https://jmlr.org/papers/v15/srivastava14a.html */
const LEFT_OUT = 0.7
/** What one wording of a saying counts at most, so that all sayings count about the same. */
const MOST_IMPORTANT = 3

/**
 * Learn how much each of these features speaks for each saying: a logistic regression by gradient descent (AdaGrad,
 * https://jmlr.org/papers/v12/duchi11a.html). The same samples always give the same weights.
 */
export function learnRows(samples: readonly Sample[], features: readonly string[], classes: number): Rows {
  const rarity = raritiesOf(samples)
  const rows = new Map(features.map((name) => [name, new Float32Array(classes)]))
  const slopes = new Map(features.map((name) => [name, new Float32Array(classes).fill(0.03)]))
  const lessons = samples.map(({ features, right }) => ({
    right,
    parts: [...features].flatMap(([name, strength]) => {
      const [row, slope] = [rows.get(name), slopes.get(name)]
      return row && slope ? [{ row, slope, strength: strength * (rarity.get(name) ?? 0) }] : []
    }),
  }))
  const importance = importances(samples, classes)
  const random = generator(7)
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(lessons, random)
    for (const lesson of lessons) study(lesson, classes, importance[lesson.right] ?? 1, random)
  }
  // What is rare counts more; with that in the weights nobody needs to know it any more.
  for (const [name, row] of rows)
    rows.set(
      name,
      row.map((weight) => weight * (rarity.get(name) ?? 0)),
    )
  return rows
}

interface Part {
  readonly row: Float32Array
  readonly slope: Float32Array
  readonly strength: number
}

interface Lesson {
  readonly right: number
  readonly parts: readonly Part[]
}

function study({ parts, right }: Lesson, classes: number, importance: number, random: () => number): void {
  const kept = parts.filter(() => random() >= LEFT_OUT)
  const scale = 1 / (1 - LEFT_OUT)
  const errors = new Float64Array(classes)
  for (const { row, strength } of kept) {
    const times = strength * scale
    for (let i = 0; i < classes; i += 1) errors[i] = (errors[i] as number) + (row[i] as number) * times
  }
  softmax(errors)
  errors[right] = (errors[right] as number) - 1
  const wrong = Array.from(errors.keys()).filter((i) => Math.abs(errors[i] as number) > FLAT)
  for (const { row, slope, strength } of kept) {
    for (const i of wrong) {
      const down = (errors[i] as number) * strength * scale * importance
      slope[i] = (slope[i] as number) + down * down
      row[i] = (row[i] as number) - (STEP * down) / Math.sqrt(slope[i] as number)
    }
  }
}

/** How rare each feature is among the samples, from near 0 to about 2. */
function raritiesOf(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...counts].map(([name, count]) => [name, Math.log((samples.length + 1) / (count + 0.5)) / 4]))
}

function importances(samples: readonly Sample[], classes: number): Float64Array {
  const sizes = new Float64Array(classes)
  for (const { right } of samples) sizes[right] = (sizes[right] as number) + 1
  return sizes.map((size) => Math.min(MOST_IMPORTANT, samples.length / classes / size))
}
