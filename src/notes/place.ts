import type { Anchor, PillForm } from './layer'

/** A box in CSS pixels of the viewport. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a pill goes, and in which of its forms. */
export interface Place {
  readonly box: Box
  readonly form: PillForm
}

const GAP = 8
const NEAR = 4

/**
 * The first place in order of preference that covers nothing: words first in one line, then wrapped, then short.
 * Null if there is none, because a note over other text is worse than none.
 * @param sizes the pill's size in each form, in the order of `FORMS`.
 */
export function choosePlace(anchor: Anchor, sizes: readonly Box[], taken: readonly Box[], viewport: Box): Place | null {
  const forms: readonly PillForm[] = ['line', 'wrap', 'short']
  for (const [index, form] of forms.entries()) {
    const size = sizes[index]
    if (!size) continue
    for (const { box, over } of candidates(anchor, size.right, size.bottom, form)) {
      const free = !taken.some((other) => overlaps(box, other) && !(over && isSame(over, other)))
      if (free && isInside(box, viewport)) return { box, form }
    }
  }
  return null
}

/** A possible place; `over` is the one box that it may lie on. */
interface Candidate {
  readonly box: Box
  readonly over?: Box
}

function candidates(
  { words, control, side }: Anchor,
  width: number,
  height: number,
  form: PillForm,
): readonly Candidate[] {
  const at = (left: number, top: number): Candidate => ({
    box: { left, top, right: left + width, bottom: top + height },
  })
  const middle = (box: Box) => (box.top + box.bottom - height) / 2
  const below = at(control.left, control.bottom + NEAR)
  const right = at(control.right + GAP, middle(control))
  const above = at(control.left, control.top - height - NEAR)
  const left = at(control.left - width - GAP, middle(control))
  const onBorder = { ...at(control.right - width - GAP, control.top - height / 2), over: control }
  const border = form === 'short' ? [onBorder] : []
  if (side === 'below') return [below, right, above, left, ...border]
  const besideWords = words && form !== 'wrap' ? [at(words.right + GAP, middle(words))] : []
  return [...besideWords, right, below, ...(words ? [] : [above]), ...border]
}

/** Boxes that only touch, or share a hair's breadth of line spacing, do not cover each other. */
function overlaps(a: Box, b: Box): boolean {
  const slack = 1
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom
}

function isInside(box: Box, viewport: Box): boolean {
  return box.left >= 2 && box.right <= viewport.right - 2 && box.top >= 0 && box.bottom <= viewport.bottom
}
