import { composedParent, rectOf } from '../page/dom'
import { linesOf } from '../page/geometry'
import type { Chip } from './chip'

/** How far, in pixels, a chip may stand out of its row before it counts as cut. */
const SLACK = 3

/** The same above and below, where nothing cuts it: the words' own box may be low, but not by a whole line. */
const LEDGE = 9

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
  }
  const whole = seated.map(
    (one) => isInside(one) && (one.ownBox ? isUnder(one) : !(isWrapped(one) || isSqueezed(one.after))),
  )
  seated.forEach(({ chip }, index) => {
    if (whole[index]) return
    chip.stack(false)
    chip.shorten(true)
  })
  return seated.map((one, index) => {
    if (whole[index]) return 'whole'
    return isInside(one) && !isSqueezed(one.after) ? 'brief' : 'none'
  })
}

/** Has its own box grown with it? A box of a fixed height does not. */
function isUnder({ chip, ownBox }: Seated): boolean {
  return ownBox !== null && chip.view.getBoundingClientRect().bottom <= rectOf(ownBox).bottom + SLACK
}

/** Did it go to a line of its own, because the text's line was full? */
function isWrapped({ chip, after }: Seated): boolean {
  const line = linesOf(after).at(-1)
  return line !== undefined && chip.view.getBoundingClientRect().top >= line.bottom - SLACK
}

/** Did it push its own text into a second line? In a row of flexible columns it is a column of its own. */
function isSqueezed(after: Text): boolean {
  const parent = composedParent(after)
  const flexible = parent && getComputedStyle(parent).display.includes('flex')
  return flexible === true && new Set(linesOf(after).map(({ top }) => Math.round(top))).size > 1
}

/** Is all of it inside every box around it that cuts off what stands out, and inside its own row? */
function isInside({ chip: { element, view }, after }: Seated): boolean {
  const line = linesOf(after).at(-1)
  const chip = view.getBoundingClientRect()
  let isRow = true
  for (let node = composedParent(element); node; node = composedParent(node)) {
    const style = getComputedStyle(node)
    if (!style || style.display === 'inline' || style.display === 'contents') continue
    const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    if (!cuts && !isRow) continue
    const box = rectOf(node)
    const scrolls = /auto|scroll/.test(style.overflowY)
    // An ellipsis takes all of what stands out of the content box, and a chip goes as a whole.
    const edge = cuts ? Number.parseFloat(style.paddingRight) + Number.parseFloat(style.borderRightWidth) : -SLACK
    if (chip.left < box.left - SLACK || chip.right > box.right - (scrolls ? 0 : edge)) return false
    // What hides the words too, as a panel that is still sliding open, does not cut the chip.
    const isShown = isRow || (line !== undefined && line.top >= box.top && line.bottom <= box.bottom)
    const over = cuts ? SLACK : LEDGE
    if (!scrolls && isShown && (chip.top < box.top - over || chip.bottom > box.bottom + over)) return false
    // Further out, a list that scrolls hides whole rows; that is not cutting.
    if (scrolls) return true
    isRow = false
  }
  return true
}
