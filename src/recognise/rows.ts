import type { Entry } from '../form/form'
import { composedParent, tagOf } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { decide } from './context'
import { isLandmark } from './elsewhere'
import type { FieldMatch } from './fields'
import type { Places, RowPlace } from './places'
import type { Match } from './recognise'
import type { Scope } from './scope'

/** Tell what the rows of lists made of other markup than `<select>` are: links, radios, list items, headings. */
export function matchRows(
  places: Places,
  scope: Scope,
  fields: readonly FieldMatch[],
  tokens: Tokens,
): readonly Match[] {
  const kinds = scope.stage === 'details' ? ['package'] : ['department', 'topic']
  const rows = rowsIn(places, scope, fields, tokens)
  const isOurs = (row: RowPlace) => row.candidates.some(({ entry }) => kinds.includes(entry.kind))
  const known = rows.filter(isOurs)
  const lists = listsOf(known, tokens)
  const distinct = [...new Set(lists.values())].filter((list) => list.rows.length > 1)
  const departments = known.filter((row) => row.candidates.some(({ entry }) => entry.kind === 'department'))
  return rows.flatMap((place): readonly Match[] => {
    if (!isOurs(place)) return otherRow(place, scope, known, distinct, fields, tokens)
    const at = known.indexOf(place)
    const around = (lists.get(place)?.rows ?? []).filter((other) => other !== place)
    const neighbours =
      around.length > 0 ? around : departments.filter((other) => other !== place && isAlikeMade(other, place))
    const candidates = place.candidates.filter(({ entry }) => kinds.includes(entry.kind))
    const heading = headingBefore(known, at, lists)
    const twice = known.some(
      (other) => other !== place && isSameText(other, place) && (lists.get(other)?.rows.length ?? 0) > 2,
    )
    const context = { neighbours, heading, following: known.slice(at + 1, at + 2) }
    const entry =
      around.length === 0 && (twice || isAloneInTopics(place, known, fields, tokens))
        ? onlyTopic(candidates)
        : decide(candidates, context)
    if (!entry) return isActionable(place) ? [{ place, entry: 'unknown' }] : []
    const stands =
      isActionable(place) || entry.kind === 'department' || neighbours.some((other) => isAlikeMade(other, place))
    return stands ? [{ place, entry }] : []
  })
}

/** "Malware/Security" is a department and its only topic: alone in a list of topics, it is the topic. */
function onlyTopic(candidates: RowPlace['candidates']): Entry | null {
  const topics = candidates.filter(({ entry, exact }) => exact && entry.kind === 'topic')
  return topics.length === 1 ? (topics[0]?.entry ?? null) : null
}

/** Is it all that stands in the list that the field "Topic" opens? */
function isAloneInTopics(
  place: RowPlace,
  known: readonly RowPlace[],
  fields: readonly FieldMatch[],
  tokens: Tokens,
): boolean {
  return fields.some(
    ({ place: { list }, entry }) =>
      list !== null &&
      tokens.holds(list, place.order) &&
      known.filter(({ order }) => tokens.holds(list, order)).length === 1 &&
      entry !== 'unknown' &&
      entry !== 'prompt' &&
      entry.id === 'topic',
  )
}

function isSameText(a: RowPlace, b: RowPlace): boolean {
  return a.row.block.phrase === b.row.block.phrase
}

/** The name of a list right before its rows, or a row that we do not know among rows that we do. */
function otherRow(
  place: RowPlace,
  scope: Scope,
  known: readonly RowPlace[],
  lists: readonly List[],
  fields: readonly FieldMatch[],
  tokens: Tokens,
): readonly Match[] {
  const next = known.find((row) => row.order > place.order)
  const name = place.candidates.find(({ entry }) => entry.kind === 'field' && entry.stage === scope.stage)
  const named = name && next?.candidates.some(({ entry }) => entry.kind === name.entry.id || name.entry.id === 'topic')
  // Kits write a field's name a second time, unseen, to make room for it.
  const isTaken = fields.some(({ entry }) => entry === name?.entry)
  if (name && !isTaken && (named || (place.row.owner !== null && isActionable(place))))
    return [{ place, entry: name.entry }]
  return isUnknownRow(place, lists, tokens) ? [{ place, entry: 'unknown' }] : []
}

/** Rows that stand together, and the element that holds them. */
interface List {
  readonly element: Element
  readonly rows: readonly RowPlace[]
}

function rowsIn(places: Places, scope: Scope, fields: readonly FieldMatch[], tokens: Tokens): readonly RowPlace[] {
  const labels = new Set(fields.map(({ place }) => place.label))
  const standIns = fields.flatMap(({ place }) => place.standIn ?? [])
  const shown = new Set(fields.map(({ place }) => place.shown?.block))
  return places.rows.filter(({ order, row: { block } }) => {
    if (!scope.holds(order) || labels.has(block) || block.inProse()) return false
    if (shown.has(block) || standIns.some((element) => tokens.holds(element, order))) return false
    return !inLandmark(block.element, scope.element)
  })
}

function inLandmark(element: Element, scope: Element): boolean {
  for (let node: Element | null = element; node && node !== scope; node = composedParent(node)) {
    if (isLandmark(node)) return true
  }
  return false
}

/** The list of each known row: the nearest element around it that holds another one. */
function listsOf(known: readonly RowPlace[], tokens: Tokens): ReadonlyMap<RowPlace, List> {
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
function headingBefore(known: readonly RowPlace[], at: number, lists: ReadonlyMap<RowPlace, List>) {
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
function isAlikeMade(a: RowPlace, b: RowPlace): boolean {
  return tagOf(a.row.block.element) === tagOf(b.row.block.element)
}

/** A row that we do not know, among rows that we do. */
function isUnknownRow(place: RowPlace, lists: readonly List[], tokens: Tokens): boolean {
  if (place.candidates.length > 0 || place.prompt || place.row.owner === null) return false
  return lists.some(
    ({ element, rows }) =>
      tokens.holds(element, place.order) &&
      composedParent(place.row.element) === composedParent((rows[0] as RowPlace).row.element),
  )
}
