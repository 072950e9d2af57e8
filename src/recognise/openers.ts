import type { Candidate } from '../form/lexicon'
import { opensSomething } from '../page/control-kind'
import { attribute, composedParent, rectOf, tagOf } from '../page/dom'
import { isLow } from '../page/drawn'
import { firstFrom, withinAny } from '../page/spans'
import type { Block, Control, Token, Tokens } from '../page/tokens'
import { listOf } from './closed-list'
import type { FieldPlace, RowPlace } from './places'

const UPWARDS = 4
/** The fields that are lists; what can be chosen in them has the same word for its kind. */
const LISTS = new Set(['package', 'department', 'topic'])
const OPENING_ROLES = new Set(['button', 'combobox'])
const CELLS = /^(label|a|summary|td|th|li|option)$/

/**
 * Closed lists that no role tells of: a button or a box that takes the focus, with the list's name on it, or with what
 * is chosen on it and the name right before it.
 * @param fields the fields that are known by their markup; what belongs to them is left out.
 */
export function findOpeners(
  rows: readonly RowPlace[],
  fields: readonly FieldPlace[],
  tokens: Tokens,
): readonly FieldPlace[] {
  const taken = new Set(fields.flatMap(({ label, shown }) => [label, shown?.block]))
  const boxes = fields.flatMap(({ control, standIn }) => (standIn ? [control.element, standIn] : [control.element]))
  const isInField = withinAny(boxes, tokens)
  const isTaken = ({ order, row: { block } }: RowPlace) => taken.has(block) || isInField(order)
  const byBlock = new Map(rows.map((row) => [row.row.block, row]))
  const named = rows.flatMap((name): readonly FieldPlace[] => {
    if (!name.candidates.some(isList) || isTaken(name)) return []
    const at = tokens.indexOf(name.row.block)
    const own = boxAround(name.row.block, tokens.all[at - 1], tokens)
    if (own) return [closedList(own, name, null, name)]
    const next = tokens.all[at + 1]
    const value = next?.type === 'block' ? byBlock.get(next) : undefined
    if (!value || isTaken(value) || !isValueOf(value, name)) return []
    const box = boxAround(value.row.block, name.row.block, tokens)
    // Buttons one after the other are the choices themselves.
    const after = tokens.all[at + 2]
    const other = after?.type === 'block' ? byBlock.get(after) : undefined
    const isChoice = other && isValueOf(other, name) && boxAround(other.row.block, value.row.block, tokens)
    return box && !isChoice ? [closedList(box, name, name.row.block, value)] : []
  })
  return [
    ...named,
    ...nameless(
      rows.filter((row) => !isTaken(row)),
      tokens,
    ),
  ]
}

/** The one button of a menu that shows the topic that was chosen in it, in place of a name. */
function nameless(rows: readonly RowPlace[], tokens: Tokens): readonly FieldPlace[] {
  const found = rows.flatMap((value): readonly FieldPlace[] => {
    const { block, owner } = value.row
    if (!value.candidates.some(isTopic) || !owner || !opensSomething(owner)) return []
    const box = boxAround(block, tokens.all[tokens.indexOf(block) - 1], tokens)
    return box === owner ? [closedList(box, { ...value, english: '' }, null, value)] : []
  })
  return found.length === 1 ? found : []
}

function isTopic({ entry, exact }: Candidate): boolean {
  return exact && entry.kind === 'topic'
}

function isList({ entry, exact }: Candidate): boolean {
  return exact && LISTS.has(entry.id)
}

/** Can this be what a list of that name shows? */
function isValueOf(value: RowPlace, name: RowPlace): boolean {
  const names = new Set(name.candidates.filter(isList).map(({ entry }) => entry.id))
  return value.prompt || value.candidates.some(({ entry }) => names.has(entry.id) || names.has(entry.kind))
}

/** The low box that a click or a key opens, around a text. @param before what stands before that text, and not in the box. */
function boxAround(block: Block, before: Token | undefined, tokens: Tokens): Element | null {
  let node: Element | null = block.element
  for (let step = 0; node && step < UPWARDS; step++, node = composedParent(node)) {
    if (before && tokens.holds(node, before.order)) return null
    if (!opens(node)) continue
    return isLow(node) && !isOpen(node, block, tokens) ? node : null
  }
  return null
}

/**
 * Are there further texts in it, beside or below this one? Those of a list that is yet to open are not rendered, and a
 * name that only screen readers say is a pixel high.
 */
function isOpen(box: Element, block: Block, tokens: Tokens): boolean {
  const { top, bottom } = rectOf(box)
  const next = tokens.blocks[firstFrom(tokens.blocks, block.order + 1)]
  if (!next || !tokens.holds(box, next.order)) return false
  const other = rectOf(next.element)
  return other.height > 1 && other.top < bottom && other.bottom > top
}

function opens(element: Element): boolean {
  const role = attribute(element, 'role')
  if (role !== null) return OPENING_ROLES.has(role)
  const tag = tagOf(element)
  if (tag === 'button') return attribute(element, 'type') !== 'submit'
  return !CELLS.test(tag) && attribute(element, 'tabindex') === '0'
}

function closedList(
  element: Element,
  name: RowPlace,
  label: Block | null,
  { order, row, candidates }: RowPlace,
): FieldPlace {
  const control: Control = { type: 'control', kind: 'combobox', order, element }
  return {
    type: 'field',
    order,
    control,
    label,
    list: listOf(control),
    shown: { block: row.block, candidates },
    standIn: null,
    options: [],
    english: name.english,
    candidates: name.candidates.filter(({ entry }) => entry.kind === 'field'),
  }
}
