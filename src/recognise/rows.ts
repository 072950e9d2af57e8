import { attribute, composedParent, rectOf, tagOf } from '../page/dom'
import type { Block, Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { decide } from './context'
import { isLandmark } from './elsewhere'
import type { FieldMatch } from './fields'
import { isAloneInTopics, onlyTopic } from './lone-topic'
import type { Places, RowPlace } from './places'
import type { Match } from './recognise'
import { headingBefore, isAlikeMade, type List, listsOf } from './row-lists'
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
  const indexOf = new Map(known.map((place, index) => [place, index]))
  const lists = listsOf(known, tokens)
  const distinct = [...new Set(lists.values())].filter((list) => list.rows.length > 1)
  const listed = new Set(known.filter((row) => (lists.get(row)?.rows.length ?? 0) > 2).map(wordsOf))
  const departments = known.filter((row) => row.candidates.some(({ entry }) => entry.kind === 'department'))
  return rows.flatMap((place): readonly Match[] => {
    if (!isOurs(place)) return otherRow(place, scope, known, distinct, fields, tokens)
    const at = indexOf.get(place) ?? 0
    const around = (lists.get(place)?.rows ?? []).filter((other) => other !== place)
    const neighbours =
      around.length > 0 ? around : departments.filter((other) => other !== place && isAlikeMade(other, place))
    const candidates = place.candidates.filter(({ entry }) => kinds.includes(entry.kind))
    const heading = headingBefore(known, at, lists)
    const twice = listed.has(wordsOf(place))
    const context = { neighbours, heading, following: known.slice(at + 1, at + 2) }
    const isAlone = around.length === 0 && (twice || isAloneInTopics(place, known, fields, tokens))
    const entry = (isAlone ? onlyTopic(candidates) : null) ?? decide(candidates, context)
    if (!entry) return isActionable(place) ? [{ place, entry: 'unknown' }] : []
    const stands =
      isActionable(place) || entry.kind === 'department' || neighbours.some((other) => isAlikeMade(other, place))
    return stands ? [{ place, entry }] : []
  })
}

/** Lists often begin with their own name, as in "Select package…", as an option like the others. */
function isOption({ row: { owner } }: RowPlace): boolean {
  return owner !== null && attribute(owner, 'role') === 'option'
}

function isColumnHeader({ row: { block } }: RowPlace): boolean {
  return tagOf(block.element) === 'th' || attribute(block.element, 'role') === 'columnheader'
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
  const isNameOf = (kind: string) => kind === name?.entry.id || name?.entry.id === 'topic' || isColumnHeader(place)
  const named = name && next?.candidates.some(({ entry }) => isNameOf(entry.kind))
  // Kits write a field's name a second time, unseen, to make room for it.
  const isTaken = fields.some(({ entry }) => entry === name?.entry)
  if (name && (isOption(place) || (!isTaken && (named || (place.row.owner !== null && isActionable(place))))))
    return [{ place, entry: name.entry }]
  return isUnknownRow(place, lists, tokens) ? [{ place, entry: 'unknown' }] : []
}

function rowsIn(places: Places, scope: Scope, fields: readonly FieldMatch[], tokens: Tokens): readonly RowPlace[] {
  const labels = new Set(fields.map(({ place }) => place.label))
  const standIns = fields.flatMap(({ place }) => place.standIn ?? [])
  const shown = new Set(fields.map(({ place }) => place.shown?.block))
  return places.rows.filter(({ order, row: { block } }) => {
    if (!scope.holds(order) || labels.has(block) || block.inProse()) return false
    if (shown.has(block) || standIns.some((element) => tokens.holds(element, order) && !opensFrom(element, block)))
      return false
    return !inLandmark(block.element, scope.element)
  })
}

/** Does a text stand in a list that hangs out of what is drawn for the closed one? */
function opensFrom(closed: Element, { element }: Block): boolean {
  const [box, text] = [rectOf(closed), rectOf(element)]
  return text.height > 0 && (text.top >= box.bottom - 1 || text.bottom <= box.top + 1)
}

function inLandmark(element: Element, scope: Element): boolean {
  for (let node: Element | null = element; node && node !== scope; node = composedParent(node)) {
    if (isLandmark(node)) return true
  }
  return false
}

/** A row that we do not know, among rows that we do and that are made like it. */
function isUnknownRow(place: RowPlace, lists: readonly List[], tokens: Tokens): boolean {
  if (place.candidates.length > 0 || place.prompt || place.row.owner === null) return false
  return lists.some(
    ({ element, rows }) =>
      tokens.holds(element, place.order) &&
      rows.some((other) => isAlikeMade(other, place) && tagOf(other.row.element) === tagOf(place.row.element)) &&
      composedParent(place.row.element) === composedParent((rows[0] as RowPlace).row.element),
  )
}

function wordsOf({ row }: RowPlace): string {
  return row.block.phrase
}
