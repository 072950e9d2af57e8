import { bare, type Lexis, stemmed } from './features'
import { sound, speller, type Vocabulary } from './spelling'
import { type Shortenings, wordsOf } from './words'

/** The words that customers of one language use, as a translator writes them down. */
export interface Problems {
  /** Chat spellings and what they stand for. */
  readonly shortenings: Readonly<Record<string, string>>
  /** Words that say nothing about the problem. */
  readonly filler: readonly string[]
  /** Words and phrases of the same meaning. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  /** Entries of which the guide makes no use. */
  readonly unused: readonly string[]
  /** What to ask who has said too little. */
  readonly questions: readonly Question[]
  /** Things that people say and that are no problem of ours. */
  readonly nothing: readonly string[]
  /** Problems as people write them, by the entry of the form that is right for them. */
  readonly examples: Readonly<Record<string, readonly string[]>>
}

/** A short question for who has said too little. */
export interface Question {
  /** All that was said, but for words that say nothing. */
  readonly when: readonly string[]
  readonly ask: string
  /** Problems to choose from, in the customer's words. */
  readonly answers: readonly string[]
}

/** A word that sounds like one that is so many times as frequent is that one, misspelt. */
const MISSPELT = 12
const SHORTEST_MISSPELT = 5

/** Prepare words for reading problems. */
export function lexisOf(problems: Pick<Problems, 'shortenings' | 'filler' | 'groups'>, vocabulary: Vocabulary): Lexis {
  const shortenings = shorteningsOf(problems)
  return {
    shortenings,
    filler: new Set(problems.filler),
    groups: groupTable(problems.groups, shortenings),
    speller: speller(vocabulary),
  }
}

/** Count the words of all examples and groups, but for those that are only another word as one hears it. */
export function vocabularyOf(problems: Problems): Vocabulary {
  const shortenings = shorteningsOf(problems)
  const counts = new Map<string, number>()
  const count = (text: string, times: number) => {
    for (const word of wordsOf(text, shortenings)) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  for (const text of [...problems.nothing, ...Object.values(problems.examples).flat()]) count(text, 1)
  const asked = problems.questions.flatMap(({ when, answers }) => [...when, ...answers])
  for (const text of [...asked, ...problems.filler, ...Object.values(problems.groups).flat()]) count(text, 2)
  return withoutMisspelt(counts)
}

/** "Kontraseña" is in the examples, but "contraseña" is there so much more often that it must be meant. */
function withoutMisspelt(counts: ReadonlyMap<string, number>): Vocabulary {
  const usual = new Map<string, number>()
  for (const [word, count] of counts) usual.set(sound(word), Math.max(count, usual.get(sound(word)) ?? 0))
  return new Map(
    [...counts].filter(
      ([word, count]) => word.length < SHORTEST_MISSPELT || count * MISSPELT > (usual.get(sound(word)) ?? 0),
    ),
  )
}

function shorteningsOf({ shortenings }: Pick<Problems, 'shortenings'>): Shortenings {
  return new Map(Object.entries(shortenings).map(([short, long]) => [short, long.split(' ')]))
}

function groupTable(groups: Problems['groups'], shortenings: Shortenings): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  const add = (phrase: string, group: string) => {
    const known = table.get(phrase) ?? []
    if (!known.includes(group)) table.set(phrase, [...known, group])
  }
  const phrases = Object.entries(groups)
    .flatMap(([group, texts]) => texts.map((text) => [bare(wordsOf(text, shortenings)).join(' '), group] as const))
    .filter(([phrase]) => phrase !== 'no')
  for (const [phrase, group] of phrases) add(phrase, group)
  const exact = new Set(table.keys())
  for (const [phrase, group] of phrases) if (!exact.has(stemmed(phrase))) add(stemmed(phrase), group)
  return table
}
