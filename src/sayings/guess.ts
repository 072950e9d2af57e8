import { createCueReader } from './cues'
import { createReader, type Reading } from './features'
import type { Model } from './model'
import { unpack } from './weights'

/** The likeliest saying of a sentence, however unsure. */
export interface Guess {
  readonly id: string
  /** How likely it is, from 0 to 1. */
  readonly chance: number
  /** What it is together with those that say nearly the same; the id itself where there are none. */
  readonly family: string
  readonly familyChance: number
  /** How likely the next family is. */
  readonly next: number
  /** The sayings that a cue written down by hand speaks for. */
  readonly cued: readonly string[]
  readonly reading: Reading
}

/** What a saying loses whose guard says no. */
const BARRED = 4

/** Prepare a model for guessing. The same sentence always gets the same guess. */
export function createGuesser(model: Model): (sentence: string) => Guess {
  const { ids, families } = model
  const read = createReader(model.lexicon, model.vocabulary)
  const rows = unpack(model.weights)
  const guards = ids.map((id) => (model.guards[id] ? createCueReader({ [id]: model.guards[id] }) : null))
  return (sentence) => {
    const reading = read(sentence)
    const has = (name: string) => reading.features.has(name)
    const scores = new Float64Array(ids.length)
    for (const [name, strength] of reading.features) {
      const row = rows.get(name)
      row?.places.forEach((place, i) => {
        scores[place] = (scores[place] as number) + (row.weights[i] as number) * strength
      })
    }
    guards.forEach((guard, place) => {
      if (guard && guard(has).length === 0) scores[place] = (scores[place] as number) - BARRED
    })
    const cued = [...reading.features.keys()].filter((name) => name.startsWith('%')).map((name) => name.slice(1))
    return { ...likeliest(scores, ids, families), cued, reading }
  }
}

function likeliest(scores: Float64Array, ids: readonly string[], families: Model['families']) {
  const most = Math.max(...scores)
  const chances = scores.map((score) => Math.exp(score - most))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  const together = new Map<string, { sum: number; best: number }>()
  chances.forEach((chance, place) => {
    const family = families[ids[place] ?? ''] ?? ids[place] ?? ''
    const known = together.get(family)
    if (!known) together.set(family, { sum: chance, best: place })
    else {
      known.sum += chance
      if (chance > (chances[known.best] as number)) known.best = place
    }
  })
  const [first, second] = [...together].sort(([, a], [, b]) => b.sum - a.sum)
  const best = first?.[1].best ?? 0
  return {
    id: ids[best] ?? '',
    chance: (chances[best] as number) / total,
    family: first?.[0] ?? '',
    familyChance: (first?.[1].sum ?? 0) / total,
    next: (second?.[1].sum ?? 0) / total,
  }
}
