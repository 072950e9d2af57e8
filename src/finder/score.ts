import type { Reading } from './features'
import { type Model, SCALE } from './model'

/** Chances of all topics, the most likely first; they add up to one. */
export type Ranking = readonly { readonly topic: string; readonly chance: number }[]

/** Prepare a model for ranking topics. */
export function scorer({ topics, weights }: Model): (reading: Reading) => Ranking {
  const table = new Map(Object.entries(weights))
  return ({ features }) => {
    const scores = new Float64Array(topics.length)
    for (const [name, strength] of features) {
      for (const [, letter, weight] of table.get(name)?.matchAll(/(\D)(-?\d+)/g) ?? []) {
        const topic = (letter as string).charCodeAt(0) - 65
        scores[topic] = (scores[topic] as number) + (Number(weight) / SCALE) * strength
      }
    }
    const chances = softmax(scores)
    return topics.map((topic, i) => ({ topic, chance: chances[i] as number })).sort((a, b) => b.chance - a.chance)
  }
}

/** Scores as chances that add up to one. */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / total)
}
