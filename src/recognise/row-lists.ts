import { composedParent, tagOf } from '../page/dom'
import type { Tokens } from '../page/tokens'
import type { RowPlace } from './places'

/** Rows that stand together, and the element that holds them. */
export interface List {
  readonly element: Element
  readonly rows: readonly RowPlace[]
}

/** The list of each known row: the nearest element around it that holds another one. */
export function listsOf(known: readonly RowPlace[], tokens: Tokens): ReadonlyMap<RowPlace, List> {
  const holders = new Map<Element, RowPlace[]>()
  known.forEach((place, index) => {
    const near = [known[index - 1], known[index + 1]]
    for (let node = composedParent(place.row.element); node; node = composedParent(node)) {
      const element = node
      if (near.some((other) => other && tokens.holds(element, other.order))) {
        const rows = holders.get(element)
        if (rows) rows.push(place)
        else holders.set(element, [place])
        break
      }
    }
  })
  const lists = new Map<RowPlace, List>()
  for (const [element, rows] of holders) {
    const list = { element, rows }
    for (const row of rows) lists.set(row, list)
  }
  return lists
}

/** The department right before a list of its topics. */
export function headingBefore(known: readonly RowPlace[], at: number, lists: ReadonlyMap<RowPlace, List>) {
  const place = known[at]
  const list = place && lists.get(place)
  for (let index = at - 1; index >= 0; index--) {
    const other = known[index]
    if (!other || !place) return null
    const department = other.candidates.find(({ entry }) => entry.kind === 'department')?.entry
    const topic = place.candidates.some(({ entry }) => entry.department === department?.id)
    if (department && topic) return department
    const sibling = list?.rows.includes(other) && other.candidates.some(({ entry }) => entry.kind === 'topic')
    if (!sibling) return null
  }
  return null
}

/** Rows of one list are made of the same element. */
export function isAlikeMade(a: RowPlace, b: RowPlace): boolean {
  return tagOf(a.row.block.element) === tagOf(b.row.block.element)
}
