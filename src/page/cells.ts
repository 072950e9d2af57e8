import type { Box } from './box'
import type { Block, Control } from './token'

/** What of a form is not tied together by the page. */
export interface Untied {
  /** The controls that are to be named. */
  readonly controls: readonly Control[]
  /** All controls of the form: a name never lies behind another one. */
  readonly all: readonly Control[]
  /** The texts that name nothing else. */
  readonly texts: readonly Block[]
}

/** Where the texts of a control are, if all of them stand on one side of theirs. */
export interface Cell {
  /** Nearest first. */
  readonly texts: readonly Block[]
  /** How far the nearest one is, in pixels, or in places of the reading order. */
  readonly distance: number
}

export type Cells = ReadonlyMap<Control, Cell>

/** What merely touches, in pixels, is not beside or under one another. */
const TOUCH = 2
/** How far above or below a control its name may be, in pixels. */
const FARTHEST = 160

type Boxes = ReadonlyMap<Block | Control, Box | null>
type Side = 'left' | 'right' | 'above' | 'below'

/** The texts before and after each control, by where they are painted: on its line, else in its column. */
export function cellsByBox(untied: Untied, boxes: Boxes): { readonly before: Cells; readonly after: Cells } {
  const { controls, all, texts } = untied
  const holderOf = new Map(
    texts.map((text) => [text, all.find((control) => isInside(boxes.get(text), boxes.get(control)))]),
  )
  const free = texts.filter((text) => !holderOf.get(text))
  const cellsOn = (line: Side, column: Side): Cells =>
    new Map(
      controls.flatMap((control) => {
        const box = boxes.get(control)
        if (!box) return []
        const others = all.filter((other) => other !== control).flatMap((other) => boxes.get(other) ?? [])
        const inside = cellOf(control.kind === 'combobox' ? [] : texts.filter((text) => holderOf.get(text) === control))
        const on = (side: Side) => cellOn(side, box, others, free, boxes)
        const { texts: near, distance } = [inside, on(line)].find(hasTexts) ?? on(column)
        // What stands beyond the words of a radio is not its own.
        return [[control, cellOf(control.kind === 'choice' ? near.slice(0, 1) : near, distance)] as const]
      }),
    )
  return { before: cellsOn('left', 'above'), after: cellsOn('right', 'below') }
}

/** The same by reading order, where nothing is laid out: what stands between a control and the one before or after it. */
export function cellsByOrder({ controls, all, texts }: Untied): { readonly before: Cells; readonly after: Cells } {
  const ordered = [...all].sort((a, b) => a.order - b.order)
  const nextTo = (control: Control, step: 1 | -1) => {
    const at = ordered.indexOf(control) + step
    return at < 0 ? undefined : ordered.at(at)
  }
  const between = (control: Control, other: Control | undefined, end: number): Cell => {
    const [from, to] = [control.order, other?.order ?? end].sort((a, b) => a - b) as [number, number]
    const found = texts.filter(({ order }) => order > from && order < to)
    const far = (text: Block) => Math.abs(text.order - control.order)
    found.sort((a, b) => far(a) - far(b))
    return { texts: found, distance: found[0] ? far(found[0]) : 0 }
  }
  const cells = (step: 1 | -1, end: number): Cells =>
    new Map(controls.map((control) => [control, between(control, nextTo(control, step), end)]))
  return { before: cells(-1, -1), after: cells(1, Number.POSITIVE_INFINITY) }
}

function cellOf(texts: readonly Block[], distance = 0): Cell {
  return { texts, distance }
}

function hasTexts({ texts }: Cell): boolean {
  return texts.length > 0
}

function cellOn(side: Side, box: Box, others: readonly Box[], texts: readonly Block[], boxes: Boxes): Cell {
  const found = texts
    .flatMap((text) => {
      const own = boxes.get(text)
      const distance = own ? distanceTo(side, box, own) : null
      return own && distance !== null ? [{ text, own, distance }] : []
    })
    .filter(({ own, distance }) => !others.some((other) => isBetween(side, box, other, own, distance)))
    .sort((a, b) => a.distance - b.distance)
  return cellOf(
    found.map(({ text }) => text),
    found[0]?.distance ?? 0,
  )
}

/** How far something is from a box on one side of it; null if it is not there. */
function distanceTo(side: Side, box: Box, other: Box): number | null {
  const isOnLine = side === 'left' || side === 'right'
  if (isOnLine ? !sharesLine(box, other) : !sharesColumn(box, other)) return null
  const distance = {
    left: box.left - other.right,
    right: other.left - box.right,
    above: box.top - other.bottom,
    below: other.top - box.bottom,
  }[side]
  return distance >= -TOUCH && (isOnLine || distance <= FARTHEST) ? Math.max(0, distance) : null
}

/** Does another control stand between a control and a text? */
function isBetween(side: Side, box: Box, other: Box, text: Box, distance: number): boolean {
  const own = distanceTo(side, box, other)
  if (own === null || own > distance) return false
  const isOnLine = side === 'left' || side === 'right'
  return isOnLine ? sharesLine(other, text) : sharesColumn(other, text)
}

/** Do two boxes stand in one line: does the middle of the lower one lie within the other? */
function sharesLine(one: Box, other: Box): boolean {
  const [low, high] = one.bottom - one.top <= other.bottom - other.top ? [one, other] : [other, one]
  const middle = (low.top + low.bottom) / 2
  return middle > high.top && middle < high.bottom
}

function sharesColumn(one: Box, other: Box): boolean {
  return one.left < other.right - TOUCH && other.left < one.right - TOUCH
}

function isInside(box: Box | null | undefined, other: Box | null | undefined): boolean {
  if (!box || !other) return false
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  return x > other.left && x < other.right && y > other.top && y < other.bottom && box.left >= other.left - TOUCH
}
