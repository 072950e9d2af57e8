import { composedParent, flatParent, isConnected, nextSiblingOf, previousSiblingOf, rectOf, tagOf } from '../page/dom'
import { viewportOf } from '../page/geometry'
import { blockAround } from './row-box'
import type { Width } from './row-sheets'

/** Keeps native lists from moving the page, whose labels make them wider: inside their column, and where they were. */
export interface ListWidths {
  /** Have these lists. Measures those that are new: call it before they have labels. */
  readonly reconcile: (lists: ReadonlySet<Element>) => void
  /** Measure those whose room has changed; answers whether a width has. */
  readonly fit: () => boolean
  /** The widths that lists must not exceed. */
  readonly widths: () => readonly Width[]
}

interface Kept {
  /** How wide it was without labels, and where in what it stands in; null if it was not rendered. */
  readonly before: Place | null
  /** The width of what the list stands in, in CSS pixels, when it was measured. */
  room: number
  most: number | null
}

interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** What is left free at the window's edge, the least that a list can be read in, and what is no move, in pixels. */
const EDGE = 8
const LEAST = 96
const STILL = 4
/** How far up a list may stand in what shares its room out among others. */
const UPWARDS = 4

export function createListWidths(): ListWidths {
  const kept = new Map<Element, Kept>()
  return {
    reconcile(lists) {
      for (const list of kept.keys()) if (!lists.has(list)) kept.delete(list)
      for (const list of lists)
        if (!kept.has(list)) kept.set(list, { before: mayMove(list) ? placeOf(list) : null, room: 0, most: null })
    },
    fit() {
      let changed = false
      for (const [list, one] of kept) {
        const outer = composedParent(list)
        if (!outer || !isConnected(list)) continue
        const room = rectOf(blockAround(outer)).width
        if (room === one.room) continue
        one.room = room
        const most = mostOf(list, outer, one.before)
        const last = one.most
        // Once it has a limit it keeps one, which moves with its room.
        if (most !== null && (last !== null || rectOf(list).width > most + 1)) one.most = most
        changed ||= one.most !== last
      }
      return changed
    },
    widths: () => [...kept].flatMap(([element, { most }]) => (most === null ? [] : [{ element, most }])),
  }
}

function placeOf(list: Element): Place | null {
  const outer = composedParent(list)
  const box = rectOf(list)
  if (!outer || box.width === 0) return null
  const around = rectOf(outer)
  return { left: box.left - around.left, top: box.top - around.top, width: box.width }
}

/** How wide a list may be; null while it is not rendered. */
function mostOf(list: Element, outer: Element, before: Place | null): number | null {
  const { left, right } = rectOf(list)
  if (right <= left) return null
  const around = blockAround(outer)
  const { paddingRight, borderRightWidth } = getComputedStyle(around)
  const column = rectOf(around).right - Number.parseFloat(paddingRight) - Number.parseFloat(borderRightWidth)
  const most = Math.max(LEAST, Math.floor(Math.min(column, viewportOf(document).right - EDGE) - left))
  return before && (sharesRoom(list) || hasMoved(list, before)) ? Math.min(most, Math.ceil(before.width)) : most
}

/** May it move itself, or others, if it is wider? By style alone, so that most lists need not be measured at once. */
function mayMove(list: Element): boolean {
  return isInLine(list, previousSiblingOf) || sharesRoom(list)
}

/** Are others in its line after it, or in columns beside it? */
function sharesRoom(list: Element): boolean {
  if (isInLine(list, nextSiblingOf)) return true
  let node = flatParent(list)
  for (let step = 0; node && step < UPWARDS; step++, node = flatParent(node)) {
    const { display, cssFloat } = getComputedStyle(node)
    if (/table-cell|flex|grid|inline-block/.test(display) || cssFloat !== 'none') return true
    if (/^(block|flow-root|list-item)$/.test(display)) return false
  }
  return false
}

/** Does something stand in a line with a list, on one side of it? */
function isInLine(list: Element, beside: (node: Node) => Node | null): boolean {
  for (let next = beside(list); next; next = beside(next)) {
    if (next instanceof Text && next.data.trim() !== '') return true
    if (next instanceof Element) return tagOf(next) !== 'br' && /^inline/.test(getComputedStyle(next).display)
  }
  return false
}

/** Has it gone to another line because it is wider? */
function hasMoved(list: Element, before: Place): boolean {
  const now = placeOf(list)
  return now !== null && (Math.abs(now.left - before.left) > STILL || Math.abs(now.top - before.top) > STILL)
}
