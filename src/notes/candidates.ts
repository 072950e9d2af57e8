import { type Box, type Obstacle, overlaps } from '../page/box'
import type { Anchor, Place } from './anchor'
import { isSame, middleOf } from './boxes'
import { NUMBER, type PillForm, type Sizes } from './pill-form'

const GAP = 8
const NEAR = 4

/** How many notes of choices side by side may stand below one another, each with a line to its own. */
const STEPS = [0, 1, 2]
/** How far in from a note's left edge its line begins, in pixels. */
const STEM = 12
/** A longer note of one of several choices says only the short meaning, in pixels. */
const ABREAST_LINE = 220

/** How far, in pixels, a note in the box of a choice stays away from its sides. */
const INSET = 1

/** A possible place; `over` is the one box that it may lie on. */
export interface Candidate extends Place {
  readonly over?: Box
}

/** What is there already. */
export interface Surroundings {
  readonly isFree: (box: Box) => boolean
  readonly taken: readonly Obstacle[]
  /** What the other pills belong to. */
  readonly others: readonly Anchor[]
}

/** A button's note in one line looks like its neighbours' up to this width, in pixels; beyond, it is wrapped. */
const BUTTON_LINE = 300

/** How far, in pixels, a button's note may move down past what stands close below it. */
const LOWER = [12, 24, 36]
/** The same for any note, with a line to its own. */
const FAR = [16, 32, 48, 64, 80, 100, 120]

/** From here on a note right of its control has a line to it, in pixels. */
const FAR_RIGHT = 40

const TIGHT: readonly PillForm[] = ['tight-line', 'tight-short']

/** The places that a pill may have, in order of preference. @param room what it must stay inside. */
export function candidates(anchor: Anchor, sizes: Sizes, room: Box, around: Surroundings): readonly Candidate[] {
  const { words, control, side } = anchor
  const at = (form: PillForm, left: number, middle: number) => placeAt(form, left, middle, sizes)
  const height = (form: PillForm) => sizes[form].bottom
  const right = (form: PillForm) => at(form, control.right + GAP, middleOf(control))
  // From the control's left edge, or as far to the left of it as the window asks for.
  const start = (form: PillForm) => Math.max(room.left + 2, Math.min(control.left, room.right - 2 - sizes[form].right))
  const lower = (form: PillForm, drop: number) => at(form, start(form), control.bottom + NEAR + drop + height(form) / 2)
  const below = (form: PillForm) => lower(form, 0)
  const above = (form: PillForm) => at(form, start(form), control.top - NEAR - height(form) / 2)
  const left = (form: PillForm) => at(form, control.left - GAP - sizes[form].right, middleOf(control))
  const besideIt = (forms: readonly PillForm[]) =>
    forms.map((form) => at(form, (words ?? control).right + GAP, middleOf(words ?? control)))
  const leftOf = (forms: readonly PillForm[]) =>
    forms.map((form) => at(form, (words ?? control).left - GAP - sizes[form].right, middleOf(words ?? control)))
  const edges = words && isSame(words, control) ? [] : edgesOf(anchor, sizes, room)
  const last = () => [
    ...TIGHT.flatMap((form) => past(form, anchor, sizes, room, around)),
    ...edges,
    ...FAR.map((drop) => hanging('short', drop, anchor, sizes, start('short'))),
    ...FAR.map((drop) => hanging('tight-short', drop, anchor, sizes, start('tight-short'))),
  ]
  if (side === 'abreast') return [...abreast(anchor, sizes, start), ...besideIt(['short', 'tight-short']), ...last()]
  if (side === 'centred') {
    const inRow = words
      ? formsFor(anchor, sizes).flatMap((form) => [...inBox(form, words, control, sizes)].reverse())
      : []
    const outer = [right('line'), right('short'), below('line'), below('short'), above('short')]
    return [...inRow, ...outer, ...besideIt(TIGHT), ...leftOf(TIGHT), ...last()]
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
      ...TIGHT.flatMap((form) => [right(form), below(form)]),
      ...last(),
    ]
  }
  const besideWords = (form: PillForm) => (words ? [at(form, words.right + GAP, middleOf(words))] : [])
  const roomy = [...besideWords('line'), right('line'), right('wrap')]
  const brief = [...besideWords('short'), right('short'), below('line'), below('wrap'), below('short')]
  const tight = TIGHT.flatMap((form) => [...besideWords(form), right(form)])
  const beyond = past('line', anchor, sizes, room, around)
  return [
    ...roomy,
    ...brief,
    ...tight,
    ...beyond,
    ...past('short', anchor, sizes, room, around),
    above('short'),
    ...last(),
  ]
}

