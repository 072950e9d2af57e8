import { readProblem } from './features'
import { GRAIN, LIMIT, type Model, NOTHING, ZERO } from './model'
import { lexisOf, type Problems, vocabularyOf } from './problems'
import { softmax } from './score'

const ROUNDS = 20
const STEP = 0.5
const DECAY = 1e-5

/**
 * Learn from the examples which features speak for which topic: a logistic regression with one weight for each
 * feature and topic. The same examples always give the same model.
 */
export function train(problems: Problems): Model {
  const vocabulary = vocabularyOf(problems)
  const lexis = lexisOf(problems, vocabulary)
  const topics = [...Object.keys(problems.examples), NOTHING]
  const samples = topics.flatMap((topic, right) => {
    const texts = topic === NOTHING ? problems.nothing : (problems.examples[topic] ?? [])
    return texts.map((text) => ({ features: readProblem(text, lexis).features, right }))
  })
  const weights = weigh(withoutChance(samples), topics.length)
  return {
    topics,
    shortenings: problems.shortenings,
    filler: problems.filler,
    groups: problems.groups,
    unused: problems.unused,
    questions: problems.questions,
    vocabulary: [...vocabulary].map(([word, count]) => `${word} ${Math.min(count, 99)}`),
    weights: Object.fromEntries([...weights].map(([name, row]) => [name, packed(row)])),
  }
}

interface Sample {
  readonly features: ReadonlyMap<string, number>
  readonly right: number
}

/** Drop pairs that occur in a single example: they are chance, and half of the size. */
function withoutChance(samples: readonly Sample[]): readonly Sample[] {
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const keeps = (name: string) => !/[ +]/.test(name) || (counts.get(name) ?? 0) > 1
  return samples.map(({ features, right }) => ({
    features: new Map([...features].filter(([name]) => keeps(name))),
    right,
  }))
}

function weigh(samples: readonly Sample[], count: number): ReadonlyMap<string, Float64Array> {
  const weights = new Map<string, Float64Array>()
  const sizes = new Map<string, Float64Array>()
  const rowOf = (rows: Map<string, Float64Array>, name: string) => {
    const row = rows.get(name) ?? new Float64Array(count)
    rows.set(name, row)
    return row
  }
  const random = generator(7)
  const order = samples.map((_, i) => i)
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random)
    for (const i of order) {
      const { features, right } = samples[i] as Sample
      const rows = [...features].map(
        ([name, strength]) => [rowOf(weights, name), rowOf(sizes, name), strength] as const,
      )
      const chances = softmax(sum(rows, count))
      for (const [row, size, strength] of rows) {
        for (let topic = 0; topic < count; topic += 1) {
          const slope =
            ((chances[topic] as number) - (topic === right ? 1 : 0)) * strength + DECAY * (row[topic] as number)
          size[topic] = (size[topic] as number) + slope * slope
          row[topic] = (row[topic] as number) - (STEP * slope) / Math.sqrt((size[topic] as number) + 1e-8)
        }
      }
    }
  }
  return weights
}

function sum(rows: readonly (readonly [Float64Array, unknown, number])[], count: number): Float64Array {
  const scores = new Float64Array(count)
  for (const [row, , strength] of rows) {
    for (let topic = 0; topic < count; topic += 1)
      scores[topic] = (scores[topic] as number) + (row[topic] as number) * strength
  }
  return scores
}

/** A row of weights as text: one letter for each topic. */
function packed(row: Float64Array): string {
  return String.fromCharCode(
    ...[...row].map((weight) => ZERO + Math.max(-LIMIT, Math.min(LIMIT, Math.round(weight / GRAIN)))),
  )
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
}

/** Mulberry32: the same numbers each time. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
