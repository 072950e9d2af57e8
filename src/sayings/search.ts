import { stem } from '../finder/stem'
import { unaccented } from '../finder/words'
import type { Mirror, Request } from './catalogue'

/** Something that customers say, with what it means. */
export interface Found {
  readonly id: string
  readonly group: string
  /** In English, to be copied. */
  readonly text: string
  readonly mirror: string
}

/** Finds what customers say by words of their own, the best first. */
export type Search = (words: string, most: number) => readonly Found[]

/** Words that many things are said with. */
const FILLER = new Set(
  'a al con de del el en es la las le les lo los me mi mis muy no para por que se si su te tu un una y ya yo o the to of is it my me you i and'.split(
    ' ',
  ),
)
/** The shortest beginning of a word that finds it. */
const SHORTEST = 3
/** The least share of the weight of what was asked that must be found. */
const LEAST = 0.34

interface Entry extends Found {
  /** How much each word of it weighs, for each wording. */
  readonly wordings: readonly (readonly string[])[]
}

/** Prepare what customers say for being searched in a language. */
export function createSearch(requests: readonly Request[], mirror: Pick<Mirror, 'requests'>): Search {
  const entries: readonly Entry[] = requests.map(({ id, group, text }) => {
    const own = mirror.requests[id]
    const wordings = [own?.text ?? text, ...(own?.asks ?? []), text].map(wordsOf)
    return { id, group, text, mirror: own?.text ?? text, wordings }
  })
  const counts = new Map<string, number>()
  for (const { wordings } of entries) {
    for (const word of new Set(wordings.flat())) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const rarity = (word: string) =>
    Math.log(1 + entries.length / (1 + (counts.get(word) ?? 0))) * (FILLER.has(word) ? 0.2 : 1)
  return (words, most) => {
    const asked = wordsOf(words)
    if (asked.length === 0) return []
    const open = /\p{L}$/u.test(words) ? asked.at(-1) : undefined
    return entries
      .map((entry) => ({
        entry,
        score: Math.max(...entry.wordings.map((wording) => overlap(asked, wording, open, rarity))),
      }))
      .filter(({ score }) => score > LEAST)
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ entry: { wordings, ...found } }) => found)
  }
}

/** How well a wording fits, from 0 to 1: how much of what was asked is in it, and how much of it was asked. */
function overlap(
  asked: readonly string[],
  wording: readonly string[],
  open: string | undefined,
  rarity: (word: string) => number,
): number {
  const has = (word: string) =>
    wording.includes(word) || (word === open && word.length >= SHORTEST && wording.some((one) => one.startsWith(word)))
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + rarity(word), 0)
  const found = sum(asked.filter(has))
  const covered = sum(wording.filter((word) => asked.includes(word) || (open !== undefined && word.startsWith(open))))
  return (0.8 * found) / sum(asked) + (0.2 * covered) / (sum(wording) || 1)
}

function wordsOf(text: string): readonly string[] {
  const words =
    unaccented(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words)].map(stem)
}
