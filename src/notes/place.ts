import type { Box, Obstacle } from '../page/box'
import type { Anchor, PillForm } from './layer'

/** Where a pill goes, and in which of its forms. */
export interface Place {
  readonly box: Box
  readonly form: PillForm
}

const GAP = 8
const NEAR = 4

/** What a pill wishes for: its anchor, and its size in each form. */
export interface Wish {
  readonly index: number
  readonly anchor: Anchor
  readonly sizes: Readonly<Record<PillForm, Box>>
}

/** The places of all pills, by their index. Where not all find one, all say only the short meaning, so that more do. */
export function choosePlaces(wishes: readonly Wish[], ground: readonly Obstacle[], viewport: Box): Map<number, Place> {
  const whole = chooseEach(wishes, ground, viewport, false)
  if (whole.size === wishes.length) return whole
  const brief = chooseEach(wishes, ground, viewport, true)
  return brief.size > whole.size ? brief : whole
}

function chooseEach(
  wishes: readonly Wish[],
  ground: readonly Obstacle[],
  viewport: Box,
  brief: boolean,
): Map<number, Place> {
  const taken = [...ground]
  const places = new Map<number, Place>()
  for (const { index, anchor, sizes } of wishes) {
    const place = choosePlace(anchor, brief ? shortened(sizes) : sizes, taken, viewport)
    if (!place) continue
    taken.push(place.box)
    places.set(index, brief ? { ...place, form: 'short' } : place)
  }
  return places
}

function shortened({ short }: Wish['sizes']): Wish['sizes'] {
  return { line: short, wrap: short, short }
}

/**
 * The first place in order of preference that covers nothing. Null if there is none, because a note over other text is
 * worse than none.
 * @param sizes the pill's size in each form.
 */
function choosePlace(
  anchor: Anchor,
  sizes: Readonly<Record<PillForm, Box>>,
  taken: readonly Obstacle[],
  viewport: Box,
): Place | null {
  for (const { form, box, over } of candidates(anchor, sizes, viewport)) {
    const free = !taken.some(
      (other) => overlaps(box, other) && !(over && isSame(over, other)) && (other.isSeen?.() ?? true),
    )
    if (free && isInside(box, viewport)) return { box, form }
  }
  return null
}

/** A possible place; `over` is the one box that it may lie on. */
interface Candidate extends Place {
  readonly over?: Box
}

/** A button's note in one line looks like its neighbours' up to this width, in pixels; beyond, it is wrapped. */
const BUTTON_LINE = 300

/** How far, in pixels, a button's note may move down past what stands close below it. */
const LOWER = [12, 24, 36]

function candidates(
  { words, control, side }: Anchor,
  sizes: Readonly<Record<PillForm, Box>>,
  viewport: Box,
): readonly Candidate[] {
  const at = (form: PillForm, left: number, middle: number): Candidate => {
    const { right: width, bottom: height } = sizes[form]
    const top = middle - height / 2
    return { form, box: { left, top, right: left + width, bottom: top + height } }
  }
  const middle = (box: Box) => (box.top + box.bottom) / 2
  const height = (form: PillForm) => sizes[form].bottom
  const right = (form: PillForm) => at(form, control.right + GAP, middle(control))
  // From the control's left edge, or as far to the left of it as the window asks for.
  const start = (form: PillForm) => Math.max(2, Math.min(control.left, viewport.right - 2 - sizes[form].right))
  const lower = (form: PillForm, drop: number) => at(form, start(form), control.bottom + NEAR + drop + height(form) / 2)
  const below = (form: PillForm) => lower(form, 0)
  const above = (form: PillForm) => at(form, start(form), control.top - NEAR - height(form) / 2)
  const left = (form: PillForm) => at(form, control.left - GAP - sizes[form].right, middle(control))
  // On the edge and a little above it, so that the words inside stay free.
  const edge = Math.max(control.left, Math.min(control.right, viewport.right) - GAP - sizes.short.right)
  const border = { ...at('short', edge, control.top - NEAR), over: control }
  const foot = { ...at('short', edge, control.bottom + NEAR), over: control }
  if (side === 'below') {
    const oneLine = sizes.line.right <= BUTTON_LINE ? [below('line')] : []
    return [
      ...oneLine,
      below('wrap'),
      right('line'),
      right('wrap'),
      below('short'),
      right('short'),
      above('short'),
      left('short'),
      ...LOWER.flatMap((drop) => [lower('wrap', drop), lower('short', drop)]),
      border,
      foot,
    ]
  }
  const besideWords = (form: PillForm) => (words ? [at(form, words.right + GAP, middle(words))] : [])
  const roomy = [...besideWords('line'), right('line'), right('wrap')]
  const tight = [...besideWords('short'), right('short'), below('line'), below('wrap'), below('short')]
  return [...roomy, ...tight, ...(words ? [] : [above('short')]), border, foot]
}

/** Boxes that only touch, or share a hair's breadth of line spacing, do not cover each other. */
export function overlaps(a: Box, b: Box): boolean {
  const slack = 1
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom
}

function isInside(box: Box, viewport: Box): boolean {
  return box.left >= 2 && box.right <= viewport.right - 2 && box.top >= 0 && box.bottom <= viewport.bottom
}
