/** For each feature, how much it speaks for each class. */
export type Rows = ReadonlyMap<string, Float32Array>

/** For each feature, the classes that it speaks for or against, and how much. */
export interface SparseRow {
  readonly places: Uint16Array
  readonly weights: Float32Array
}

/** Weights as text: only those that matter, rounded to few levels. */
export interface PackedWeights {
  /** The features in order, each as the count of letters that it shares with the one before (a letter), and the rest. */
  readonly features: string
  /** For each feature a line with a letter for each class that it speaks for or against, and one for how much. */
  readonly rows: string
}

const LEVELS = [-2, -1.2, -0.7, -0.4, -0.2, 0.2, 0.35, 0.55, 0.8, 1.1, 1.5, 2, 2.6, 3.4, 4.5]
/** The first letter that is used, after those that JSON writes in two. */
const FIRST = 93
const BETWEEN = '\n'
/** What is less changes no answer. */
const LEAST = 0.18

export function pack(rows: Rows): PackedWeights {
  const packed = [...rows]
    .map(([name, row]) => [name, packedRow(row)] as const)
    .filter(([, row]) => row !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    features: packed.map(([name], i) => shortened(name, packed[i - 1]?.[0] ?? '')).join(BETWEEN),
    rows: packed.map(([, row]) => row).join(BETWEEN),
  }
}

export function unpack({ features, rows }: PackedWeights): ReadonlyMap<string, SparseRow> {
  const lines = rows.split(BETWEEN)
  let name = ''
  return new Map(
    features.split(BETWEEN).map((line, i) => {
      name = name.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1)
      return [name, unpackedRow(lines[i] ?? '')]
    }),
  )
}

function shortened(name: string, before: string): string {
  let shared = 0
  while (shared < Math.min(name.length, before.length) && name[shared] === before[shared]) shared += 1
  return String.fromCharCode(FIRST + shared) + name.slice(shared)
}

function packedRow(row: Float32Array): string {
  let packed = ''
  row.forEach((weight, place) => {
    if (Math.abs(weight) >= LEAST) packed += String.fromCharCode(FIRST + place, FIRST + nearest(weight))
  })
  return packed
}

function unpackedRow(letters: string): SparseRow {
  const count = letters.length / 2
  const at = (place: number) => letters.charCodeAt(place) - FIRST
  return {
    places: Uint16Array.from({ length: count }, (_, i) => at(2 * i)),
    weights: Float32Array.from({ length: count }, (_, i) => LEVELS[at(2 * i + 1)] ?? 0),
  }
}

/** The place of the level that is nearest to a weight. */
function nearest(weight: number): number {
  const gaps = LEVELS.map((level) => Math.abs(level - weight))
  return gaps.indexOf(Math.min(...gaps))
}
