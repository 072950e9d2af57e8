import type { Box } from '../page/box'
import { composedParent, rectOf } from '../page/dom'
import { linesOf } from '../page/geometry'
import { middleOf } from './boxes'
import type { Chip } from './chip'
import { type Wall, walls } from './walls'

/** How far, in pixels, a chip may stand out of its row before it counts as cut. */
const SLACK = 3

/** The same above and below, where nothing cuts it: the words' own box may be low, but not by a whole line. */
const LEDGE = 9

/** How far down, in pixels, a chip goes that would lie on the words above it. */
const LOWER = 5

/** Whether a chip has room in its row: as it is, only without its reason, or not at all. */
export type Fit = 'whole' | 'brief' | 'none'

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

/** A chip and the text that it follows. */
export interface Seated {
  readonly chip: Chip
  readonly after: Text
  /** It pushes its neighbours away: under its words where they have a box of their own, and without its reason. */
  readonly pushing: boolean
  readonly ownBox: Element | null
}

/**
 * Find the chips' room, by measuring. Leaves each in the form that it answers. All are read before any is written, so
 * that the page is laid out once for all of them, and not at all where every chip has room.
 */
export function fitChips(seated: readonly Seated[]): readonly Fit[] {
  for (const { chip, pushing, ownBox } of seated) {
    chip.stack(ownBox !== null)
    chip.shorten(pushing)
    chip.lower(false)
  }
  const first = measures()
  const whole = seated.map((one) => {
    const measured = first(one)
    if (!isInside(measured)) return false
    return one.ownBox ? isUnder(measured, one.ownBox) : !(isWrapped(measured) || isSqueezed(one.after, measured))
  })
  seated.forEach(({ chip }, index) => {
    if (whole[index]) return
    chip.stack(false)
    chip.shorten(true)
  })
  const second = measures()
  const fits = seated.map((one, index): { readonly fit: Fit; readonly lower: boolean } => {
    if (whole[index]) return { fit: 'whole', lower: false }
    const measured = second(one)
    const fit = isInside(measured) && !isSqueezed(one.after, measured) ? 'brief' : 'none'
    return { fit, lower: fit === 'brief' && isTouching(measured) }
  })
  for (const [index, { chip }] of seated.entries()) if (fits.at(index)?.lower) chip.lower(true)
  return fits.map(({ fit }) => fit)
}

/** A chip as it is painted. */
interface Measured {
  readonly box: Box
  /** The lines of its text. */
  readonly lines: readonly Box[]
  readonly around: readonly Wall[]
}

/** Answers how chips are painted, as long as nothing is written. */
function measures(): (one: Seated) => Measured {
  const wallsAround = walls()
  return ({ chip: { element, view }, after }) => {
    const parent = composedParent(element)
    return { box: rectOf(view), lines: linesOf(after), around: parent ? wallsAround(parent) : [] }
  }
}

/** Has its own box grown with it? A box of a fixed height does not. */
function isUnder({ box }: Measured, ownBox: Element): boolean {
  return box.bottom <= rectOf(ownBox).bottom + SLACK
}

/** Did it go to a line of its own, because the text's line was full? */
function isWrapped({ box, lines }: Measured): boolean {
  const line = lines.at(-1)
  return line !== undefined && box.top >= middleOf(line)
}

/** Does it lie on the words that it stands under, in a line of its own? As much lower it still has room in its row. */
function isTouching(measured: Measured): boolean {
  const { box, lines, around } = measured
  if (!isWrapped(measured) || box.top >= (lines.at(-1)?.bottom ?? 0)) return false
  const { left, top, right, bottom } = box
  return isInside({ box: { left, top: top + LOWER, right, bottom: bottom + LOWER }, lines, around })
}

/** Did it push its own text into a second line? In a row of flexible columns it is a column of its own. */
function isSqueezed(after: Text, { lines }: Measured): boolean {
  const parent = composedParent(after)
  const flexible = parent && getComputedStyle(parent).display.includes('flex')
  return flexible === true && new Set(lines.map(({ top }) => Math.round(top))).size > 1
}

/** Is all of it inside every box around it that cuts off what stands out, and inside its own row? */
function isInside({ box: chip, lines, around }: Measured): boolean {
  const line = lines.at(-1)
  return around.every(({ box, cuts, scrolls, inset }, at) => {
    const edge = scrolls ? 0 : cuts ? inset : -SLACK
    if (chip.left < box.left - SLACK || chip.right > box.right - edge) return false
    // Further out, a list that scrolls hides whole rows; that is not cutting.
    if (scrolls) return true
    // What hides the words too, as a panel that is still sliding open, does not cut the chip.
    const isShown = at === 0 || (line !== undefined && line.top >= box.top && line.bottom <= box.bottom)
    const over = cuts ? SLACK : LEDGE
    return !isShown || (chip.top >= box.top - over && chip.bottom <= box.bottom + over)
  })
}
