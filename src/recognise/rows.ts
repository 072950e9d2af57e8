import type { Entry } from '../form/form'
import { phrase } from '../form/phrase'
import { attribute, rectOf, tagOf } from '../page/dom'
import { inherited } from '../page/inherited'
import { firstFrom, inOrder } from '../page/spans'
import type { Block, Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { decide } from './context'
import { isLandmark } from './elsewhere'
import type { FieldMatch } from './fields'
import { aloneInTopics, onlyTopic } from './lone-topic'
import type { Match, Scope } from './match'
import { type ChoicePlace, innerOf, type Places, type RowPlace } from './places'
import { headingsOf, likeListed, listsOf, rowNeighbours, tagOfRow } from './row-lists'

/** Tell what the rows of lists made of other markup than `<select>` are: links, radios, list items, headings. */
export function matchRows(
  places: Places,
  scope: Scope,
  fields: readonly FieldMatch[],
  tokens: Tokens,
): readonly Match[] {
  const kinds = scope.stage === 'details' ? ['package'] : ['department', 'topic']
  const buttons = places.buttons.filter(({ order }) => scope.holds(order))
  const rows = [...rowsIn(places, scope, fields, tokens), ...buttons].sort(inOrder)
  const isOurs = (row: ChoicePlace) => row.candidates.some(({ entry }) => kinds.includes(entry.kind))
  const known = rows.filter(isOurs)
  const indexOf = new Map(known.map((place, index) => [place, index]))
  const lists = listsOf(known, tokens)
  const listed = new Set(known.filter((row) => (lists.get(row)?.rows.length ?? 0) > 2).map(wordsOf))
  const headings = headingsOf(known, lists)
  const neighboursOf = rowNeighbours(known, lists)
  const isLikeListed = likeListed(lists)
  const isAlone = aloneInTopics(known, fields, tokens)
  return rows.flatMap((place): readonly Match[] => {
    if (!isOurs(place)) return otherRow(place, scope, known, isLikeListed, fields)
    const at = indexOf.get(place) ?? 0
    const around = lists.get(place)?.rows ?? []
    const neighbours = neighboursOf(place)
    const candidates = place.candidates.filter(({ entry }) => kinds.includes(entry.kind))
    const context = { neighbours, heading: headings.get(place) ?? null, following: known.slice(at + 1, at + 2) }
    const isOnly = around.length < 2 && (listed.has(wordsOf(place)) || isAlone(place))
    const entry = (isOnly ? onlyTopic(candidates) : null) ?? decide(candidates, context)
    if (!entry) return isActionable(place) ? [{ place, entry: 'unknown' }] : []
    const stands =
      isActionable(place) ||
      entry.kind === 'department' ||
      (around.length < 2 ? neighbours.count > 0 : isMadeLike(place, around))
    return stands ? [{ place, entry }] : []
  })
}

/** Lists often begin with their own name, as in "Select package…", as an option like the others. */
function isOption(place: ChoicePlace): boolean {
  const owner = ownerOf(place)
  return owner !== null && attribute(owner, 'role') === 'option'
}

function isColumnHeader(place: ChoicePlace): boolean {
  const element = innerOf(place)
  return tagOf(element) === 'th' || attribute(element, 'role') === 'columnheader'
}

/** The name of a list right before its rows, or a row that we do not know among rows that we do. */
function otherRow(
  place: ChoicePlace,
  scope: Scope,
  known: readonly ChoicePlace[],
  isLikeListed: (place: ChoicePlace) => boolean,
  fields: readonly FieldMatch[],
): readonly Match[] {
  const name = place.candidates.find(({ entry }) => entry.kind === 'field' && entry.stage === scope.stage)?.entry
  if (name && isNameOfList(place, name, known, fields)) return [{ place, entry: name }]
  const isUnknown = place.candidates.length === 0 && !(place.type === 'row' && place.prompt) && ownerOf(place) !== null
  return isUnknown && isLikeListed(place) ? [{ place, entry: 'unknown' }] : []
}

function isNameOfList(
  place: ChoicePlace,
  { id }: Entry,
  known: readonly ChoicePlace[],
  fields: readonly FieldMatch[],
): boolean {
  if (isOption(place)) return true
  // Kits write a field's name a second time, unseen, to make room for it.
  if (fields.some(({ entry }) => typeof entry !== 'string' && entry.id === id)) return false
  const next = known[firstFrom(known, place.order)]
  const isNamed = next?.candidates.some(({ entry }) => entry.kind === id || id === 'topic' || isColumnHeader(place))
  return isNamed || (ownerOf(place) !== null && isActionable(place))
}

function rowsIn(places: Places, scope: Scope, fields: readonly FieldMatch[], tokens: Tokens): readonly RowPlace[] {
  const labels = new Set(fields.map(({ place }) => place.label))
  const standIns = fields.flatMap(({ place: { standIn } }) => {
    const span = standIn && tokens.spanOf(standIn)
    return span ? [{ standIn, from: span[0], to: span[1] }] : []
  })
  const isInLandmark = inherited(
    false,
    (element, around) => element !== scope.element && (around || isLandmark(element)),
  )
  const shown = new Set(fields.map(({ place }) => place.shown?.block))
  return places.rows.filter(({ order, row: { block } }) => {
    if (!scope.holds(order) || labels.has(block) || block.inProse()) return false
    const isDrawn = standIns.some(({ standIn, from, to }) => order >= from && order < to && !opensFrom(standIn, block))
    return !shown.has(block) && !isDrawn && !isInLandmark(block.element)
  })
}

/** Does a text stand in a list that hangs out of what is drawn for the closed one? */
function opensFrom(closed: Element, { element }: Block): boolean {
  const [box, text] = [rectOf(closed), rectOf(element)]
  return text.height > 0 && (text.top >= box.bottom - 1 || text.bottom <= box.top + 1)
}

function isMadeLike(place: ChoicePlace, others: readonly ChoicePlace[]): boolean {
  return others.some((other) => other !== place && tagOfRow(other) === tagOfRow(place))
}

/** What a click acts on, as far as the markup says. */
function ownerOf(place: ChoicePlace): Element | null {
  return place.type === 'row' ? place.row.owner : place.element
}

function wordsOf(place: ChoicePlace): string {
  return place.type === 'row' ? place.row.block.phrase : phrase(place.english)
}
