import { LONGEST_NAME, type Phrase, phrase } from '../form/phrase'
import { type ControlKind, controlKind, isEditable, isNamedButton, opensSomething } from './control-kind'
import {
  attribute,
  isElement,
  nextElementOf,
  nextSiblingOf,
  parentOf,
  previousElementOf,
  previousSiblingOf,
  tagOf,
} from './dom'
import { echoesIn } from './echoes'
import { once } from './once'
import { inOrder } from './spans'
import { walk } from './walk'

/** A run of text that a person reads as one: the words of a label, a link, a row, a heading. */
export interface Block {
  readonly type: 'block'
  /** Place in reading order, shared with the controls. */
  readonly order: number
  /** The element that the text stands in directly. */
  readonly element: Element
  /** The last text node with words in it; a note goes right after it. */
  readonly last: Text
  /** What ends it, such as a star after the words; the words themselves if nothing does. */
  readonly end: Text
  /** What is shown, as it stands; empty if longer than any name. */
  readonly text: string
  readonly phrase: Phrase
  /** How many letters it has, prose included. */
  readonly letters: number
  /** It stands in the middle of a sentence, like a link in a paragraph. */
  readonly inProse: () => boolean
}

/** A control without words of its own inside: what it is called stands elsewhere. */
export interface Control {
  readonly type: 'control'
  readonly order: number
  readonly element: Element
  readonly kind: ControlKind
}

export type Token = Block | Control

/** Everything on a page that could matter, in reading order. */
export interface Tokens {
  readonly all: readonly Token[]
  readonly blocks: readonly Block[]
  readonly controls: readonly Control[]
  /** Where a token stands in `all`. */
  readonly indexOf: (token: Token) => number
  /** Open shadow roots that were met; each needs an observer of its own. */
  readonly roots: readonly ShadowRoot[]
  /** Is what has this place in reading order inside an element, or in its shadow root? Costs the same on any page. */
  readonly holds: (outer: Element, order: number) => boolean
  /** Where an element begins in reading order, and where it has ended; null if it was not met, as one that is new since. */
  readonly spanOf: (element: Element) => readonly [from: number, to: number] | null
}

/** With more texts and controls than this a page is not the form. */
const MOST_TOKENS = 3000

/** What is read before there is a page, and of one that is too big to be the form. */
export const NO_TOKENS: Tokens = {
  all: [],
  blocks: [],
  controls: [],
  indexOf: () => 0,
  roots: [],
  holds: () => false,
  spanOf: () => null,
}

const SKIPPED = new Set(
  'script style template noscript svg math canvas video audio object iframe head textarea select datalist'.split(' '),
)
const INLINE = new Set(
  'span b strong i em font small u s mark abbr bdi bdo code sup sub big tt nobr wbr slot'.split(' '),
)
/** Elements with words of their own that may stand in the middle of a sentence without ending it. */
const FLOWING = new Set(['a', 'label', 'button'])
const BREAKS = new Set(['br', 'hr', 'img'])

/** A run of text while it is being collected. */
interface Run {
  readonly element: Element
  readonly parent: Run | null
  readonly tokensBefore: number
  parts: string[]
  letters: number
  total: number
  order: number
  last: Text | null
  end: Text | null
}

/**
 * Read the texts and controls below `start`. Never goes into what a person types in (text areas, editable elements).
 * @param ours tells the guide's own elements, which are not part of the page.
 */
