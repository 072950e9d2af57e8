import type { Reading } from './features'
import { GRAIN, type Model, ZERO } from './model'

/** Chances of all topics, the most likely first; they add up to one. */
export type Ranking = readonly { readonly topic: string; readonly chance: number }[]

/** Prepare a model for ranking topics. */
export function scorer({ topics, weights }: Model): (reading: Reading) => Ranking {
  const table = new Map(Object.entries(weights))
  return ({ features }) => {
    const scores = new Float64Array(topics.length)
    for (const [name, strength] of features) {
      const row = table.get(name) ?? ''
      for (let i = 0; i < row.length; i += 1) {
        scores[i] = (scores[i] as number) + (row.charCodeAt(i) - ZERO) * GRAIN * strength
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
