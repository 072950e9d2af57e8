import { createReader, type Reading } from './features'
import { learnRows } from './learn'
import { type Model, STRANGER } from './model'
import { pack, type Rows } from './weights'
import { type Lexicon, wordsOf } from './words'

/** What there is to learn from. */
export interface Lessons extends Pick<Model, 'guards' | 'families' | 'lexicon'> {
  /** Wordings, by the id of what they say. */
  readonly wordings: Readonly<Record<string, readonly string[]>>
  /** Sentences that need no explanation. */
  readonly strangers: readonly string[]
}

/** A part of a word, and a pair, that occur in fewer wordings are chance. */
const FEWEST = 2
/** As many features as the page can carry. */
const MOST_FEATURES = 10_000

/** Learn from the wordings which features speak for which saying. The same wordings always give the same model. */
export function train({ wordings, strangers, lexicon, guards, families }: Lessons): Model {
  const vocabulary = vocabularyOf([...Object.values(wordings).flat(), ...strangers], lexicon)
  const read = createReader(lexicon, vocabulary)
  const ids = [...Object.keys(wordings), STRANGER]
  const readings = ids.map((id) => (id === STRANGER ? strangers : (wordings[id] ?? [])).map(read))
  const samples = readings.flatMap((own, right) => own.map(({ features }) => ({ features, right })))
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const usual = [...counts].filter(([name, count]) => count >= FEWEST || !/[ +#_]/.test(name)).map(([name]) => name)
  const rows = weightiest(learnRows(samples, usual, ids.length), counts)
  const denials = Object.fromEntries(ids.map((id, place) => [id, rangeOf(readings[place] ?? [])]))
  return { lexicon, guards, families, vocabulary, ids, denials, weights: pack(rows) }
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

/** The features without which most would be lost. */
function weightiest(rows: Rows, counts: ReadonlyMap<string, number>): Rows {
  const matters = ([name, row]: readonly [string, Float32Array]) =>
    Math.hypot(...row) * Math.sqrt(counts.get(name) ?? 0)
  const kept = [...rows].map(([name, row]) => [name, centred(row)] as const)
  return new Map(kept.sort((a, b) => matters(b) - matters(a)).slice(0, MOST_FEATURES))
}

/** Only differences between sayings count, so most of a row can be made nothing. */
function centred(row: Float32Array): Float32Array {
  const middle = [...row].sort((a, b) => a - b)[row.length >> 1] ?? 0
  return row.map((weight) => weight - middle)
}
