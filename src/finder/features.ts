import type { Speller } from './spelling'
import { stem } from './stem'
import { ADDRESS_WORD, ENDING_WORD, type Shortenings, wordsOf } from './words'

/** What a problem is made of, as the scorer sees it. */
export interface Reading {
  /** Groups of words of the same meaning that occur. */
  readonly groups: ReadonlySet<string>
  /** Words of these groups. */
  readonly grouped: ReadonlySet<string>
  /** All words, corrected. */
  readonly words: readonly string[]
  /** Words that say something, corrected. */
  readonly content: readonly string[]
  /** Features with their strengths. */
  readonly features: ReadonlyMap<string, number>
}

/** The words that a reader knows, prepared for look-up. */
export interface Lexis {
  readonly shortenings: Shortenings
  readonly filler: ReadonlySet<string>
  /** Groups by word or phrase. */
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly speller: Speller
}

const CLITICS = new Set(['me', 'se', 'le', 'les', 'te', 'nos', 'lo', 'la', 'los', 'las'])
/** "No me deja abrir" and "no abre" are the same complaint. */
const AUXILIARIES = new Set(
  'puedo puede pueden podemos pude deja dejan dejo quiere quieren esta estan estoy logro logra consigo ha han he permite'.split(
    ' ',
  ),
)
const LONGEST_PHRASE = 6
const PART = 4

/** Read a problem. @param unfinished whether its last word may still be being typed. */
export function readProblem(text: string, lexis: Lexis, unfinished = false): Reading {
  const raw = wordsOf(text, lexis.shortenings)
  const words = raw.flatMap((word, i) => lexis.speller.correct(word, unfinished && i === raw.length - 1))
  const { groups, grouped } = groupsOf(words, lexis)
  const content = words.filter((word) => !lexis.filler.has(word))
  return { groups, grouped, words, content, features: featuresOf(words, content, groups) }
}

/** Words for the look-up of phrases: without clitics, and without the auxiliary after a "no". */
export function bare(words: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const word of words) {
    if (out.at(-1) === 'no' && (CLITICS.has(word) || AUXILIARIES.has(word))) continue
    if (!CLITICS.has(word)) out.push(word)
  }
  return out.length ? out : words
}

function groupsOf(words: readonly string[], lexis: Lexis): Pick<Reading, 'groups' | 'grouped'> {
  const groups = new Set<string>()
  const grouped = new Set<string>()
  const sequence = bare(words)
  for (let i = 0; i < sequence.length; i += 1) {
    for (let j = i + 1; j <= Math.min(i + LONGEST_PHRASE, sequence.length); j += 1) {
      const phrase = sequence.slice(i, j)
      const found = lexis.groups.get(phrase.join(' ')) ?? lexis.groups.get(stemmed(phrase.join(' '))) ?? []
      for (const group of found) groups.add(group)
      if (found.length) for (const word of phrase) grouped.add(word)
    }
  }
  if (words.includes(ADDRESS_WORD)) groups.add('correo')
  if (words.includes(ENDING_WORD)) groups.add('dominio')
  return { groups, grouped }
}

/** The key under which a phrase is found in its other forms. */
export function stemmed(phrase: string): string {
  return `~${phrase.split(' ').map(stem).join(' ')}`
}

/** Whether a feature is a pair or a part of a word: of these there are very many. */
export function isPart(feature: string): boolean {
  return /[ +#]/.test(feature)
}

function featuresOf(
  words: readonly string[],
  content: readonly string[],
  groups: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  for (const word of content) {
    features.set(stem(word), 0.8)
    for (const part of partsOf(word)) features.set(`#${part}`, 0.25)
  }
  for (const pair of pairsOf(words.map(stem))) features.set(pair, 0.4)
  for (const pair of pairsOf(content.map(stem))) features.set(pair, 0.7)
  const all = [...groups].sort()
  all.forEach((group, i) => {
    features.set(`@${group}`, 1)
    for (const other of all.slice(i + 1)) features.set(`@${group}+${other}`, 0.7)
  })
  const length = Math.hypot(...features.values()) || 1
  for (const [name, strength] of features) features.set(name, strength / length)
  return features
}

/** All runs of four letters, with the word's ends marked: what is left of a word that was written in a way of its own. */
function partsOf(word: string): readonly string[] {
  const whole = `<${word}>`
  return Array.from({ length: Math.max(0, whole.length - PART + 1) }, (_, i) => whole.slice(i, i + PART))
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`)
}
