/** For each feature, how much it speaks for each topic. */
export type Weights = ReadonlyMap<string, Float32Array>

/** Weights in a fifth of the space: rounded to few levels, two topics in a letter. */
export interface PackedWeights {
  /** The features in order, each as the count of letters that it shares with the one before (a letter), and the rest. */
  readonly features: string
  /** For each feature, a letter for each two topics. */
  readonly levels: string
}

/** The levels of a weight, from much against a topic to much for it: fine where most weights are. */
const LEVELS = [-5, -2.5, -1.2, -0.4, 0.4, 1.5, 3, 5, 8]
/** The first letter that is used; 80 further ones follow, all of which print. */
const FIRST = 35
const BETWEEN = '\n'

/** Pack weights. All rows have one length. */
export function pack(weights: Weights): PackedWeights {
  const names = [...weights.keys()].sort()
  return {
    features: names.map((name, i) => shortened(name, names[i - 1] ?? '')).join(BETWEEN),
    levels: names.map((name) => packedRow(weights.get(name) ?? new Float32Array())).join(''),
  }
}

/** Prepare packed weights for so many topics for look-up; a row is unpacked when it is asked for. */
export function unpack({ features, levels }: PackedWeights, topics: number): Pick<Weights, 'has' | 'get'> {
  const letters = Math.ceil(topics / 2)
  const places = new Map<string, number>()
  let name = ''
  features.split(BETWEEN).forEach((line, i) => {
    name = name.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1)
    places.set(name, i * letters)
  })
  return {
    has: (name) => places.has(name),
    get(name) {
      const place = places.get(name)
      return place === undefined ? undefined : unpackedRow(levels.slice(place, place + letters), topics)
    },
  }
}

function shortened(name: string, before: string): string {
  let shared = 0
  while (shared < Math.min(name.length, before.length) && name[shared] === before[shared]) shared += 1
  return String.fromCharCode(FIRST + shared) + name.slice(shared)
}

function packedRow(row: Float32Array): string {
  let packed = ''
  for (let i = 0; i < row.length; i += 2) {
    packed += String.fromCharCode(FIRST + nearest(row[i] ?? 0) * LEVELS.length + nearest(row[i + 1] ?? 0))
  }
  return packed
}

function unpackedRow(letters: string, topics: number): Float32Array {
  const row = new Float32Array(topics)
  for (let i = 0; i < topics; i += 1) {
    const code = letters.charCodeAt(i >> 1) - FIRST
    row[i] = LEVELS[i % 2 === 0 ? Math.floor(code / LEVELS.length) : code % LEVELS.length] ?? 0
  }
  return row
}

/** The place of the level that is nearest to a weight. */
function nearest(weight: number): number {
  const gaps = LEVELS.map((level) => Math.abs(level - weight))
  return gaps.indexOf(Math.min(...gaps))
}
