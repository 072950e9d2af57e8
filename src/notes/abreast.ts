import { type Box, unionOf } from '../page/box'
import { flatParent, nextSiblingOf, tagOf } from '../page/dom'
import { linesOf } from '../page/geometry'
import { inherited } from '../page/inherited'

/** How far up the element is looked for that lays two texts out. */
const UPWARDS = 10

/**
 * The element that may lay two neighbouring texts out side by side, by style alone; null if one stands below the other.
 * Costs no layout, so that it can be asked before a note is written.
 */
export function mayStandAbreast(a: Text, b: Text): Element | null {
  const fork = forkOf(a, b)
  if (!fork) return null
  const { around, first, second } = fork
  const { display, flexDirection } = getComputedStyle(around)
  if (display.includes('flex')) return flexDirection.startsWith('row') ? around : null
  if (display.includes('grid') || display === 'table-row') return around
  return flows(first) && flows(second) && !isBroken(first, second) ? around : null
}

/** Answers the element with which another is taken out of the page's flow, itself or around it; null if it is in it. */
export function layers(): (element: Element) => Element | null {
  const isOut = (element: Element) => /^(absolute|fixed)$/.test(getComputedStyle(element).position)
  return inherited<Element | null>(null, (element, layer) => (isOut(element) ? element : layer), flatParent)
}

/** Are two texts painted in one line, one after the other? */
export function standAbreast(one: Box | null, other: Box | null): boolean {
  if (!one || !other) return false
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const least = Math.min(one.bottom - one.top, other.bottom - other.top)
  return shared > least / 2 && (one.right <= other.left || other.right <= one.left)
}

/** Would more words in this row move those that are there, because they stand in its middle? */
export function isCentred(element: Element): boolean {
  let node: Element | null = element
  let style = getComputedStyle(node)
  while (node && (style.display === 'inline' || style.display === 'contents')) {
    node = flatParent(node)
    if (node) style = getComputedStyle(node)
  }
  const parent = node && flatParent(node)
  const box = parent ? getComputedStyle(parent) : null
  if (style.display.includes('flex')) return isMiddle(style)
  // A column is as wide as its words, unless it is told to grow.
  if (box?.display.includes('flex') && !box.flexDirection.startsWith('column') && Number(style.flexGrow) === 0)
    return box.justifyContent === 'center'
  return style.textAlign === 'center'
}

function isMiddle({ flexDirection, alignItems, justifyContent }: CSSStyleDeclaration): boolean {
  return (flexDirection.startsWith('column') ? alignItems : justifyContent) === 'center'
}

/** Where two texts part: the element around both, and what each stands in. */
interface Fork {
  readonly around: Element
  readonly first: Node
  readonly second: Node
}

function forkOf(a: Text, b: Text): Fork | null {
  const branches = new Map<Element, Node>()
  let branch: Node = a
  for (let step = 0, node = flatParent(a); node && step < UPWARDS; step++, node = flatParent(node)) {
    branches.set(node, branch)
    branch = node
  }
  branch = b
  for (let step = 0, node = flatParent(b); node && step < UPWARDS; step++, node = flatParent(node)) {
    const first = branches.get(node)
    if (first) return { around: laidOutBy(node), first, second: branch }
    branch = node
  }
  return null
}

function laidOutBy(element: Element): Element {
  let node = element
  for (let up = flatParent(node); up && getComputedStyle(node).display === 'contents'; up = flatParent(node)) node = up
  return node
}

/** Does it go on in a line with what stands beside it? */
function flows(node: Node): boolean {
  if (!(node instanceof Element)) return true
  const { display, cssFloat } = getComputedStyle(node)
  return cssFloat !== 'none' || /^(inline|contents|table-cell)/.test(display)
}

function isBroken(first: Node, second: Node): boolean {
  for (let node = nextSiblingOf(first); node && node !== second; node = nextSiblingOf(node)) {
    if (node instanceof Element && /^(br|hr)$/.test(tagOf(node))) return true
  }
  return false
}

/** The box around all lines of a text; null if it is not painted. */
export function spanOf(text: Text): Box | null {
  return unionOf(linesOf(text))
}
