import { stem } from './stem'

/**
 * What a saying is recognised by, written down by hand, because a few wordings do not teach it: by the id of the saying, lines
 * of words, groups (`@pin`), acts (`&request`) and `!` for something that is denied. All of a line must occur, one of those
 * with `|` between them is enough, and none with `-` before it may occur.
 */
export type Cues = Readonly<Record<string, readonly string[]>>

/** The ids of all sayings of which a line fits a sentence. @param has whether something occurs in it, words by their stems. */
export type CueReader = (has: (name: string) => boolean) => readonly string[]

interface Line {
  readonly id: string
  readonly needed: readonly (readonly string[])[]
  readonly barred: readonly string[]
}

/** Prepare cues. */
export function createCueReader(cues: Cues): CueReader {
  const lines = Object.entries(cues).flatMap(([id, own]) => own.map((line) => parse(id, line)))
  return (has) => {
    const found = lines.filter(
      ({ needed, barred }) => !barred.some(has) && needed.every((choices) => choices.some(has)),
    )
    return [...new Set(found.map(({ id }) => id))]
  }
}

function parse(id: string, line: string): Line {
  const parts = line.split(' ')
  const isBarred = (part: string) => part.startsWith('-')
  return {
    id,
    needed: parts.filter((part) => !isBarred(part)).map((part) => part.split('|').map(nameOf)),
    barred: parts.filter(isBarred).map((part) => nameOf(part.slice(1))),
  }
}

function nameOf(part: string): string {
  return /^[@&!]/.test(part) ? part : stem(part)
}
