import type { Box, Obstacle } from './box'
import { composedContains, composedParent, isConnected, tagOf } from './dom'
import type { Block, Tokens } from './tokens'

/** The box of an element; null if it is not rendered. */
export function boxOf(element: Element): Box | null {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return right > left && bottom > top ? { left, top, right, bottom } : null
}

/** How tall a control may be, in pixels, that is drawn around a bare input. */
const TALLEST = 80

/**
 * The element that a person takes for the control: many kits draw the box around an input that has no edge of its own.
 */
export function drawnBy(control: Element): Element {
  if (isEdged(control)) return control
  let node = composedParent(control)
  for (let step = 0; node && step < 4; step++, node = composedParent(node)) {
    const { height } = node.getBoundingClientRect()
    if (height > TALLEST || tagOf(node) === 'form') return control
    if (isEdged(node) || isOutlined(node)) return node
  }
  return control
}

/** Is an element laid over it that draws its edge? */
function isOutlined(element: Element): boolean {
  const { width } = element.getBoundingClientRect()
  return [...element.children].some(
    (child) =>
      Math.abs(child.getBoundingClientRect().width - width) < 8 &&
      child.ownerDocument.defaultView?.getComputedStyle(child).position === 'absolute' &&
      isEdged(child),
  )
}

/** Has it an edge or a ground of its own? A native list is drawn by the browser. */
export function isEdged(element: Element): boolean {
  if (tagOf(element) === 'select') return true
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (!style) return true
  const edged = (width: string, line: string) => Number.parseFloat(width) > 0 && line !== 'none' && line !== 'hidden'
  return edged(style.borderTopWidth, style.borderTopStyle) || edged(style.borderBottomWidth, style.borderBottomStyle)
}

/** The boxes of the lines that a text is painted in. */
export function lineBoxes(block: Block): readonly Box[] {
  if (!isConnected(block.last)) return []
  const range = document.createRange()
  range.selectNodeContents(block.last)
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
}

/** How many lines a text node is painted in. */
export function linesOf(text: Text): number {
  const range = document.createRange()
  range.selectNodeContents(text)
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
}

/** The box of the last line of a text node; null if it is not painted. */
export function lastLine(text: Text): Box | null {
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).at(-1) ?? null
}

/** The last line of a text, where a note beside it begins. */
export function wordsBox(block: Block): Box | null {
  return lineBoxes(block).at(-1) ?? null
}

/** Is `box` inside `other`, or nearly so? A floating label stands inside its control. */
export function isWithin(box: Box, other: Box): boolean {
  const middle = (box.top + box.bottom) / 2
  return middle > other.top && middle < other.bottom && box.left >= other.left - 1 && box.right <= other.right + 1
}

/** Is an element rendered at all? */
export function isRendered(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true
}

/** Does the point in the middle of a box show this element, and not something that covers it? */
export function isPainted(box: Box, element: Element): boolean {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  let hit = document.elementFromPoint(x, y)
  while (hit?.shadowRoot) {
    const deeper = hit.shadowRoot.elementFromPoint(x, y)
    if (!deeper || deeper === hit) break
    hit = deeper
  }
  if (!hit) return false
  return composedContains(element, hit) || composedContains(hit, element) || isNeighbour(hit, element)
}

/** Labels are often painted over their control, or the control over them, inside one small wrapper. */
function isNeighbour(hit: Element, element: Element): boolean {
  const wrapper = composedParent(element)
  return wrapper !== null && composedParent(hit) === wrapper
}

/** The boxes of the page's texts and controls that are in sight. */
export function obstacleBoxes(tokens: Tokens): readonly Obstacle[] {
  const height = document.documentElement.clientHeight
  const found: Obstacle[] = []
  for (const token of tokens.all) {
    const boxes = token.type === 'control' ? [boxOf(drawnBy(token.element))] : [...lineBoxes(token), boxOfButton(token)]
    for (const box of boxes) {
      if (!box || box.bottom <= 0 || box.top >= height) continue
      const { left, top, right, bottom } = box
      found.push({ left, top, right, bottom, isSeen: once(() => isPainted(box, token.element)) })
    }
  }
  return found
}

function once(ask: () => boolean): () => boolean {
  let answer: boolean | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}

/** A text on a button stands for the whole button. */
function boxOfButton(block: Block): Box | null {
  return /^(button|a|summary)$/.test(block.element.localName) ? boxOf(block.element) : null
}
