import { type Box, type Obstacle, overlaps } from '../page/box'

/** How what comes next is marked: a frame around it, or where that would cross something, a bar at its side. */
export interface Outline {
  readonly kind: 'frame' | 'side'
  readonly box: Box
  /** Is there room for an arrow left of it? */
  readonly hasArrow: boolean
}

/** Space between a frame and what it surrounds, the best first, and the width of its line, in CSS pixels. */
const MARGINS = [4, 3, 2]
const LINE = 2
/** The width of a bar, and its distance from what it stands beside. */
const BAR = 4
const BESIDE = 2
/** The room that an arrow takes beside the outline, and half its height. */
const ARROW = 20
const TIP = 9

/** Find the outline of a box that crosses no word, note or control. */
export function outlineOf(box: Box, ground: readonly Obstacle[]): Outline {
  const isFree = (part: Box) => !ground.some((one) => overlaps(part, one) && (one.isSeen?.() ?? true))
  const frame = MARGINS.map((margin) => grown(box, margin)).find((one) => linesOf(one).every(isFree))
  if (frame) return { kind: 'frame', box: frame, hasArrow: frame.left >= ARROW && isFree(arrowAt(frame)) }
  const sides = [box.left - BESIDE - BAR, box.right + BESIDE]
  const bars = sides.map((left) => ({ ...box, left, right: left + BAR }))
  const bar = bars.find((one) => one.left >= 0 && isFree(one)) ?? bars[0] ?? box
  return { kind: 'side', box: bar, hasArrow: false }
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function linesOf({ left, top, right, bottom }: Box): readonly Box[] {
  return [
    { left, right, top, bottom: top + LINE },
    { left, right, top: bottom - LINE, bottom },
    { left, right: left + LINE, top, bottom },
    { left: right - LINE, right, top, bottom },
  ]
}

function arrowAt({ left, top, bottom }: Box): Box {
  const middle = (top + bottom) / 2
  return { left: left - ARROW, right: left - 2, top: middle - TIP, bottom: middle + TIP }
}
