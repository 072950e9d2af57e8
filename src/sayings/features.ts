import { actsOf } from './acts'
import { type CueReader, createCueReader } from './cues'
import { stem } from './stem'
import { type Corrector, corrector } from './typos'
import { type Lexicon, wordsOf } from './words'

/** A sentence, as it can be compared with others. */
export interface Reading {
  /** Its words, written out and corrected, without what says nothing. */
  readonly words: readonly string[]
  /** Features with their strengths; the sum of their squares is always the same. */
  readonly features: ReadonlyMap<string, number>
  /** How often something is denied in it. */
  readonly denied: number
  /** The share of its words that are not known, from 0 to 1. */
  readonly strange: number
}

/** Reads a sentence. The same sentence always gives the same reading. */
export type Reader = (sentence: string) => Reading

const LONGEST_PHRASE = 4
const PART = 4
/** The root of the sum of all squares: with it, few rounds are enough to learn. */
const LENGTH = 6
/** How many words a "not" reaches. */
const REACH = 4

/** Prepare a lexicon and the words that are known, the commonest first, for reading. */
export function createReader(lexicon: Lexicon, vocabulary: readonly string[]): Reader {
  const shortenings = new Map(Object.entries(lexicon.shortenings).map(([short, long]) => [short, long.split(' ')]))
  const filler = new Set(lexicon.filler)
  const openers = lexicon.openers.map((opener) => opener.split(' ')).sort((a, b) => b.length - a.length)
  const idioms = lexicon.idioms.map((idiom) => idiom.split(' '))
  const negations = new Set(lexicon.negations)
  const groups = groupsOf(lexicon)
  const cues = createCueReader(lexicon.cues)
  const correct: Corrector = corrector(vocabulary)
  const known = new Set(vocabulary)
  return (sentence) => {
    const raw = wordsOf(sentence, shortenings).map(correct)
    const words = withoutOpeners(raw, openers).filter((word) => !filler.has(word))
    const heard = withoutIdioms(words, idioms)
    const denied = heard.filter((word) => negations.has(word)).length
    const strange = raw.filter((word) => !known.has(word)).length / Math.max(1, raw.length)
    const features = featuresOf(words, actsOf(raw), denials(heard, negations), groups, cues)
    return { words, features, denied, strange }
  }
}

/** What politely begins a sentence is left out where enough of it is left. */
function withoutOpeners(words: readonly string[], openers: readonly (readonly string[])[]): readonly string[] {
  let rest = words
  for (;;) {
    const opener = openers.find((one) => one.every((word, i) => rest[i] === word))
    if (!opener || rest.length - opener.length < 3) return rest
    rest = rest.slice(opener.length)
  }
}

function withoutIdioms(words: readonly string[], idioms: readonly (readonly string[])[]): readonly string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const idiom = idioms.find((one) => one.every((word, j) => words[i + j] === word))
    if (idiom) i += idiom.length - 1
    else out.push(words[i] as string)
  }
  return out
}

/** The words that a "not" reaches. */
function denials(words: readonly string[], negations: ReadonlySet<string>): readonly string[] {
  return words.flatMap((word, i) => (negations.has(word) ? words.slice(i + 1, i + 1 + REACH) : []))
}

type Groups = ReadonlyMap<string, readonly string[]>

/** The groups of each phrase, by the stems of its words. */
function groupsOf({ groups }: Lexicon): Groups {
  const found = new Map<string, readonly string[]>()
  for (const [group, phrases] of Object.entries(groups)) {
    for (const phrase of phrases) {
      const key = phrase.split(' ').map(stem).join(' ')
      found.set(key, [...(found.get(key) ?? []), group])
    }
  }
  return found
}

function featuresOf(
  words: readonly string[],
  acts: readonly string[],
  denied: readonly string[],
  groups: Groups,
  cues: CueReader,
): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  const stems = words.map(stem)
  for (const word of stems) features.set(word, 0.8)
  for (const pair of runs(stems, 2)) features.set(pair, 0.5)
  for (const [i, word] of stems.slice(2).entries()) features.set(`${stems[i]} _ ${word}`, 0.3)
  for (const word of words) for (const part of partsOf(word)) features.set(`#${part}`, 0.2)
  const meanings = meaningsOf(stems, groups)
  for (const meaning of meanings) features.set(meaning, 0.9)
  for (const pair of pairsOf([...meanings, ...acts])) features.set(pair, 0.5)
  for (const act of acts) features.set(act, 0.5)
  for (const word of denied) features.set(`!${stem(word)}`, 0.8)
  if (denied.length) features.set('!', 1)
  features.set(`^${stems.slice(0, 2).join(' ')}`, 0.4)
  for (const id of cues((name) => features.has(name))) features.set(`%${id}`, 2.5)
  const length = Math.hypot(...features.values()) || 1
  for (const [name, strength] of features) features.set(name, (LENGTH * strength) / length)
  return features
}

/** All pairs of what a sentence is about and what is done in it. */
function pairsOf(names: readonly string[]): readonly string[] {
  const all = [...new Set(names)].sort()
  return all.flatMap((one, i) => all.slice(i + 1).map((other) => `${one}+${other}`))
}

/** The groups whose phrases occur. A longer phrase hides no shorter one: "billing address" is an address too. */
function meaningsOf(stems: readonly string[], groups: Groups): readonly string[] {
  const found = new Set<string>()
  for (let i = 0; i < stems.length; i += 1) {
    for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
      for (const group of groups.get(stems.slice(i, i + length).join(' ')) ?? []) found.add(`@${group}`)
    }
  }
  return [...found]
}

function runs(words: readonly string[], length: number): readonly string[] {
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '))
}

/** All runs of four letters, with the word's ends marked: what is left of a word that is misspelt. */
function partsOf(word: string): readonly string[] {
  if (word.length < PART || word.startsWith('x')) return []
  const whole = `<${word}>`
  return Array.from({ length: whole.length - PART + 1 }, (_, i) => whole.slice(i, i + PART))
}
