import { LONGEST_NAME } from '../form/phrase'
import { joinedLines } from './broken-lines'
import { controlKind, isEditable, isPressedByRole, opensSomething, wordlessName } from './control-kind'
import { assignedTo, attribute, isElement, parentOf, tagOf } from './dom'
import { echoesIn } from './echoes'
import { FLOWING, isIconName, isPartOfText } from './inline'
import { once } from './once'
import { addText, blockOf, newRun, type Run } from './run'
import { type Sight, sightOf } from './seen'
import { inOrder } from './spans'
import type { Block, Token, Tokens } from './token'
import { walk } from './walk'

export type { Block, Control, Token, Tokens } from './token'

/** With more texts and controls than this a page is not the form. */
const MOST_TOKENS = 3000

/** What is read before there is a page, and of one that is too big to be the form. */
export const NO_TOKENS: Tokens = {
  all: [],
  blocks: [],
  controls: [],
  labels: [],
  indexOf: () => 0,
  roots: [],
  holds: () => false,
  spanOf: () => null,
  isSeen: () => false,
  isOperable: () => false,
}

const SKIPPED = new Set(
  'script style template noscript svg math canvas video audio object iframe head textarea select datalist'.split(' '),
)
const BREAKS = new Set(['br', 'hr', 'img'])

/** What a walk has met. */
interface Met {
  readonly all: Token[]
  readonly roots: ShadowRoot[]
  readonly labels: Element[]
  // What an element holds is a stretch of the reading order: from where it begins to where it ends.
  readonly begins: Map<Element, number>
  readonly ends: Map<Element, number>
}

/**
 * Read the texts and controls below `start`. Never goes into what a person types in (text areas, editable elements).
 * @param ours tells the guide's own elements, which are not part of the page.
 * @param isName tells of a text whether it is a name as it stands, to put together what line breaks part.
 */
export function readTokens(
  start: Element,
  ours: (element: Element) => boolean,
  isName: (text: string) => boolean = () => false,
): Tokens {
  const sight = sightOf(start.ownerDocument)
  const met: Met = { all: [], roots: [], labels: [], begins: new Map(), ends: new Map() }
  if (!collect(start, ours, isName, sight, met)) return NO_TOKENS
  const { all, roots, labels, begins, ends } = met
  const holds = (outer: Element, at: number) => at >= (begins.get(outer) ?? at + 1) && at < (ends.get(outer) ?? at)
  all.sort(inOrder)
  const whole = joinedLines(all, isName, holds)
  const echoes = echoesIn(whole, sight)
  const read = whole.filter((token) => !echoes.has(token))
  const indices = once(() => new Map<Token, number>(read.map((token, index) => [token, index])))
  return {
    ...sight,
    all: read,
    blocks: read.filter((token) => token.type === 'block').filter(hasWords),
    controls: read.filter((token) => token.type === 'control'),
    labels,
    indexOf: (token) => indices().get(token) ?? 0,
    roots,
    holds,
    spanOf: (element) => {
      const from = begins.get(element)
      return from === undefined ? null : [from, ends.get(element) ?? from]
    },
  }
}

/** Walk the page. Answers whether it could be walked to its end. */
function collect(
  start: Element,
  ours: (element: Element) => boolean,
  isName: (text: string) => boolean,
  sight: Sight,
  met: Met,
): boolean {
  const { all, roots, labels, begins, ends } = met
  let order = 0
  let run: Run = newRun(start, start, null, 0)
  const next = () => order++

  const flush = () => {
    const block = blockOf(run, sight, isName)
    if (block) all.push(block)
    run.parts = []
    run.letters = 0
  }
  const begin = (element: Element, until = element) => {
    run = newRun(element, until, run, all.length)
  }
  /** It takes room, but says nothing. */
  const addIcon = (node: Text) => {
    flush()
    const icon = newRun(run.element, run.until, run.parent, 0)
    addText(icon, node, next)
    const block = blockOf(icon, sight, isName)
    if (block) all.push({ ...block, text: '', phrase: '' as Block['phrase'], letters: 0 })
  }
  const endRun = (element: Element, parent: Run) => {
    flush()
    if (isNamedByAttribute(element, all.slice(run.tokensBefore), sight)) {
      all.length = run.tokensBefore
      all.push({ type: 'control', order: next(), element, kind: opensSomething(element) ? 'combobox' : 'button' })
    }
    run = parent
  }

  const whole = walk(start, {
    enter(element) {
      if (ours(element)) return false
      begins.set(element, order)
      const tag = tagOf(element)
      const kind = controlKind(element, tag)
      if (tag === 'label') labels.push(element)
      if (kind) {
        flush()
        all.push({ type: 'control', order: next(), element, kind })
      } else if (BREAKS.has(tag)) flush()
      if (SKIPPED.has(tag) || isEditable(element)) {
        ends.set(element, order)
        return false
      }
      const [slotted] = assignedTo(element)
      const light = slotted && parentOf(slotted)
      if (isElement(light ?? null)) {
        flush()
        begin(light as Element, element)
      } else if (!isPartOfText(element, tag)) {
        if (!FLOWING.has(tag)) flush()
        begin(element)
      }
      return true
    },
    text(node) {
      const words = node.data.trim()
      if (words.length < LONGEST_NAME && isIconName(node, words)) addIcon(node)
      else addText(run, node, next)
    },
    leave(element) {
      if (run.until === element && run.parent) endRun(element, run.parent)
      ends.set(element, order)
    },
    shadow: (root) => void roots.push(root),
    isEnough: () => all.length > MOST_TOKENS,
  })
  flush()
  return whole
}

/** Is this something to press or choose without words, or with words that nobody sees and none is told? */
function isNamedByAttribute(element: Element, inside: readonly Token[], { isSeen }: Sight): boolean {
  if (inside.length === 0) return wordlessName(element) !== null
  if (!isPressedByRole(element) || attribute(element, 'aria-label') === null) return false
  return inside.every((token) => token.type === 'block' && !isSeen(token.element))
}

/** An arrow, a star or "(required)" in a box of its own names nothing. */
export function hasWords({ letters, phrase }: Block): boolean {
  return phrase !== '' || letters > LONGEST_NAME
}
