import type { Box, Obstacle } from '../page/box'
import { isAround, isInside, isSame, middleOf, overlaps } from './boxes'
import { candidates } from './candidates'
import type { Anchor } from './layer'

/** The forms of a pill: all in one line, wrapped, only the short meaning. */
export type PillForm = 'line' | 'wrap' | 'short'

/** The size of a pill in each of its forms, in CSS pixels. */
export type Sizes = Readonly<Record<PillForm, Box>>

/** Where a pill goes, and in which of its forms. */
export interface Place {
  readonly box: Box
  readonly form: PillForm
  /** The line from the pill to what it belongs to, if it needs one. */
  readonly stem?: Box
}

/** What a pill wishes for: its anchor, and its size in each form. */
export interface Wish {
  readonly index: number
  readonly key: Node
  readonly anchor: Anchor
  readonly sizes: Sizes
}

/** The places of all pills, by their index. Where not all find one, all say only the short meaning, so that more do. */
export function choosePlaces(asked: readonly Wish[], ground: readonly Obstacle[], viewport: Box): Map<number, Place> {
  const wishes = takenApart(asked)
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
  const taken = [...ground, ...wishes.filter(isAbreast).map(({ anchor }) => anchor.control)]
  const places = new Map<number, Place>()
  for (const { index, anchor, sizes } of inTurn(wishes)) {
    const place = choosePlace(anchor, brief ? shortened(sizes) : sizes, taken, viewport)
    if (!place) continue
    taken.push(place.box, ...(place.stem ? [place.stem] : []))
    places.set(index, brief ? { ...place, form: 'short' } : place)
  }
  return places
}

/** In reading order, but choices that stand side by side from the last to the first: so no line to one crosses another's note. */
function inTurn(wishes: readonly Wish[]): readonly Wish[] {
  const turns: Wish[] = []
  let line: Wish[] = []
  for (const wish of wishes) {
    const last = line[0]
    if (last && !areInLine(last, wish)) {
      turns.push(...line)
      line = []
    }
    line.unshift(wish)
  }
  return [...turns, ...line]
}

function areInLine(one: Wish, other: Wish): boolean {
  if (!isAbreast(one) || !isAbreast(other)) return false
  const middle = middleOf(other.anchor.control)
  return middle > one.anchor.control.top && middle < one.anchor.control.bottom
}

function isAbreast({ anchor }: Wish): boolean {
  return anchor.side === 'abreast'
}

/** Choices that share one box, as radios with nothing but text between them, each have their words for a box. */
function takenApart(wishes: readonly Wish[]): readonly Wish[] {
  const abreast = wishes.filter(isAbreast)
  return wishes.map((wish) => {
    const { words, control } = wish.anchor
    const shares = ({ anchor }: Wish) => anchor.words !== null && isAround(control, anchor.words)
    const isShared = isAbreast(wish) && abreast.some((other) => other !== wish && shares(other))
    return isShared && words ? { ...wish, anchor: { ...wish.anchor, control: words } } : wish
  })
}

function shortened({ short }: Sizes): Sizes {
  return { line: short, wrap: short, short }
}

/**
 * The first place in order of preference that covers nothing. Null if there is none, because a note over other text is
 * worse than none.
 * @param sizes the pill's size in each form.
 */
function choosePlace(anchor: Anchor, sizes: Sizes, taken: readonly Obstacle[], viewport: Box): Place | null {
  const { words } = anchor
  for (const { form, box, stem, over } of candidates(anchor, sizes, viewport)) {
    const isFree = (part: Box) =>
      !taken.some(
        (other) =>
          overlaps(part, other) &&
          !(over && (isSame(over, other) || (words && isAround(other, words)))) &&
          (other.isSeen?.() ?? true),
      )
    if (isInside(box, viewport) && isFree(box) && (!stem || isFree(stem)))
      return { form, box, ...(stem ? { stem } : {}) }
  }
  return null
}
