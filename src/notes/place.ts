import { type Box, type Obstacle, overlaps } from '../page/box'
import { composedContains } from '../page/dom'
import type { Anchor, Place } from './anchor'
import { gapBetween, isAround, isInside, isSame, middleOf } from './boxes'
import { candidates, corners, tellings } from './candidates'
import type { Sizes } from './pill-form'

/** What a pill wishes for: its anchor, and its size in each form. */
export interface Wish {
  readonly index: number
  readonly anchor: Anchor
  readonly sizes: Sizes
  /** What the pill belongs to. */
  readonly element: Element
  /** Has the customer come to it? Then a number says what it means. */
  readonly isActive: boolean
}

/** So close to another's words, in pixels, a note seems to be theirs. */
const NEAR_ANOTHER = 32

/**
 * The places of all pills, by their index: each where it covers nothing, else as a number on its control. Where not all find
 * room, all say only the short meaning, so that more do. The same things always get the same places.
 * @param ground the boxes that a pill must not cover.
 */
export function choosePlaces(asked: readonly Wish[], ground: readonly Obstacle[], viewport: Box): Map<number, Place> {
  const wishes = takenApart(asked)
  const whole = chooseEach(wishes, ground, viewport, false)
  if (whole.size === wishes.length) return whole
  const brief = chooseEach(wishes, ground, viewport, true)
  const best = brief.size > whole.size ? brief : whole
  const places = withNumbers(wishes, best, ground, viewport)
  for (const wish of wishes) {
    if (!wish.isActive || places.get(wish.index)?.form !== 'number') continue
    const others = [...places].flatMap(([index, { box }]) => (index === wish.index ? [] : [noteAt(box)]))
    const told = toldOver(wish, [...ground, ...others], viewport)
    if (told) places.set(wish.index, told)
  }
  return places
}

/** All that a number means, near what the customer has come to, over words that matter less. */
function toldOver(wish: Wish, ground: readonly Obstacle[], viewport: Box): Place | null {
  const { anchor, sizes } = wish
  const room = roomOf(anchor, viewport)
  const [first] = tellings(anchor, sizes, room)
    .filter(({ box }) => isInside(box, room))
    .sort((one, other) => coveredBy(one.box, ground) - coveredBy(other.box, ground))
  return first
    ? { form: first.form, box: first.box, isNumbered: true, ...(first.stem ? { stem: first.stem } : {}) }
    : null
}

/** How much of what must be seen a box covers: controls before notes, and these before words. */
function coveredBy(box: Box, ground: readonly Obstacle[]): number {
  const covered = ground.filter((other) => overlaps(box, other) && (other.isSeen?.() ?? true))
  return covered.reduce((sum, { kind }) => sum + (kind === 'control' ? 10 : kind === 'note' ? 3 : 1), 0)
}

/** How many words and notes a box covers, and controls where it covers as many. */
function lettersIn(box: Box, taken: readonly Obstacle[]): number {
  const covered = taken.filter((other) => overlaps(box, other) && (other.isSeen?.() ?? true))
  return covered.reduce((sum, { kind }) => sum + (kind === 'control' ? 0.1 : 1), 0)
}

/**
 * Is it part of something that lies over the page, and the pill of what it lies over? Such a thing hides a pill, but moves none:
 * nothing is to jump when a list opens.
 */
function isOver({ layer }: Obstacle, { element }: Wish): boolean {
  return layer !== null && !composedContains(layer, element)
}

/** Those that stand under something that lies over the page are not shown. */
export function withoutCovered(
  places: ReadonlyMap<number, Place>,
  wishes: readonly Wish[],
  overlays: readonly Obstacle[],
): ReadonlyMap<number, Place> {
  const isShown = (wish: Wish) => {
    const place = places.get(wish.index)
    return place && !overlays.some((overlay) => isOver(overlay, wish) && overlaps(place.box, overlay))
  }
  return new Map(wishes.filter(isShown).flatMap(({ index }) => [[index, places.get(index) as Place] as const]))
}

function chooseEach(
  wishes: readonly Wish[],
  ground: readonly Obstacle[],
  viewport: Box,
  brief: boolean,
): Map<number, Place> {
  const own = wishes
    .filter(isAbreast)
    .map(({ anchor }): Obstacle => ({ ...anchor.control, kind: 'control', layer: null }))
  const taken = [...ground, ...own]
  const anchors = wishes.map(({ anchor }) => anchor)
  const places = new Map<number, Place>()
  for (const wish of inTurn(wishes)) {
    const around = anchors.filter((other) => other !== wish.anchor)
    const place = choosePlace(brief ? { ...wish, sizes: shortened(wish.sizes) } : wish, taken, around, viewport)
    if (!place) continue
    taken.push(noteAt(place.box), ...(place.stem ? [noteAt(place.stem)] : []))
    const form = place.form === 'line' || place.form === 'wrap' ? 'short' : place.form
    places.set(wish.index, brief ? { ...place, form: form === 'tight-line' ? 'tight-short' : form } : place)
  }
  return places
}