/** Where a number may stand: right after words that stand in its control, else on the control's corners. */
export function corners({ control, words }: Anchor): readonly Candidate[] {
  const { left, top, right, bottom } = control
  const half = NUMBER / 2
  const sizes = { number: { left: 0, top: 0, right: NUMBER, bottom: NUMBER } } as Sizes
  const onControl = [
    [right - NUMBER - 1, top + half + 1],
    [right - half, top],
    [right + 2, middleOf(control)],
    [left + 1, top + half + 1],
    [right - NUMBER - 1, bottom - half - 1],
    [left + 1, bottom - half - 1],
    [left + 1, top],
    [left + 1, bottom],
    [right - half, middleOf(control)],
  ] as const
  const isInside = words !== null && words.left >= control.left && words.right <= control.right + 1
  const byWords = isInside
    ? ([
        [words.right + 2, middleOf(words)],
        [words.left - NUMBER - 2, middleOf(words)],
      ] as const)
    : []
  return [...byWords, ...onControl].map(([x, middle]) => ({ ...placeAt('number', x, middle, sizes), over: control }))
}

/** On the control's edge and a little outside it, so that the words inside stay free. */
function edgesOf({ control }: Anchor, sizes: Sizes, room: Box): readonly Candidate[] {
  const form = 'tight-short'
  const edge = Math.max(control.left, Math.min(control.right, room.right) - GAP - sizes[form].right)
  const out = sizes[form].bottom / 2 - NEAR
  return [control.top - out, control.bottom + out].map((middle) => ({
    ...placeAt(form, edge, middle, sizes),
    over: control,
  }))
}

/** Right of the control past what stands there, as a help text: with a line to it under what is passed. */
function past(
  form: PillForm,
  { control }: Anchor,
  sizes: Sizes,
  room: Box,
  { isFree, taken, others }: Surroundings,
): readonly Candidate[] {
  let place = placeAt(form, control.right + GAP, middleOf(control), sizes)
  let bottom = 0
  while (place.box.right <= room.right) {
    if (isFree(place.box)) {
      const line = { left: control.right, right: place.box.left, top: bottom, bottom: bottom + 2 }
      const isFar = place.box.left - control.right > FAR_RIGHT
      return [isFar && bottom < place.box.bottom + NEAR ? { ...place, stem: line } : place]
    }
    const { box } = place
    const passed = taken.filter((other) => overlaps(box, other) && (other.isSeen?.() ?? true))
    // What is another's is no help text of this one.
    const isOthers = passed.some((one) =>
      others.some(({ control, words }) => isSame(one, control) || (words && overlaps(one, words))),
    )
    if (isOthers || passed.length === 0) return []
    bottom = Math.max(bottom, ...passed.map((one) => one.bottom))
    place = placeAt(form, Math.max(...passed.map((one) => one.right)) + GAP, middleOf(control), sizes)
  }
  return []
}

/** All that a note says, near its control or hanging from it: where that covers least it may lie on other words for a while. */
export function tellings(anchor: Anchor, sizes: Sizes, room: Box): readonly Candidate[] {
  const nothing: Surroundings = { isFree: () => true, taken: [], others: [] }
  const near = candidates({ ...anchor, side: 'below' }, sizes, room, nothing)
  const start = Math.max(room.left + 2, Math.min(anchor.control.left, room.right - 2 - sizes.wrap.right))
  const far = FAR.map((drop) => hanging('wrap', drop, anchor, sizes, start))
  return [...near.filter(({ form, stem }) => !stem && (form === 'line' || form === 'wrap')), ...far]
}

/** Further down, with a line to its control. */
function hanging(form: PillForm, drop: number, { control }: Anchor, sizes: Sizes, start: number): Candidate {
  const place = placeAt(form, start, control.bottom + drop + sizes[form].bottom / 2, sizes)
  const left = Math.max(control.left, place.box.left) + STEM - 2
  return { ...place, stem: { left, right: left + 2, top: control.bottom, bottom: place.box.top } }
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
  const isShort = sizes.line.right <= Math.max(ABREAST_LINE, control.right - control.left)
  return [...(isShort ? (['line'] as const) : []), 'short', 'tight-short']
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
  const fits = ({ box }: Candidate, inset: number) =>
    box.left >= control.left + inset &&
    box.right <= control.right - inset &&
    box.bottom <= control.bottom - 2 &&
    box.top >= control.top
  const fitting = [...(fits(under, INSET) ? [under] : []), ...(fits(right, NEAR) ? [right] : [])]
  return fitting.map((place) => ({ ...place, over: control }))
}

function placeAt(form: PillForm, left: number, middle: number, sizes: Sizes): Candidate {
  const { right: width, bottom: height } = sizes[form]
  const top = middle - height / 2
  return { form, box: { left, top, right: left + width, bottom: top + height } }
}
