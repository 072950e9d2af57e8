import type { Box } from '../page/box'

/** A place at the edge of the window: 0 is left or top, 1 is right or bottom, 0.5 the middle. */
export interface Dock {
  readonly x: number
  readonly y: number
}

/** All docks, clockwise from the lower right corner, which is where one looks first for help. */
export const DOCKS: readonly Dock[] = [
  { x: 1, y: 1 },
  { x: 0.5, y: 1 },
  { x: 0, y: 1 },
  { x: 0, y: 0.5 },
  { x: 0, y: 0 },
  { x: 0.5, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 0.5 },
]

/** The companion opened, as one line, or as the number of the step only. */
export type PanelForm = 'open' | 'line' | 'dot'

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Where the companion is, and in which form. */
export interface Spot {
  readonly form: PanelForm
  readonly dock: Dock
  readonly box: Box
}

/** What the companion must not cover, and what it had better not cover; boxes in CSS pixels of the viewport. */
export interface Ground {
  readonly viewport: Size
  /** The form's controls. */
  readonly never: readonly Box[]
  /** The page's other texts. */
  readonly rather: readonly Box[]
}

/** What is wanted of a spot. */
export interface Wish {
  /** The forms in the order in which they are wanted. */
  readonly forms: readonly PanelForm[]
  readonly sizes: Readonly<Record<PanelForm, Size>>
  /** The dock that the customer chose, or null. */
  readonly dock: Dock | null
  /** Where it is now; while nothing is in its way it stays, so that it does not jump about during scrolling. */
  readonly now: Spot | null
  /** The customer has it in use: cover as little as possible rather than change the form. */
  readonly insist: boolean
}

/** Space to the window's edge, in CSS pixels. */
const GAP = 12

/** The best free spot; null if there is none, because the form's own controls come first. */
export function chooseSpot(wish: Wish, ground: Ground): Spot | null {
  const { forms, now, dock } = wish
  if (now && now.form === forms[0] && fits(spotAt(wish, ground, now.form, now.dock).box, ground)) {
    return spotAt(wish, ground, now.form, now.dock)
  }
  for (const form of forms) {
    const spots = DOCKS.map((one) => spotAt(wish, ground, form, one)).filter(({ box }) => fits(box, ground))
    const chosen = spots.find((spot) => dock && isSameDock(spot.dock, dock))
    if (chosen) return chosen
    if (spots.length > 0) return least(spots, ({ box, dock }) => covered(box, ground.rather) + (isCorner(dock) ? 0 : 1))
    if (wish.insist) {
      const all = DOCKS.map((one) => spotAt(wish, ground, form, one))
      return least(all, (spot) => covered(spot.box, ground.never))
    }
  }
  return null
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.5, 0],
  ArrowRight: [0.5, 0],
  ArrowUp: [0, -0.5],
  ArrowDown: [0, 0.5],
}

/** The dock in a direction, as the arrow keys say it. */
export function dockTowards(from: Dock, key: string): Dock | null {
  const step = ARROWS[key]
  if (!step) return null
  let dock: Dock = { x: clamp(from.x + step[0]), y: clamp(from.y + step[1]) }
  if (dock.x === 0.5 && dock.y === 0.5) dock = { x: clamp(dock.x + step[0]), y: clamp(dock.y + step[1]) }
  return dock
}

/** The dock after this one, clockwise. */
export function nextDock(from: Dock): Dock {
  const at = DOCKS.findIndex((dock) => isSameDock(dock, from))
  return DOCKS[(at + 1) % DOCKS.length] as Dock
}

/** The dock nearest to a point of the viewport. */
export function dockAt(x: number, y: number, { width, height }: Size): Dock {
  return least(DOCKS, (dock) => Math.hypot(dock.x * width - x, dock.y * height - y))
}

export function isSameDock(a: Dock, b: Dock): boolean {
  return a.x === b.x && a.y === b.y
}

function isCorner({ x, y }: Dock): boolean {
  return x !== 0.5 && y !== 0.5
}

function spotAt({ sizes }: Wish, { viewport }: Ground, form: PanelForm, dock: Dock): Spot {
  const { width, height } = sizes[form]
  const gap = Math.max(0, Math.min(GAP, (viewport.width - width) / 2))
  const left = Math.round(gap + dock.x * Math.max(0, viewport.width - width - 2 * gap))
  const top = Math.round(GAP + dock.y * Math.max(0, viewport.height - height - 2 * GAP))
  return { form, dock, box: { left, top, right: left + width, bottom: top + height } }
}

function fits(box: Box, { never, viewport }: Ground): boolean {
  return box.bottom <= viewport.height && covered(box, never) === 0
}

/** The area of the boxes that lies under a box, in square pixels. */
function covered(box: Box, boxes: readonly Box[]): number {
  return boxes.reduce((sum, other) => {
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left)
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
    return width > 0 && height > 0 ? sum + width * height : sum
  }, 0)
}

function least<T>(items: readonly T[], cost: (item: T) => number): T {
  return items.reduce((best, item) => (cost(item) < cost(best) ? item : best))
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value))
}
