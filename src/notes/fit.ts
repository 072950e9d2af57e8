import type { Box } from '../page/box'
import { composedParent } from '../page/dom'
import { linesOf } from '../page/geometry'
import { type RowBox, rowBox } from './row-box'
import type { Seat } from './row-host'
import { type Wall, walls } from './walls'

/** How far, in pixels, a note may stand out of its row before it counts as cut. */
const SLACK = 3

/** The same above and below, where nothing cuts it: the words' own box may be low, but not by a whole line. */
const LEDGE = 9

/** How far down, in pixels, a note goes that would lie on the words above it. */
const LOWER = 5

/**
 * How a note stands in its row: well; well in a line of its own, for which it must `lower` itself; without the room that it
 * needs; not at all, as the page has put something else there, or
 * has emptied it with all others; or it is not rendered, so that nobody can tell.
 */
export type Fit = 'well' | 'wrapped' | 'lower' | 'cut' | 'taken' | 'denied' | 'unseen'

/**
 * How wide the row of a text is, in CSS pixels; 0 while it is not rendered. Not what is painted: a list may open with
 * a scaling animation.
 */
export function roomOf(text: Text): number {
  for (let node = composedParent(text); node; node = composedParent(node)) {
    const { clientWidth } = node
    if (clientWidth > 0) return clientWidth
  }
  return 0
}

/** A note as it is painted. */
interface Measured extends RowBox {
  /** The lines of its text. */
  readonly lines: readonly Box[]
  readonly around: readonly Wall[]
}

/** Answers how notes stand in their rows, as long as nothing is written. */
export function fitter(): (text: Text, words: Box | null, seat: Seat, content: string) => Fit {
  const wallsAround = walls()
  return (text, words, seat, content) => {
    const found = words && rowBox(seat, words, content)
    if (!found) return 'unseen'
    if (found === 'taken' || found === 'denied') return found
    const measured = { ...found, lines: linesOf(text), around: wallsAround(seat.host.element) }
    if (!isInside(measured) || isSqueezed(seat, measured)) return 'cut'
    if (!measured.isWrapped) return 'well'
    return isTouching(measured) ? 'lower' : 'wrapped'
  }
}

/** Does it lie on the words that it stands under, in a line of its own? As much lower it still has room in its row. */
function isTouching(measured: Measured): boolean {
  const { box, lines } = measured
  if (box.top >= (lines.at(-1)?.bottom ?? 0)) return false
  const { left, top, right, bottom } = box
  return isInside({ ...measured, box: { left, top: top + LOWER, right, bottom: bottom + LOWER } })
}

/** Did it push its own text into a second line? In a row of flexible columns it is a column of its own. */
function isSqueezed({ flow }: Seat, { lines }: Measured): boolean {
  return flow === 'column' && new Set(lines.map(({ top }) => Math.round(top))).size > 1
}

/** Is all of it inside every box around it that cuts off what stands out, and inside its own row? */
function isInside({ box: note, lines, around }: Measured): boolean {
  const line = lines.at(-1)
  return around.every(({ box, cuts, scrolls, inset }, at) => {
    const edge = scrolls ? 0 : cuts ? inset : -SLACK
    if (note.left < box.left - SLACK || note.right > box.right - edge) return false
    // Further out, a list that scrolls hides whole rows; that is not cutting.
    if (scrolls) return true
    // What hides the words too, as a panel that is still sliding open, does not cut the note.
    const isShown = at === 0 || (line !== undefined && line.top >= box.top && line.bottom <= box.bottom)
    const over = cuts ? SLACK : LEDGE
    return !isShown || (note.top >= box.top - over && note.bottom <= box.bottom + over)
  })
}
