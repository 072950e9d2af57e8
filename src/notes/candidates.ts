import type { Box } from '../page/box'
import { isSame, middleOf } from './boxes'
import type { Anchor } from './layer'
import type { PillForm, Place, Sizes } from './place'

const GAP = 8
const NEAR = 4

/** How many notes of choices side by side may stand below one another, each with a line to its own. */
const STEPS = [0, 1, 2]
/** How far in from a note's left edge its line begins, in pixels. */
const STEM = 12
/** A longer note of one of several choices says only the short meaning, in pixels. */
const ABREAST_LINE = 220

/** How far, in pixels, a note in the box of a choice may stand out of it. */
const OVERHANG = 10

/** A possible place; `over` is the one box that it may lie on. */
interface Candidate extends Place {
  readonly over?: Box
}

/** A button's note in one line looks like its neighbours' up to this width, in pixels; beyond, it is wrapped. */
const BUTTON_LINE = 300

/** How far, in pixels, a button's note may move down past what stands close below it. */
const LOWER = [12, 24, 36]

/** The places that a pill may have, in order of preference. */
export function candidates(anchor: Anchor, sizes: Sizes, viewport: Box): readonly Candidate[] {
  const { words, control, side } = anchor
  const at = (form: PillForm, left: number, middle: number) => placeAt(form, left, middle, sizes)
  const height = (form: PillForm) => sizes[form].bottom
  const right = (form: PillForm) => at(form, control.right + GAP, middleOf(control))
  // From the control's left edge, or as far to the left of it as the window asks for.
  const start = (form: PillForm) => Math.max(2, Math.min(control.left, viewport.right - 2 - sizes[form].right))
  const lower = (form: PillForm, drop: number) => at(form, start(form), control.bottom + NEAR + drop + height(form) / 2)
  const below = (form: PillForm) => lower(form, 0)
  const above = (form: PillForm) => at(form, start(form), control.top - NEAR - height(form) / 2)
  const left = (form: PillForm) => at(form, control.left - GAP - sizes[form].right, middleOf(control))
  // On the edge and a little above it, so that the words inside stay free.
  const edge = Math.max(control.left, Math.min(control.right, viewport.right) - GAP - sizes.short.right)
  const border = { ...at('short', edge, control.top - NEAR), over: control }
  const foot = { ...at('short', edge, control.bottom + NEAR), over: control }
  const edges = words && isSame(words, control) ? [] : [border, foot]
  if (side === 'abreast')
    return [...abreast(anchor, sizes, start), ...(words ? [] : [right('line'), right('short')]), ...edges]
  if (side === 'centred') {
    const inRow = words
      ? formsFor(anchor, sizes).flatMap((form) => [...inBox(form, words, control, sizes)].reverse())
      : []
    return [...inRow, right('line'), right('short'), below('line'), below('short'), above('short'), ...edges]
  }
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
      ...edges,
    ]
  }
  const besideWords = (form: PillForm) => (words ? [at(form, words.right + GAP, middleOf(words))] : [])
  const roomy = [...besideWords('line'), right('line'), right('wrap')]
  const tight = [...besideWords('short'), right('short'), below('line'), below('wrap'), below('short')]
  return [...roomy, ...tight, ...(words ? [] : [above('short')]), ...edges]
}

/**
 * Beside its neighbours a choice has its note in its own box where that is roomy, else below it, a step further than
 * the notes of those to its right, or above it.
 */
function abreast(anchor: Anchor, sizes: Sizes, start: (form: PillForm) => number): readonly Candidate[] {
  const { words, control } = anchor
  const forms = formsFor(anchor, sizes)
  const inner = words ? forms.flatMap((form) => inBox(form, words, control, sizes)) : []
  const step = sizes.short.bottom + NEAR - 1
  const outer = (form: PillForm, at: number, up: boolean): Candidate => {
    const half = sizes[form].bottom / 2
    const far = NEAR + at * step
    const place = placeAt(form, start(form), up ? control.top - far - half : control.bottom + far + half, sizes)
    const left = Math.max(Math.min(control.left, place.box.right) + STEM - 2, place.box.left + STEM - 2)
    const [top, bottom] = up ? [place.box.bottom, control.top] : [control.bottom, place.box.top]
    return { ...place, stem: { left, top, right: left + 4, bottom } }
  }
  const below = STEPS.flatMap((at) => forms.map((form) => outer(form, at, false)))
  return [...inner, ...below, ...forms.map((form) => outer(form, 0, true))]
}

/** Whole if it is no wider than its choice or not long, else only the short meaning. */
function formsFor({ control }: Anchor, sizes: Sizes): readonly PillForm[] {
  return sizes.line.right <= Math.max(ABREAST_LINE, control.right - control.left) ? ['line', 'short'] : ['short']
}

/** Under the words or right of them, inside the box of the choice. */
function inBox(form: PillForm, words: Box, control: Box, sizes: Sizes): readonly Candidate[] {
  const { right: width, bottom: height } = sizes[form]
  const centre = (words.left + words.right) / 2
  const middle = (control.left + control.right) / 2
  const room = control.right - control.left - 2 * NEAR - width
  // Under the middle of the words, unless that stands out of the box.
  const left =
    room < 0
      ? middle - width / 2
      : Math.max(control.left + NEAR, Math.min(centre - width / 2, control.left + NEAR + room))
  const under = placeAt(form, left, words.bottom + 1 + height / 2, sizes)
  const right = placeAt(form, words.right + GAP, middleOf(words), sizes)
  const fits = ({ box }: Candidate, overhang: number) =>
    box.left >= control.left - overhang &&
    box.right <= control.right + overhang &&
    box.bottom <= control.bottom - 2 &&
    box.top >= control.top
  const fitting = [...(fits(under, OVERHANG) ? [under] : []), ...(fits(right, -NEAR) ? [right] : [])]
  return fitting.map((place) => ({ ...place, over: control }))
}

function placeAt(form: PillForm, left: number, middle: number, sizes: Sizes): Candidate {
  const { right: width, bottom: height } = sizes[form]
  const top = middle - height / 2
  return { form, box: { left, top, right: left + width, bottom: top + height } }
}
