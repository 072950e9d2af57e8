import type { Reading } from './features'
import type { Model } from './model'
import type { Weights } from './weights'

/** Chances of all topics, the most likely first; they add up to one. */
export type Ranking = readonly { readonly topic: string; readonly chance: number }[]

/** Prepare weights for ranking topics. */
export function scorer(topics: Model['topics'], weights: Pick<Weights, 'get'>): (reading: Reading) => Ranking {
  return ({ features }) => {
    const scores = new Float64Array(topics.length)
    for (const [name, strength] of features) {
      const row = weights.get(name)
      if (row) for (let i = 0; i < row.length; i += 1) scores[i] = (scores[i] as number) + (row[i] as number) * strength
    }
    softmax(scores)
    return topics.map((topic, i) => ({ topic, chance: scores[i] as number })).sort((a, b) => b.chance - a.chance)
  }
}

/** Turn scores, in place, into chances that add up to one. */
export function softmax(scores: Float64Array): void {
  const most = Math.max(...scores)
  let total = 0
  for (let i = 0; i < scores.length; i += 1) {
    scores[i] = Math.exp((scores[i] as number) - most)
    total += scores[i] as number
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] as number) / total
}
