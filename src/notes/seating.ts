import { composedParent, rectOf } from '../page/dom'
import type { RowPlace } from '../recognise/places'
import { isCentred, layers, mayStandAbreast, spanOf, standAbreast } from './abreast'

/** Where a row's note belongs: in the row; above the page, because it would push its neighbours (`abreast`) or the row's own words (`centred`) away. */
export type Side = 'row' | 'abreast' | 'centred'

/** Tells the sides of all rows. */
export interface Seating {
  /** Find out by style which rows may not stand one below the other. Reads only, and nothing where the rows are the same. */
  readonly survey: (rows: readonly RowPlace[]) => void
  /**
   * After layout, measure the rows that are new or have another room, without their notes.
   * @param lift takes the notes of these texts out of their rows.
   * @returns whether some side has changed.
   */
  readonly settle: (lift: (texts: readonly Text[]) => void) => boolean
  readonly sideOf: (text: Text) => Side
}

/** The share of a line's width from which a box fills it. */
const FILLED = 0.9

/** Rows of which each may stand beside the next. */
interface Group {
  readonly texts: readonly Text[]
  /** The outermost element that shows each and no other. */
  readonly boxes: ReadonlyMap<Text, Element>
  /** What lays them out; null for a row alone. */
  readonly around: Element | null
  readonly centred: boolean
  /** The width of what is around them when they were measured, in CSS pixels; 0 before. */
  room: number
  side: Side
  /** Those that have a line for themselves all the same, as the heading over a row of cards. */
  alone: ReadonlySet<Text>
}

/** Keep the seats of rows. */
export function createSeating(): Seating {
  let last: readonly Text[] = []
  let groups = new Map<Text, Group>()

  return {
    survey(rows) {
      const texts = rows.map(({ row }) => row.block.last)
      if (areSame(texts, last)) return
      last = texts
      const now = new Map<Text, Group>()
      for (const group of groupsOf(rows)) {
        const old = group.texts[0] && groups.get(group.texts[0])
        for (const text of group.texts) now.set(text, old && areSame(old.texts, group.texts) ? old : group)
      }
      groups = now
    },
    settle(lift) {
      let changed = false
      for (const group of new Set(groups.values())) {
        const room = widthAround(group)
        if (room === group.room) continue
        lift(group.texts)
        const side = sideOfGroup(group)
        if (side === null) continue
        group.room = room
        const alone = new Set(side === 'abreast' ? aloneIn(group) : [])
        changed ||= side !== group.side || alone.size !== group.alone.size
        group.side = side
        group.alone = alone
      }
      return changed
    },
    sideOf(text) {
      const group = groups.get(text)
      return !group || group.alone.has(text) ? 'row' : group.side
    },
  }
}

/** What hangs over the page stands beside nothing in it, as the menus between the buttons that open them. */
function groupsOf(rows: readonly RowPlace[]): readonly Group[] {
  const layerOf = layers()
  const layered = new Map<Element | null, RowPlace[]>()
  for (const place of rows) {
    const layer = layerOf(place.row.block.element)
    layered.set(layer, [...(layered.get(layer) ?? []), place])
  }
  return [...layered.values()].flatMap(groupsIn)
}

function groupsIn(rows: readonly RowPlace[]): readonly Group[] {
  const groups: Group[] = []
  let run: RowPlace[] = []
  let around: Element | null = null
  rows.forEach((place, at) => {
    run.push(place)
    const next = rows[at + 1]
    const shared = next ? mayStandAbreast(place.row.block.last, next.row.block.last) : null
    around ??= shared
    if (shared) return
    const centred = run.every(({ row }) => isCentred(row.block.element))
    const side = run.length > 1 ? 'abreast' : 'centred'
    if (side === 'abreast' || centred)
      groups.push({ ...textsOf(run), around, centred, room: 0, side, alone: new Set() })
    run = []
    around = null
  })
  return groups
}

function textsOf(run: readonly RowPlace[]): Pick<Group, 'texts' | 'boxes'> {
  const boxes = new Map(run.map(({ row }) => [row.block.last, row.element]))
  return { texts: [...boxes.keys()], boxes }
}

/** The side of a group that is painted; null while none of it is. */
function sideOfGroup({ texts, centred }: Group): Side | null {
  const spans = texts.map(spanOf)
  if (spans.every((span) => span === null)) return null
  const abreast = spans.slice(1).some((span, at) => standAbreast(spans.at(at) ?? null, span))
  return abreast ? 'abreast' : centred ? 'centred' : 'row'
}

/** The texts that stand beside no other of their group, in a box as wide as what lays them out. */
function aloneIn({ texts, boxes, around }: Group): readonly Text[] {
  const spans = texts.map(spanOf)
  const beside = spans.map((span, at) => at > 0 && standAbreast(spans.at(at - 1) ?? null, span))
  const filled = (around ? rectOf(around).width : Number.POSITIVE_INFINITY) * FILLED
  return texts.filter((text, at) => {
    const box = boxes.get(text)
    return !(beside.at(at) || beside.at(at + 1)) && box !== undefined && rectOf(box).width > filled
  })
}

function widthAround({ around }: Group): number {
  for (let node = around; node; node = composedParent(node)) if (node.clientWidth > 0) return node.clientWidth
  return document.documentElement.clientWidth
}

function areSame(some: readonly Text[], others: readonly Text[]): boolean {
  return some.length === others.length && some.every((text, at) => text === others.at(at))
}
