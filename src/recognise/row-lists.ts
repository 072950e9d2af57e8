import type { Entry, Kind } from '../form/form'
import { attribute, composedParent, tagOf } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { type Neighbours, neighboursIn } from './context'
import { type ChoicePlace, innerOf, outerOf } from './places'

/** Rows that stand together, and the element that holds them. */
export interface List {
  readonly element: Element
  readonly rows: readonly ChoicePlace[]
}

/** The list of each known row: the nearest element around it that holds another one. */
export function listsOf(known: readonly ChoicePlace[], tokens: Tokens): ReadonlyMap<ChoicePlace, List> {
  const holders = new Map<Element, ChoicePlace[]>()
  known.forEach((place, index) => {
    const near = [known[index - 1], known[index + 1]]
    for (let node = composedParent(outerOf(place)); node; node = composedParent(node)) {
      const element = node
      if (near.some((other) => other && tokens.holds(element, other.order))) {
        const rows = holders.get(element)
        if (rows) rows.push(place)
        else holders.set(element, [place])
        break
      }
    }
  })
  const lists = new Map<ChoicePlace, List>()
  for (const [element, rows] of holders) {
    const list = { element, rows }
    for (const row of rows) lists.set(row, list)
  }
  return lists
}

/**
 * The department right before a list of its topics, for each of them. Between the two may stand only topics of the same
 * list.
 */
export function headingsOf(
  known: readonly ChoicePlace[],
  lists: ReadonlyMap<ChoicePlace, List>,
): ReadonlyMap<ChoicePlace, Entry> {
  const headings = new Map<ChoicePlace, Entry>()
  // The departments that are seen from a row on the way back, the nearest first.
  let seen: readonly Entry[] = []
  known.forEach((place, at) => {
    const last = known[at - 1]
    if (last) {
      const own = entryOf(last, 'department')
      const isPassed = entryOf(last, 'topic') && lists.has(last)
      const further = isPassed && lists.get(last) === lists.get(place) ? seen.filter((entry) => entry !== own) : []
      seen = own ? [own, ...further] : further
    }
    const heading = seen.find(({ id }) => place.candidates.some(({ entry }) => entry.department === id))
    if (heading) headings.set(place, heading)
  })
  return headings
}

function entryOf({ candidates }: ChoicePlace, kind: Kind): Entry | undefined {
  return candidates.find(({ entry }) => entry.kind === kind)?.entry
}

/** Answers the neighbours of a row: those in its list; for a row alone the departments that are made like it. */
export function rowNeighbours(
  known: readonly ChoicePlace[],
  lists: ReadonlyMap<ChoicePlace, List>,
): (place: ChoicePlace) => Neighbours {
  const departments = known.filter((row) => entryOf(row, 'department'))
  const inList = new Map<List, (place: ChoicePlace) => Neighbours>()
  const made = new Map<string, (place: ChoicePlace) => Neighbours>()
  return (place) => {
    const list = lists.get(place)
    const tag = tagOfRow(place)
    if (list && list.rows.length > 1) return kept(inList, list, () => list.rows)(place)
    return kept(made, tag, () => departments.filter((row) => tagOfRow(row) === tag))(place)
  }
}

function kept<K>(
  known: Map<K, (place: ChoicePlace) => Neighbours>,
  key: K,
  rows: () => readonly ChoicePlace[],
): (place: ChoicePlace) => Neighbours {
  const find = known.get(key) ?? neighboursIn(rows())
  known.set(key, find)
  return find
}

/** Tells of a row that we do not know whether it stands in a list of those that we do, and is made like one of them. */
export function likeListed(lists: ReadonlyMap<ChoicePlace, List>): (place: ChoicePlace) => boolean {
  // What stands beside the first row of a list stands in that list.
  const shapes = new Map<Element | null, Set<string>>()
  for (const { rows } of new Set(lists.values())) {
    const [first] = rows
    if (first && rows.length > 1) shapes.set(composedParent(outerOf(first)), new Set(rows.map(shapeOf)))
  }
  return (place) => shapes.get(composedParent(outerOf(place)))?.has(shapeOf(place)) ?? false
}

function shapeOf(place: ChoicePlace): string {
  return `${tagOfRow(place)} ${tagOf(outerOf(place))}`
}

/** What the text of a row stands in; rows of one list are made of the same, and its buttons do the same. */
export function tagOfRow(place: ChoicePlace): string {
  const element = innerOf(place)
  return `${tagOf(element)} ${attribute(element, 'type')}`
}
