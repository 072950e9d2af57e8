import type { Box } from './box'
import { composedContains, composedParent, isConnected, isShown, rectOf, shadowOf } from './dom'
import type { Block } from './token'

/** How far from the words, in pixels, the star may begin that says a field is required. */
const STAR = 12

/** The box of an element; null if it is not rendered. */
export function boxOf(element: Element): Box | null {
  const { left, top, right, bottom } = rectOf(element)
  return right > left && bottom > top ? { left, top, right, bottom } : null
}

/** The boxes of the lines that a text is painted in. */
export function lineBoxes(block: Block): readonly Box[] {
  return isConnected(block.last) ? linesOf(block.last) : []
}

// One for all: browsers keep every range up to date at every change of the page, until it is collected as garbage.
let ruler: Range | undefined

/** The boxes of the lines that a text node is painted in. */
export function linesOf(text: Text): readonly Box[] {
  ruler ??= document.createRange()
  ruler.selectNodeContents(text)
  const boxes = [...ruler.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  ruler.selectNode(document.documentElement)
  return boxes
}

/** The last line of a text, where a note beside it begins: after the star, if one stands right behind the words. */
export function wordsBox(block: Block): Box | null {
  const line = lineBoxes(block).at(-1)
  if (!line || block.end === block.last || !isConnected(block.end)) return line ?? null
  const star = linesOf(block.end).at(-1)
  const { left, top, right, bottom } = line
  const follows = star && star.left >= right - 1 && star.left < right + STAR && star.top < bottom && star.bottom > top
  return follows ? { left, top, right: star.right, bottom } : line
}

/** Is `box` inside `other`, or nearly so? A floating label stands inside its control. */
export function isWithin(box: Box, other: Box): boolean {
  const middle = (box.top + box.bottom) / 2
  return middle > other.top && middle < other.bottom && box.left >= other.left - 1 && box.right <= other.right + 1
}

/** Is an element rendered at all? */
export function isRendered(element: Element): boolean {
  return isShown(element, { visibilityProperty: true })
}

/**
 * Does the point in the middle of a box show this element, and not something that covers it?
 * @param row what stands in it lets the element be seen, as what is laid over a whole card to be clicked.
 */
export function isPainted(box: Box, element: Element, row?: Element): boolean {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  let hit = document.elementFromPoint(x, y)
  for (let root = hit && shadowOf(hit); root; root = hit && shadowOf(hit)) {
    const deeper = root.elementFromPoint(x, y)
    if (!deeper || deeper === hit) break
    hit = deeper
  }
  if (!hit || !isRendered(element)) return false
  if (composedContains(element, hit)) return true
  if (composedContains(hit, element)) return !isCutOff(element, hit, x, y)
  return isNeighbour(hit, element) || (row !== undefined && composedContains(row, hit))
}

/** Does a box between an element and what is hit instead of it, such as a list that scrolls, hide this point of it? */
function isCutOff(element: Element, hit: Element, x: number, y: number): boolean {
  for (let node = composedParent(element); node && node !== hit; node = composedParent(node)) {
    const { overflowX, overflowY, display, clipPath } = getComputedStyle(node)
    // What a path leaves is hit itself.
    if (clipPath !== 'none') return true
    const { left, top, right, bottom } = rectOf(node)
    if (x >= left && x <= right && y >= top && y <= bottom) continue
    if (display !== 'contents' && (overflowX !== 'visible' || overflowY !== 'visible')) return true
  }
  return false
}

/** Labels are often painted over their control, or the control over them, inside one small wrapper. */
function isNeighbour(hit: Element, element: Element): boolean {
  const wrapper = composedParent(element)
  return wrapper !== null && composedParent(hit) === wrapper
}

/** How much larger a style sheet draws the whole page, by the CSS property `zoom`; 1 if it does not. */
export function zoomOf(page: Document): number {
  const { currentCSSZoom } = page.documentElement as { readonly currentCSSZoom?: number }
  return currentCSSZoom || 1
}

/** What is seen of the page, in the pixels in which boxes are measured. */
export function viewportOf(page: Document): Box {
  const { clientWidth, clientHeight } = page.documentElement
  const zoom = zoomOf(page)
  const [width, height] = [clientWidth * zoom, clientHeight * zoom]
  const { innerWidth = width, innerHeight = height } = page.defaultView ?? {}
  // Browsers tell the root's width with its zoom or without: https://drafts.csswg.org/css-viewport/#dom-zoom
  return { left: 0, top: 0, right: Math.min(width, innerWidth), bottom: Math.min(height, innerHeight) }
}
