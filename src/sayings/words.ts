import type { Cues } from './cues'
import { findAll, type Kind } from './found'

/** English words that a reader of sentences knows, as they stand in words.json. */
export interface Lexicon {
  /** Short and split spellings, and what they stand for. */
  readonly shortenings: Readonly<Record<string, string>>
  /** Words that say nothing. */
  readonly filler: readonly string[]
  /** What politely begins a sentence that says something else. */
  readonly openers: readonly string[]
  /** Phrases with a "not" that deny nothing. */
  readonly idioms: readonly string[]
  readonly negations: readonly string[]
  /** Words and phrases of the same meaning. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  /** What a saying is recognised by. */
  readonly cues: Cues
}

/** What stands for a thing of a kind, whatever it is. */
const STANDS_FOR: Readonly<Record<Kind, string>> = {
  url: 'xsite',
  site: 'xsite',
  email: 'xmail',
  ip: 'xip',
  money: 'xmoney',
  percent: 'xpercent',
  phone: 'xphone',
  date: 'xdate',
  time: 'xtime',
  span: 'xn',
  code: 'xn',
  number: 'xn',
}
const UNIT = /\p{L}+$/u
const COUNTS = new Set(
  'two three four five six seven eight nine ten twelve fifteen twenty thirty forty sixty ninety hundred'.split(' '),
)
/** After these a word with a capital is somebody's name. */
const NAMED =
  /\b([Mm]y name is|[Nn]ame's|[Tt]his is|I am|I'm|(?:speaking|chatting) with)\s+\p{Lu}\p{Ll}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?/gu

/** Nobody says more in a sentence; what is longer is cut before any work is done on it. */
export const LONGEST_SENTENCE = 400

/** The words of a sentence as they can be compared: in lower case, written out, with one word for each number or address. */
export function wordsOf(sentence: string, shortenings: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const text = replaced(
    sentence
      .slice(0, LONGEST_SENTENCE)
      .normalize('NFKC')
      .replace(/[’‘`´]/g, "'"),
  )
  const words = text
    .replace(NAMED, (_, before: string) => `${before} xname`)
    .toLowerCase()
    .replace(/\b(\w+)n't\b/g, (_, verb: string) => `${VERBS[verb] ?? verb} not`)
    .replace(/'(ll|re|ve|m|d)\b/g, (_, end: string) => ` ${ENDS[end]}`)
    .replace(/\b(it|that|what|there|here|who|where|how|let)'s\b/g, '$1 is')
    .replace(/'s?\b/g, '')
    .replace(/\?/g, ' xask ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (COUNTS.has(word) || /^\d/.test(word) ? 'xn' : word))
  return writtenOut(words.filter(Boolean), shortenings)
}

const VERBS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' }
const ENDS: Readonly<Record<string, string>> = { ll: 'will', re: 'are', ve: 'have', m: 'am', d: 'would' }

/** The text with a word for each thing that stands in it. */
function replaced(text: string): string {
  let out = ''
  let from = 0
  for (const { kind, text: found, at } of findAll(text)) {
    const unit = kind === 'span' ? ` ${UNIT.exec(found)?.[0] ?? ''}` : ''
    out += `${text.slice(from, at)} ${STANDS_FOR[kind]}${unit} `
    from = at + found.length
  }
  return out + text.slice(from)
}

function writtenOut(words: readonly string[], shortenings: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const pair = shortenings.get(`${words[i]} ${words[i + 1]}`)
    if (pair) i += 1
    const word = words[pair ? i - 1 : i] as string
    out.push(...(pair ?? shortenings.get(word) ?? [word]))
  }
  return out
}
