import type { Box } from './box'
import { type Cells, cellsByBox, cellsByOrder, type Untied } from './cells'
import type { Block, Control } from './token'

/** Does a text name a control of this kind? Null if it is no name that we know. */
export type Judge = (text: Block, control: Control) => boolean | null

interface Reading {
  readonly names: ReadonlyMap<Control, Block>
  /** How many controls get a name that fits, less those that get one of something else. */
  readonly fitting: number
  /** How many controls have any text at all. */
  readonly covered: number
  readonly distance: number
}

/** By how much one reading must be nearer to be the better one. */
const CLEARLY = 0.8

/**
 * The names of controls that merely stand near them, found for a whole form at once: all stand before their controls (left
 * or above) or all after them (right or below). The reading that names more of them is right, then the one that leaves
 * fewer without any words, then the nearer one. If two are as good, nothing is named.
 * @param boxOf where something is painted; null if there is no layout. Without any, the reading order stands for it.
 */
export function namesNearby(
  untied: Untied,
  judge: Judge,
  boxOf: (token: Block | Control) => Box | null,
): ReadonlyMap<Control, Block> {
  const boxes = new Map([...untied.all, ...untied.texts].map((token) => [token, boxOf(token)]))
  const isLaidOut = untied.controls.some((control) => boxes.get(control))
  const cells = isLaidOut ? cellsByBox(untied, boxes) : cellsByOrder(untied)
  const [before, after] = [readingOf(cells.before, untied, judge), readingOf(cells.after, untied, judge)]
  const best = isSame(before, after) ? before : better(before, after)
  return best?.names ?? new Map()
}

function readingOf(cells: Cells, { controls }: Untied, judge: Judge): Reading {
  const names = new Map<Control, Block>()
  const used = new Map<Block, Control>()
  let [fitting, covered, distance] = [0, 0, 0]
  for (const control of controls) {
    const cell = cells.get(control)
    if (!cell || cell.texts.length === 0) continue
    covered++
    distance += cell.distance
    const known = cell.texts.filter((text) => judge(text, control) === true)
    const [first, more] = known
    if (!first && cell.texts.some((text) => judge(text, control) === false)) fitting--
    if (more) continue
    const name = first ?? cell.texts[0]
    const other = name && used.get(name)
    if (other) names.delete(other)
    if (!name || other) continue
    if (first) fitting++
    names.set(control, name)
    used.set(name, control)
  }
  return { names, fitting, covered, distance: covered === 0 ? 0 : distance / covered }
}

function isSame({ names }: Reading, other: Reading): boolean {
  return names.size === other.names.size && [...names].every(([control, text]) => other.names.get(control) === text)
}

function better(one: Reading, other: Reading): Reading | null {
  const [best, second] = one.fitting >= other.fitting ? [one, other] : [other, one]
  if (best.fitting > second.fitting) return best
  if (one.covered !== other.covered) return one.covered > other.covered ? one : other
  if (one.distance < other.distance * CLEARLY) return one
  return other.distance < one.distance * CLEARLY ? other : null
}
