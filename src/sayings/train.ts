import { learn } from '../finder/learn'
import { createReader, type Reading } from './features'
import { type Model, STRANGER } from './model'
import { pack } from './weights'
import { type Lexicon, wordsOf } from './words'

/** What there is to learn from. */
export interface Lessons {
  /** Wordings, by the id of what they say. */
  readonly wordings: Readonly<Record<string, readonly string[]>>
  /** Sentences that need no explanation. */
  readonly strangers: readonly string[]
}

const ROUNDS = 20
/** A part of a word, and a run of words, that occur in fewer wordings are chance. */
const FEWEST = 2

/** Learn from the wordings which features speak for which saying. The same wordings always give the same model. */
export function train({ wordings, strangers }: Lessons, lexicon: Lexicon): Model {
  const vocabulary = vocabularyOf([...Object.values(wordings).flat(), ...strangers], lexicon)
  const read = createReader(lexicon, vocabulary)
  const ids = [...Object.keys(wordings), STRANGER]
  const readings = ids.map((id) => (id === STRANGER ? strangers : (wordings[id] ?? [])).map(read))
  const samples = readings.flatMap((own, place) => own.map(({ features }) => ({ features, right: [place] })))
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const usual = [...counts].filter(([name, count]) => count >= FEWEST || !/[ +#]/.test(name)).map(([name]) => name)
  const rows = learn(samples, usual, ids.length, ROUNDS)
  const denials = Object.fromEntries(ids.map((id, place) => [id, rangeOf(readings[place] ?? [])]))
  return { lexicon, vocabulary, ids, denials, weights: pack(rows) }
}

function rangeOf(readings: readonly Reading[]): readonly [number, number] {
  const counts = readings.map(({ denied }) => denied)
  return [Math.min(...counts), Math.max(...counts)]
}

function vocabularyOf(sentences: readonly string[], { shortenings, groups, filler }: Lexicon): readonly string[] {
  const counts = new Map<string, number>()
  const known = new Map(Object.entries(shortenings).map(([short, long]) => [short, long.split(' ')]))
  const phrases = [...Object.values(groups).flat(), ...filler].flatMap((phrase) => phrase.split(' '))
  for (const word of [...sentences.flatMap((one) => wordsOf(one, known)), ...phrases]) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}
