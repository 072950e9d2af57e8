import type { Wanted } from '../form/wanted'
import { composedContains } from '../page/dom'
import { boxOf, isPainted, isWithin, wordsBox } from '../page/geometry'
import type { Row } from '../page/rows'
import { elementOf, type FieldPlace, type OptionPlace, type RowPlace } from '../recognise/places'
import type { Match } from '../recognise/recognise'
import { shownChoice } from '../recognise/shown-choice'
import { isChipped } from './annotate'
import type { Chips } from './chips'
import { fieldBox } from './field-box'
import type { Anchor, Pill } from './layer'
import { type Note, noteFor, noteOf, type Texts } from './texts'

/** The notes that go into the layer: those of fields and buttons, and of rows that are no place for a chip. */
export function pillsFor(
  matches: readonly Match[],
  texts: Texts,
  seatOf: Chips['seatOf'],
  way: Wanted,
): readonly Pill[] {
  return matches.flatMap((match): Pill[] => {
    const { place, entry } = match
    if (place.type === 'option' || entry === 'prompt') return []
    const key = elementOf(place)
    if (isChipped(match)) {
      const seat = place.type === 'row' ? seatOf(place.row.block.last) : 'row'
      if (place.type !== 'row' || seat === 'row' || seat === 'pushing') return []
      const side = seat === 'cramped' ? 'beside' : seat
      const note = { ...noteFor(entry, texts, way), hint: '' }
      return [{ key: place.row.block.last, note, anchor: () => rowAnchor(place, side), yields: seat !== 'cramped' }]
    }
    const own = noteOf(match, texts, way)
    const note = place.type === 'field' ? withChoice(own, place, matches, texts, way) : own
    if (place.type === 'field') return [{ key, note, anchor: () => fieldAnchor(place) }]
    if (place.type === 'button' && (entry === 'unknown' || entry.kind !== 'button'))
      return [{ key, note: { ...note, hint: '' }, anchor: () => buttonAnchor(key, 'abreast') }]
    const side = entry !== 'unknown' && entry.kind === 'field' ? 'beside' : 'below'
    if (side === 'beside' && place.type === 'row') return [{ key, note, anchor: () => rowAnchor(place, 'beside') }]
    return [{ key, note, anchor: () => buttonAnchor(key, side) }]
  })
}

/** A list says what the chosen option means, for which a native list has no room. */
function withChoice(note: Note, field: FieldPlace, matches: readonly Match[], texts: Texts, way: Wanted): Note {
  const chosen = chosenIn(field, note.id, matches)
  if (!chosen || chosen === 'prompt') return note
  const said = noteFor(chosen, texts, way)
  // This one is loud, where those of what is not used are dimmed.
  const tone = said.tone === 'unused' ? 'unfit' : said.tone
  return { ...said, id: note.id, label: `${texts.note.chosen}: ${said.label}`, tone }
}

/** What is chosen in a list. */
function chosenIn(field: FieldPlace, list: string, matches: readonly Match[]): Match['entry'] | null {
  const selected = field.options.find(isSelected)
  const native = selected && matches.find(({ place }) => place === selected)
  return native ? native.entry : shownChoice(field, list)
}

function isSelected({ element, prompt }: OptionPlace): boolean {
  return element instanceof HTMLOptionElement && element.selected && !prompt
}

function fieldAnchor(field: FieldPlace): Anchor | null {
  const control = fieldBox(field)
  if (!control) return null
  const words = field.label && wordsBox(field.label)
  const beside = words && !isWithin(words, control) && isPainted(words, field.label?.element as Element) ? words : null
  return { words: beside, control, side: 'beside' }
}

function rowAnchor({ row }: RowPlace, side: Anchor['side']): Anchor | null {
  const words = wordsBox(row.block)
  const control = boxOf(isBoxed(row) ? row.owner : row.element) ?? words
  return words && control && isPainted(words, row.block.element, row.element) ? { words, control, side } : null
}

/** Is it a button or the like, with a box of its own around the words? */
function isBoxed(row: Row): row is Row & { readonly owner: Element } {
  const { owner, block } = row
  return owner !== null && composedContains(owner, block.last) && getComputedStyle(owner).display !== 'inline'
}

function buttonAnchor(button: Element, side: Anchor['side']): Anchor | null {
  const control = boxOf(button)
  return control && isPainted(control, button) ? { words: null, control, side } : null
}