/** What a note of ours covers. @param layer what it stands in that lies over the page; null if nothing. */
export function noteAt({ left, top, right, bottom }: Box, layer: Element | null = null): Obstacle {
  return { left, top, right, bottom, kind: 'note', layer }
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

function shortened(sizes: Sizes): Sizes {
  const { short } = sizes
  return { ...sizes, line: short, wrap: short, 'tight-line': sizes['tight-short'] }
}

/** Tells whether a box covers nothing. @param over the one box that it may lie on. */
function freeFrom(taken: readonly Obstacle[], wish: Wish, over?: Box): (part: Box) => boolean {
  const { words } = wish.anchor
  const isOwn = (other: Obstacle) => over && (isSame(over, other) || (words && isAround(other, words)))
  return (part) =>
    !taken.some((other) => overlaps(part, other) && !isOwn(other) && !isOver(other, wish) && (other.isSeen?.() ?? true))
}

/** Window and widget together. */
function roomOf({ within }: Anchor, viewport: Box): Box {
  if (!within) return viewport
  return {
    left: Math.max(viewport.left, within.left),
    top: Math.max(viewport.top, within.top),
    right: Math.min(viewport.right, within.right),
    bottom: Math.min(viewport.bottom, within.bottom),
  }
}

/** The first place in order of preference that covers nothing; null if there is none. */
function choosePlace(wish: Wish, taken: readonly Obstacle[], others: readonly Anchor[], viewport: Box): Place | null {
  const { anchor, sizes } = wish
  const room = roomOf(anchor, viewport)
  const isFree = freeFrom(taken, wish)
  for (const { form, box, stem, over } of candidates(anchor, sizes, room, { isFree, taken, others })) {
    const isClear = over ? freeFrom(taken, wish, over) : isFree
    if (!isInside(box, room) || !isClear(box) || (stem && !isClear(stem))) continue
    if (isBesideAnother(box, wish, others, taken) || (!stem && isNearerToAnother(box, anchor, others))) continue
    return { form, box, ...(stem ? { stem } : {}) }
  }
  return null
}

/** Is it in a line with the words of another, close to them, and not in one with its own? It would be read as theirs. */
function isBesideAnother(box: Box, wish: Wish, others: readonly Anchor[], taken: readonly Obstacle[]): boolean {
  const middle = middleOf(box)
  const isInLine = (other: Box) => middle > other.top && middle < other.bottom
  if (isInLine(wish.anchor.control)) return false
  const rows = taken.filter((other) => other.kind === 'row' && !isOver(other, wish))
  return [...rows, ...others.map(({ named, words, control }) => named ?? words ?? control)].some(
    (other) => isInLine(other) && Math.max(other.left - box.right, box.left - other.right) < NEAR_ANOTHER,
  )
}

/** Is it nearer to what another note belongs to than to its own, with no line that says whose it is? */
function isNearerToAnother(box: Box, own: Anchor, others: readonly Anchor[]): boolean {
  const gapTo = ({ named, words, control }: Anchor) =>
    Math.min(...[named ?? words, control].map((other) => (other ? gapBetween(box, other) : Number.POSITIVE_INFINITY)))
  const gap = gapTo(own)
  return others.some((other) => gapTo(other) < gap)
}

/** Those that found no place have a number on their control, at the corner where it covers least. */
function withNumbers(
  wishes: readonly Wish[],
  found: ReadonlyMap<number, Place>,
  ground: readonly Obstacle[],
  viewport: Box,
): Map<number, Place> {
  const places = new Map(found)
  const taken: Obstacle[] = [...ground, ...[...found.values()].map(({ box }) => noteAt(box))]
  for (const wish of wishes) {
    const { control } = wish.anchor
    // At the upper or lower edge it waits for the page to be scrolled.
    if (places.has(wish.index) || control.top < viewport.top || control.bottom > viewport.bottom) continue
    const room = roomOf(wish.anchor, viewport)
    const here = corners(wish.anchor).filter(({ box }) => isInside(box, room))
    // A number may reach over another's edge before it lies on a letter.
    const [least] = [...here].sort((one, other) => lettersIn(one.box, taken) - lettersIn(other.box, taken))
    const free = here.find(({ box, over }) => freeFrom(taken, wish, over)(box)) ?? least
    if (!free) continue
    taken.push(noteAt(free.box))
    places.set(wish.index, { form: free.form, box: free.box, isNumbered: true })
  }
  return places
}