export function readTokens(start: Element, ours: (element: Element) => boolean): Tokens {
  const all: Token[] = []
  const roots: ShadowRoot[] = []
  // What an element holds is a stretch of the reading order: from where it begins to where it ends.
  const begins = new Map<Element, number>()
  const ends = new Map<Element, number>()
  let order = 0
  let run: Run = newRun(start, null, 0)

  const flush = () => {
    if (run.last && run.letters > 0) all.push(toBlock(run))
    run.parts = []
    run.letters = 0
    run.last = null
    run.end = null
  }

  /** It takes room, but says nothing. */
  const addIcon = (last: Text) => {
    flush()
    all.push(toBlock({ ...newRun(run.element, run.parent, 0), order: order++, last, end: last }))
  }

  const endRun = (element: Element, parent: Run) => {
    flush()
    if (all.length === run.tokensBefore && isNamedButton(element)) {
      all.push({ type: 'control', order: order++, element, kind: opensSomething(element) ? 'combobox' : 'button' })
    }
    run = parent
  }

  const whole = walk(start, {
    enter(element) {
      if (ours(element)) return false
      begins.set(element, order)
      const tag = tagOf(element)
      const kind = controlKind(element, tag)
      if (kind) {
        flush()
        all.push({ type: 'control', order: order++, element, kind })
      } else if (BREAKS.has(tag)) flush()
      if (SKIPPED.has(tag) || isEditable(element)) {
        ends.set(element, order)
        return false
      }
      if (!isPartOfText(element, tag)) {
        if (!FLOWING.has(tag)) flush()
        run = newRun(element, run, all.length)
      }
      return true
    },
    text(node) {
      const words = node.data.length > LONGEST_NAME * 8 ? node.data.slice(0, LONGEST_NAME * 8) : node.data
      if (words.trim() === '') return void (run.last && run.parts.push(' '))
      if (isIconName(node, words.trim())) return addIcon(node)
      if (!run.last) run.order = order++
      run.letters += words.trim().length
      run.total += words.trim().length
      if (run.letters <= LONGEST_NAME * 2) run.parts.push(words)
      // An arrow or a star after the words may be drawn anywhere; a note belongs to the words.
      if (!run.last || /[\p{L}\p{N}]/u.test(words)) run.last = node
      run.end = node
    },
    leave(element) {
      if (run.element === element && run.parent) endRun(element, run.parent)
      ends.set(element, order)
    },
    shadow: (root) => void roots.push(root),
    isEnough: () => all.length > MOST_TOKENS,
  })
  flush()
  if (!whole) return NO_TOKENS

  all.sort(inOrder)
  const echoes = echoesIn(all)
  const read = all.filter((token) => !echoes.has(token))
  const indices = once(() => new Map<Token, number>(read.map((token, index) => [token, index])))
  return {
    all: read,
    blocks: read.filter((token) => token.type === 'block').filter(hasWords),
    controls: read.filter((token) => token.type === 'control'),
    indexOf: (token) => indices().get(token) ?? 0,
    roots,
    holds: (outer, at) => at >= (begins.get(outer) ?? at + 1) && at < (ends.get(outer) ?? at),
    spanOf: (element) => {
      const from = begins.get(element)
      return from === undefined ? null : [from, ends.get(element) ?? from]
    },
  }
}

/** An arrow, a star or "(required)" in a box of its own names nothing. */
export function hasWords({ letters, phrase }: Block): boolean {
  return phrase !== '' || letters > LONGEST_NAME
}

/** Is this a tag whose words are read as a part of the text around it? */
export function isInlineTag(tag: string): boolean {
  return INLINE.has(tag) || FLOWING.has(tag)
}

/** Is it painted in a line with the text around it? */
function isInline(element: Element): boolean {
  return getComputedStyle(element).display === 'inline'
}

function newRun(element: Element, parent: Run | null, tokensBefore: number): Run {
  return { element, parent, tokensBefore, parts: [], letters: 0, total: 0, order: 0, last: null, end: null }
}

function toBlock(run: Run): Block {
  const text = run.letters > LONGEST_NAME ? '' : run.parts.join('').replace(/\s+/g, ' ').trim()
  const { element, parent, order, letters } = run
  const inline = tagOf(element) === 'a' || INLINE.has(tagOf(element))
  return {
    type: 'block',
    order,
    element,
    last: run.last as Text,
    end: run.end as Text,
    text,
    phrase: phrase(text),
    letters,
    inProse: () => inline && parent !== null && parent.total > 0 && isInline(element),
  }
}

/** Inline elements without a role of their own belong to the text around them. */
function isPartOfText(element: Element, tag: string): boolean {
  if (!INLINE.has(tag) || attribute(element, 'role') !== null || attribute(element, 'tabindex') !== null) return false
  return !isApart(element)
}

/** Is it a box beside others, like a column or a badge, though its tag is that of a word in a sentence? */
function isApart(element: Element): boolean {
  if (!previousElementOf(element) && !nextElementOf(element)) return false
  if (isWords(previousSiblingOf(element)) || isWords(nextSiblingOf(element))) return false
  const { display } = getComputedStyle(element)
  return display !== 'inline' && display !== 'contents'
}

/** The name of a picture in an icon font, such as "expand_more": a person sees the picture. */
function isIconName(node: Text, words: string): boolean {
  if (!/^[a-z][a-z0-9_]*$/.test(words)) return false
  if (words.includes('_')) return true
  const parent = parentOf(node)
  return isElement(parent) && INLINE.has(tagOf(parent)) && attribute(parent, 'aria-hidden') === 'true'
}

function isWords(node: Node | null): boolean {
  return node instanceof Text && node.data.trim() !== ''
}
