import { composedParent, isConnected, rectOf } from '../page/dom'
import { viewportOf } from '../page/geometry'
import { blockAround } from './row-box'
import type { Width } from './row-sheets'

/** Keeps native lists inside their column and the window, whose labels make them wider. */
export interface ListWidths {
  /** Have these lists. */
  readonly reconcile: (lists: ReadonlySet<Element>) => void
  /** Measure those that are new or have another room; answers whether a width has changed. */
  readonly fit: () => boolean
  /** The widths that lists must not exceed. */
  readonly widths: () => readonly Width[]
}

interface Kept {
  /** The width of what the list stands in, in CSS pixels, when it was measured. */
  room: number
  most: number | null
}

/** What is left free at the window's edge, and the least that a list can be read in, in pixels. */
const EDGE = 8
const LEAST = 96

export function createListWidths(): ListWidths {
  const kept = new Map<Element, Kept>()
  return {
    reconcile(lists) {
      for (const list of kept.keys()) if (!lists.has(list)) kept.delete(list)
      for (const list of lists) if (!kept.has(list)) kept.set(list, { room: 0, most: null })
    },
    fit() {
      let changed = false
      for (const [list, one] of kept) {
        const outer = composedParent(list)
        if (!outer || !isConnected(list)) continue
        const room = rectOf(blockAround(outer)).width
        if (room === one.room) continue
        one.room = room
        const most = mostOf(list, outer)
        const before = one.most
        // Once it has a limit it keeps one, which moves with its room.
        if (most !== null && (before !== null || rectOf(list).width > most + 1)) one.most = most
        changed ||= one.most !== before
      }
      return changed
    },
    widths: () => [...kept].flatMap(([element, { most }]) => (most === null ? [] : [{ element, most }])),
  }
}

/** How wide a list may be from where it begins; null while it is not rendered. */
function mostOf(list: Element, outer: Element): number | null {
  const { left, right } = rectOf(list)
  if (right <= left) return null
  const around = blockAround(outer)
  const { paddingRight, borderRightWidth } = getComputedStyle(around)
  const column = rectOf(around).right - Number.parseFloat(paddingRight) - Number.parseFloat(borderRightWidth)
  return Math.max(LEAST, Math.floor(Math.min(column, viewportOf(document).right - EDGE) - left))
}
