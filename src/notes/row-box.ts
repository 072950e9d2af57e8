import type { Box } from '../page/box'
import { flatParent, rectOf } from '../page/dom'
import { middleOf } from './boxes'
import type { Seat } from './row-host'

/** A note in its row as it is painted, in CSS pixels of the viewport. */
export interface RowBox {
  readonly box: Box
  /** It stands in a line of its own, because that of the words is full. */
  readonly isWrapped: boolean
}

/** How far, in pixels, a note may reach out of its line; one that keeps away from the words above it does not. */
const OVERLAP = 4

/**
 * Where the browser paints generated content: no interface tells its place, only its size, so it is worked out from that of
 * the words before it. Null while it is not rendered; `taken` if the page has put something else there, or wants nothing there.
 * https://www.w3.org/TR/cssom-1/#dom-window-getcomputedstyle (used values of pseudo-elements)
 * @param words the last line of the words.
 * @param content what it must say, as the value of `content`.
 */
export function rowBox({ host, flow }: Seat, words: Box, content: string): RowBox | 'taken' | null {
  const note = getComputedStyle(host.element, `::${host.side}`)
  const size = [Number.parseFloat(note.width), Number.parseFloat(note.height)] as const
  if (note.content !== content) return 'taken'
  if (!(size[0] > 0 && size[1] > 0)) return null
  const around = blockAround(host.element)
  const scale = scaleOf(around)
  const [width, height] = [size[0] * scale, size[1] * scale]
  const gap = Number.parseFloat(note.marginLeft) * scale || 0
  const style = getComputedStyle(around)
  const outer = rectOf(around)
  const px = (length: string) => Number.parseFloat(length) * scale
  const start = outer.left + px(style.paddingLeft) + px(style.borderLeftWidth)
  const end = outer.right - px(style.paddingRight) - px(style.borderRightWidth)
  const columnGap = flow === 'column' ? (Number.parseFloat(style.columnGap) || 0) * scale : 0
  const left = words.right + gap + columnGap
  const canWrap = flow === 'line' && !/nowrap|^pre$/.test(getComputedStyle(host.element).whiteSpace)
  const isWrapped = canWrap && left + width > end + 1
  const at = (x: number, middle: number): Box => ({
    left: x,
    top: middle - height / 2,
    right: x + width,
    bottom: middle + height / 2,
  })
  if (!isWrapped) return { box: at(left, middleOf(words)), isWrapped }
  const lineHeight = Number.parseFloat(style.lineHeight) * scale || words.bottom - words.top
  const lowered = (Number.parseFloat(note.marginTop) + OVERLAP) * scale
  return { box: at(start + gap, middleOf(words) + lineHeight + lowered), isWrapped }
}

/** The box whose lines an element stands in: itself, unless it is a part of a line. */
export function blockAround(element: Element): Element {
  let node = element
  for (let up = flatParent(node); up; up = flatParent(node)) {
    const { display } = getComputedStyle(node)
    if (display !== 'inline' && display !== 'contents') return node
    node = up
  }
  return node
}

/** How much larger than its size an element is painted: lists open with a scaling animation, and pages are zoomed. */
function scaleOf(element: Element): number {
  if (!(element instanceof HTMLElement) || element.offsetWidth === 0) return 1
  return rectOf(element).width / element.offsetWidth
}
