import {
  attribute,
  composedContains,
  composedParent,
  firstChildOf,
  isElement,
  nextSiblingOf,
  parentOf,
  slotOf,
  tagOf,
} from '../page/dom'
import type { Row } from '../page/rows'
import type { Host } from './row-sheets'
import type { Flow } from './row-style'

/** Where a row's words can be followed by a note, and how it is laid out there. */
export interface Seat {
  readonly host: Host
  readonly flow: Flow
}

/** How far up from the words their row is looked through. */
const UPWARDS = 5

/** How deep an element may lie that is addressed by its place. */
const DEEPEST = 80

/** Elements that are drawn by the browser, or not at all, have no generated content. */
const WITHOUT =
  /^(input|select|textarea|img|svg|br|hr|iframe|video|audio|canvas|object|embed|option|tr|tbody|table|slot)$/

/**
 * Where the note of a row can follow its words, the best place first: in the element that holds the words, if nothing comes
 * after them in it; in one around it of which the same is true; before what comes next.
 * @param isFree whether the page has no use of its own for this generated content.
 */
export function seatsIn({ block, element: row }: Row, isFree: (host: Host) => boolean): readonly Seat[] {
  const seats: Seat[] = []
  let last: Node = block.end
  let node = holderOf(last)
  if (node && isDeep(node)) return []
  for (let step = 0; node && step < UPWARDS; step++) {
    const flow = flowIn(node)
    const next = firstAfter(last, flow === 'line')
    if (next) {
      const host: Host | null = isBesideWords(next, row) ? { element: next, side: 'before' } : null
      if (host && isFree(host)) seats.push({ host, flow: 'line' })
      break
    }
    const host: Host = { element: node, side: 'after' }
    if (flow && isFree(host)) seats.push({ host, flow })
    if (node === row || !composedContains(row, node)) break
    last = node
    node = holderOf(node)
  }
  return seats
}

/** Is its address so long that those of many such would cost more than all else? */
function isDeep(element: Element): boolean {
  let node: Element | null = element
  for (let depth = 0; node; depth++, node = composedParent(node)) if (depth > DEEPEST) return true
  return false
}

/** Where words are heard with the name of the row: in what carries its role, and in nothing that is hidden from screen readers. */
export function heardSeat(row: Row, isFree: (host: Host) => boolean): Seat | null {
  let node = holderOf(row.block.end)
  if (node && isDeep(node)) return null
  for (let step = 0; node && step < UPWARDS; step++, node = holderOf(node)) {
    const host: Host = { element: node, side: 'after' }
    if (!WITHOUT.test(tagOf(node)) && isHeard(host, row) && isFree(host)) return { host, flow: 'line' }
    if (node === row.element || node === row.owner) return null
  }
  return null
}

/** Does a screen reader say what a host shows as a part of the row's name? */
export function isHeard({ element }: Host, { owner, element: row }: Row): boolean {
  const named = owner && composedContains(owner, element)
  if (owner && !named && !isLabelled(element, row)) return false
  for (let node: Element | null = element; node && node !== owner; node = composedParent(node)) {
    if (attribute(node, 'aria-hidden') === 'true') return false
    if (node === row && !named) return true
  }
  return true
}

/** Is it in the label of what the row is chosen with? */
function isLabelled(element: Element, row: Element): boolean {
  for (let node: Element | null = element; node; node = composedParent(node)) {
    if (tagOf(node) === 'label') return true
    if (node === row) return false
  }
  return false
}

/** What a node is painted in: the slot that it is put into, else the element around it in the same tree. */
function holderOf(node: Node): Element | null {
  const parent = slotOf(node) ?? parentOf(node)
  return isElement(parent) ? parent : null
}

/**
 * What is painted after a node in the same box, in the page's flow; null if nothing is. In a line of words a radio or an icon
 * at its end belongs to the words.
 */
function firstAfter(node: Node, inLine: boolean): Node | null {
  for (let next = nextSiblingOf(node); next; next = nextSiblingOf(next))
    if (takesRoom(next) && !(inLine && isSign(next))) return next
  return null
}

function takesRoom(node: Node): boolean {
  if (node instanceof Text) return node.data.trim() !== ''
  if (!isElement(node)) return false
  const { display, position } = getComputedStyle(node)
  if (display === 'none' || /^(absolute|fixed)$/.test(position)) return false
  return display !== 'inline' || firstChildOf(node) !== null || WITHOUT.test(tagOf(node))
}

function isSign(node: Node): boolean {
  if (!isElement(node) || getComputedStyle(node).display.startsWith('block')) return false
  if (tagOf(node) === 'input') return /^(radio|checkbox)$/.test(attribute(node, 'type') ?? '')
  return /^(img|svg)$/.test(tagOf(node))
}

/** Is it a box in the line of the words, and in their row, so that what comes before it comes after them? */
function isBesideWords(next: Node, row: Element): next is Element {
  if (!isElement(next) || WITHOUT.test(tagOf(next)) || next === row || !composedContains(row, next)) return false
  const around = composedParent(next)
  return (
    /^inline/.test(getComputedStyle(next).display) && around !== null && !isFlexible(getComputedStyle(around).display)
  )
}

function isFlexible(display: string): boolean {
  return display.includes('flex') || display.includes('grid')
}

/** How a note is laid out as the last thing in an element; null where it cannot be. */
function flowIn(element: Element): Flow | null {
  if (tagOf(element) !== 'slot' && WITHOUT.test(tagOf(element))) return null
  const { display, flexDirection } = getComputedStyle(boxOf(element))
  // In a grid or a column it would be another row of it, and all that follows would be moved.
  if (display.includes('grid')) return null
  if (display.includes('flex')) return flexDirection.startsWith('row') ? 'column' : null
  return 'line'
}

/** What lays an element's content out: itself, or what is around one that has no box of its own. */
function boxOf(element: Element): Element {
  let node = element
  for (let up = holderOf(node); up && getComputedStyle(node).display === 'contents'; up = holderOf(node)) node = up
  return node
}
