import { LONGEST_NAME, phrase } from '../form/phrase'
import { isElement, parentOf, tagOf } from './dom'
import { INLINE, isInline } from './inline'
import type { Sight } from './seen'
import type { Block } from './token'

/** A text node, and the element that it stands in. */
interface Part {
  readonly node: Text
  readonly parent: Element
  readonly words: string
}

/** A run of text while it is being collected. */
export interface Run {
  /** The element that the text stands in directly. */
  readonly element: Element
  /** What ends the run when it is left: the same element, or the slot that shows the text. */
  readonly until: Element
  readonly parent: Run | null
  readonly tokensBefore: number
  parts: Part[]
  letters: number
  total: number
  order: number
}

/** Longer texts are no names: how they go on is not looked at. */
const MOST_LETTERS = LONGEST_NAME * 2
const LONGEST_NODE = LONGEST_NAME * 8
const WORDS = /[\p{L}\p{N}]/u

export function newRun(element: Element, until: Element, parent: Run | null, tokensBefore: number): Run {
  return { element, until, parent, tokensBefore, parts: [], letters: 0, total: 0, order: 0 }
}

/** Add a text to a run. @param order takes the next place in reading order, if the run has none yet. */
export function addText(run: Run, node: Text, order: () => number): void {
  const words = node.data.length > LONGEST_NODE ? node.data.slice(0, LONGEST_NODE) : node.data
  const letters = words.trim().length
  if (letters === 0 && run.letters === 0) return
  if (run.letters === 0) run.order = order()
  run.letters += letters
  run.total += letters
  const parent = parentOf(node)
  const part = { node, parent: isElement(parent) ? parent : run.element, words }
  if (run.letters <= MOST_LETTERS) run.parts.push(part)
  else if (letters > 0) run.parts = [part]
}

/**
 * The block that a run of text makes; null if there are no words in it.
 * @param isName tells of a text whether it is a name as it stands: two-language translators put their words behind it, in
 * `<font>`, which pages of old use for their own.
 */
export function blockOf(run: Run, sight: Sight, isName: (text: string) => boolean): Block | null {
  if (run.letters === 0) return null
  const shown = fromWords(seenParts(run, sight))
  const own = shown.filter(({ parent }) => tagOf(parent) !== 'font')
  const isBilingual = own.length > 0 && own.length < shown.length && !isName(joined(shown)) && isName(joined(own))
  const parts = isBilingual ? own : shown
  const written = parts.filter(({ words }) => words.trim() !== '')
  const letters =
    run.letters > MOST_LETTERS ? run.letters : written.reduce((sum, { words }) => sum + words.trim().length, 0)
  // An arrow or a star after the words may be drawn anywhere; a note belongs to the words.
  const [first] = written
  const last = written.findLast((part, at) => at === 0 || WORDS.test(part.words)) ?? first
  const end = written.at(-1)
  if (!first || !last || !end) return null
  const text = letters > LONGEST_NAME ? '' : joined(parts)
  return {
    type: 'block',
    order: run.order,
    element: run.element,
    last: last.node,
    end: end.node,
    text,
    isBilingual,
    phrase: phrase(text),
    letters,
    inProse: inProse(run),
  }
}

/** What is seen of a text of more parts: a label may hold an error that is not shown yet. All of it if nothing is. */
function seenParts({ parts, element, letters }: Run, { isSeen }: Sight): readonly Part[] {
  const isPlain = parts.every(({ parent }) => parent === parts[0]?.parent)
  if (isPlain || letters > MOST_LETTERS || !isSeen(element)) return parts
  const seen = parts.filter(({ parent }) => parent === element || isSeen(parent))
  return seen.some(({ words }) => WORDS.test(words)) ? seen : parts
}

/** What stands before the words is a picture in letters. */
function fromWords(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex(({ words }) => WORDS.test(words))
  return first > 0 ? parts.slice(first) : parts
}

function joined(parts: readonly Part[]): string {
  return parts
    .map(({ words }) => words)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function inProse({ element, parent }: Run): () => boolean {
  const inline = tagOf(element) === 'a' || INLINE.has(tagOf(element))
  return () => inline && parent !== null && parent.total > 0 && isInline(element)
}
