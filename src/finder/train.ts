import { type Reading, readProblem } from './features'
import { type Model, NOTHING, SCALE } from './model'
import { lexisOf, type Problems, vocabularyOf } from './problems'
import { softmax } from './score'

const ROUNDS = 60
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
    return texts.map((text) => ({ reading: readProblem(text, lexis), right }))
  })
  const weights = fit(samples, topics.length)
  return {
    topics,
    shortenings: problems.shortenings,
    filler: problems.filler,
    groups: problems.groups,
    questions: problems.questions,
    vocabulary: [...vocabulary].map(([word, count]) => `${word} ${Math.min(count, 99)}`),
    weights: Object.fromEntries([...weights].flatMap(([name, row]) => packed(name, row))),
  }
}

interface Sample {
  readonly reading: Reading
  readonly right: number
}

function fit(samples: readonly Sample[], count: number): ReadonlyMap<string, Float64Array> {
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
      const { reading, right } = samples[i] as Sample
      const rows = [...reading.features].map(
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

/** A row of weights as text: the topic's letter and the weight, again and again. */
function packed(name: string, row: Float64Array): readonly [string, string][] {
  // "-" would read as a sign: letters start at A and the topics are fewer than the letters after it.
  const parts = [...row].flatMap((weight, topic) => {
    const whole = Math.round(weight * SCALE)
    return Math.abs(whole) < 2 ? [] : [`${String.fromCharCode(65 + topic)}${whole}`]
  })
  return parts.length ? [[name, parts.join('')]] : []
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
