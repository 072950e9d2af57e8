import {
  attribute,
  childrenOf,
  composedContains,
  composedParent,
  elementById,
  parentOf,
  previousElementOf,
  rootOf,
  tagOf,
} from './dom'
import { hasWords } from './tokens'
import type { Block, Control, Token, Tokens } from './token'

/** One thing that a control is called, and the text on the page that says so, if it is one. */
export interface Name {
  readonly text: string
  readonly block: Block | null
  /** It only stands beside the control: nothing in the page says that the two belong together. */
  readonly isNear?: true
}

/** Answers what a control is called, the surest name first. */
export type Namer = (control: Control) => readonly Name[]

const UPWARDS = 8
/** A row of a table with more cells is none of labels and fields. */
const MOST_CELLS = 100
/** What a list of ids is read up to, in characters. */
const LONGEST_REFERENCE = 400

/**
 * Names of controls as a person finds them: `aria-labelledby`, `aria-label`, `<label>`, `title`, placeholder; else the
 * text right before it, or above it in the same column of a table.
 * https://www.w3.org/TR/accname-1.2/ — without embedded controls, whose values are none of our business.
 */
export function namer(tokens: Tokens): Namer {
  const inside = firstBlocks(tokens.blocks)
  const labels = labelsById(inside)
  const taken = new Set<Block>()

  const namesOf: Namer = ({ element }) => [
    ...byReference(element, inside, tokens),
    ...plain(attribute(element, 'aria-label')),
    ...byLabel(element, labels, inside),
    ...plain(attribute(element, 'title')),
    ...plain(attribute(element, 'placeholder')),
  ]
  for (const control of tokens.controls) for (const { block } of namesOf(control)) if (block) taken.add(block)

  return (control) => {
    const names = namesOf(control)
    if (names.some((name) => name.block)) return names
    const near = labelAfter(control, tokens) ?? besideInOrder(control, tokens) ?? aboveInTable(control.element, inside)
    return near && !taken.has(near) ? [...names, { text: near.text, block: near, isNear: true }] : names
  }
}

function plain(text: string | null): Name[] {
  return text?.trim() ? [{ text, block: null }] : []
}

function byReference(element: Element, inside: ReadonlyMap<Element, Block>, tokens: Tokens): Name[] {
  const ids = (attribute(element, 'aria-labelledby') ?? '')
    .slice(0, LONGEST_REFERENCE)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 4)
  return ids.flatMap((id) => {
    const target = elementById(element, id)
    // A closed list may be called by what is chosen in it too; that is not its name.
    const block = target && !composedContains(element, target) ? blockOf(target, inside, tokens) : undefined
    return block ? [{ text: block.text, block }] : []
  })
}

/** The words of an element; those of a `<span>` belong to the element that it stands in. */
function blockOf(target: Element, inside: ReadonlyMap<Element, Block>, tokens: Tokens): Block | undefined {
  const own = inside.get(target)
  if (own) return own
  const parent = composedParent(target)
  const around = parent ? inside.get(parent) : undefined
  return around && tokens.holds(target, around.order) ? around : undefined
}

function byLabel(element: Element, labels: ReadonlyMap<string, Block>, inside: ReadonlyMap<Element, Block>): Name[] {
  const id = attribute(element, 'id')
  const pointed = id === null ? undefined : labels.get(id)
  if (pointed && rootOf(pointed.element) === rootOf(element)) return [{ text: pointed.text, block: pointed }]
  let node: Element | null = element
  for (let step = 0; node && step < UPWARDS; step++, node = composedParent(node)) {
    if (tagOf(node) !== 'label') continue
    const block = inside.get(node)
    return block ? [{ text: block.text, block }] : []
  }
  return []
}

/** The words of every `<label for>` by the id that it points to. */
function labelsById(inside: ReadonlyMap<Element, Block>): ReadonlyMap<string, Block> {
  const found = new Map<string, Block>()
  for (const [element, block] of inside) {
    const target = tagOf(element) === 'label' ? attribute(element, 'for') : null
    if (target !== null && !found.has(target)) found.set(target, block)
  }
  return found
}

/** A `<label>` that floats over a control may come after it, in a box that holds nothing but the two. */
function labelAfter(control: Control, tokens: Tokens): Block | undefined {
  const at = tokens.indexOf(control)
  const [before, after, next] = [tokens.all[at - 1], tokens.all[at + 1], tokens.all[at + 2]]
  const box = composedParent(control.element)
  const isIn = (token: Token | undefined) => box !== null && token !== undefined && tokens.holds(box, token.order)
  if (after?.type !== 'block' || tagOf(after.element) !== 'label' || attribute(after.element, 'for') !== null) return
  return isIn(after) && !isIn(before) && !isIn(next) ? after : undefined
}

/** The text right before a control. */
function besideInOrder(control: Control, tokens: Tokens): Block | undefined {
  const at = tokens.indexOf(control)
  const after = tokens.all[at + 1]
  let beside = [1, 2, 3].map((back) => tokens.all[at - back]).find((token) => !token || isNamed(token))
  // Kits say what is chosen a second time, unseen, for screen readers.
  if (beside?.type === 'block' && after !== beside && after?.type === 'block' && after.phrase === beside.phrase)
    beside = tokens.all[tokens.indexOf(beside) - 1]
  // What stands in one element with the input of a list is what was chosen.
  if (control.kind === 'combobox' && beside?.type === 'block' && tokens.holds(beside.element, control.order))
    beside = tokens.all[tokens.indexOf(beside) - 1]
  if (beside?.type !== 'block' || isInAnother(beside, control, tokens)) return undefined
  const row = closest(control.element, 'tr')
  return row && !tokens.holds(row, beside.order) ? undefined : beside
}

/** Is this text what another control shows, or in one box with it, after it? */
function isInAnother(block: Block, control: Control, tokens: Tokens): boolean {
  const at = tokens.indexOf(block)
  return [1, 2, 3].some((back) => {
    const other = tokens.all[at - back]
    if (other?.type !== 'control' || other === control) return false
    const box = composedParent(other.element) ?? other.element
    return tokens.holds(box, block.order) && !tokens.holds(box, control.order)
  })
}

function isNamed(token: Token): boolean {
  return token.type === 'control' || hasWords(token)
}

/** The text in the same column one row higher, for tables whose labels stand in a row of their own. */
function aboveInTable(element: Element, inside: ReadonlyMap<Element, Block>): Block | undefined {
  const cell = closest(element, 'td')
  const row = cell && parentOf(cell)
  if (!(cell && row instanceof Element) || childrenOf(row).length > MOST_CELLS) return undefined
  const before = previousElementOf(row)
  const above = before === null ? undefined : childrenOf(before)[Array.prototype.indexOf.call(childrenOf(row), cell)]
  return above && inside.get(above)
}

/** The nearest ancestor with a tag, a few levels up. */
export function closest(element: Element, tag: string): Element | null {
  let node: Element | null = element
  for (let step = 0; node && step < UPWARDS; step++, node = composedParent(node)) if (tagOf(node) === tag) return node
  return null
}

/** The first text inside each element that holds one, looked for from the text upwards so that the cost stays linear. */
function firstBlocks(blocks: readonly Block[]): ReadonlyMap<Element, Block> {
  const found = new Map<Element, Block>()
  for (const block of blocks) {
    let node: Element | null = block.element
    for (let step = 0; node && step < UPWARDS; step++, node = composedParent(node)) {
      if (!found.has(node)) found.set(node, block)
    }
  }
  return found
}
