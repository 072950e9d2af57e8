import type { Wanted } from '../form/wanted'
import { unionOf } from '../page/box'
import { composedContains, isShown } from '../page/dom'
import { boxOf, isPainted, isWithin, lineBoxes, wordsBox } from '../page/geometry'
import type { Row } from '../page/rows'
import { widgetAround } from '../page/widget'
import { elementOf, type FieldPlace, type OptionPlace, type RowPlace } from '../recognise/places'
import type { Match } from '../recognise/recognise'
import { shownChoice } from '../recognise/shown-choice'
import type { Anchor } from './anchor'
import { isInRow } from './annotate'
import { fieldBox } from './field-box'
import type { Pill } from './layer'
import type { Rows } from './rows'
import { type Note, noteFor, noteOf, type Texts } from './texts'

/** The notes that go into the layer: those of fields and buttons, and of rows whose notes have no room in them. */
export function pillsFor(
  matches: readonly Match[],
  texts: Texts,
  sideOf: Rows['sideOf'],
  way: Wanted,
): readonly Pill[] {
  return matches.flatMap((match): Pill[] => {
    const { place, entry } = match
    if (place.type === 'option' || entry === 'prompt') return []
    const key = elementOf(place)
    if (isInRow(match)) {
      const text = match.place.row.block.last
      const side = sideOf(text)
      if (side === 'row') return []
      const note = { ...noteFor(entry, texts, way), hint: '' }
      const anchor = () => rowAnchor(match.place, side === 'cramped' ? 'beside' : side)
      const { element } = match.place.row.block
      return [{ key: text, element, note, anchor, small: side !== 'cramped' }]
    }
    const own = noteOf(match, texts, way)
    const note = place.type === 'field' ? withChoice(own, place, matches, texts, way) : own
    if (place.type === 'field') return [{ key, element: key, note, anchor: () => fieldAnchor(place) }]
    if (place.type === 'button' && (entry === 'unknown' || entry.kind !== 'button'))
      return [{ key, element: key, note: { ...note, hint: '' }, anchor: () => buttonAnchor(key, 'abreast') }]
    const side = entry !== 'unknown' && entry.kind === 'field' ? 'beside' : 'below'
    if (side === 'beside' && place.type === 'row')
      return [{ key, element: key, note, anchor: () => rowAnchor(place, 'beside') }]
    return [{ key, element: key, note, anchor: () => buttonAnchor(key, side) }]
  })
}

/** A list says what the chosen option means, for which a native list has no room. */
function withChoice(note: Note, field: FieldPlace, matches: readonly Match[], texts: Texts, way: Wanted): Note {
  const chosen = chosenIn(field, note.id, matches)
  if (!chosen || chosen === 'prompt') return isSaidIn(field, note.id, matches) ? { ...note, isSaid: true } : note
  const said = noteFor(chosen, texts, way)
  // This one is loud, where those of what is not used are dimmed.
  const tone = said.tone === 'unused' ? 'unfit' : said.tone
  return { ...said, id: note.id, label: `${texts.note.chosen}: ${said.label}`, tone }
}

/** Does the closed list show its own name, as its first option, with our label? */
function isSaidIn({ options }: FieldPlace, list: string, matches: readonly Match[]): boolean {
  const [first] = options
  if (!first?.prompt || first.unseen || !(first.element instanceof HTMLOptionElement && first.element.selected))
    return false
  const entry = matches.find(({ place }) => place === first)?.entry
  return typeof entry === 'object' && entry.id === list
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

/** A list that is closed may lie there all the same, only transparent. */
function isOpaque(element: Element): boolean {
  return isShown(element, { opacityProperty: true })
}

function fieldAnchor(field: FieldPlace): Anchor | null {
  const control = fieldBox(field)
  if (!control) return null
  const words = field.label && wordsBox(field.label)
  const beside = words && !isWithin(words, control) && isPainted(words, field.label?.element as Element) ? words : null
  const named = beside && field.label ? unionOf(lineBoxes(field.label)) : null
  return { words: beside, control, named, side: 'beside', within: widgetAround(field.control.element) }
}

function rowAnchor({ row }: RowPlace, side: Anchor['side']): Anchor | null {
  const { element } = row.block
  // The page may cover the last line itself, where the words run out of their box.
  const words = [wordsBox(row.block), lineBoxes(row.block)[0]].find(
    (box) => box && isPainted(box, element, row.element),
  )
  const control = boxOf(isBoxed(row) ? row.owner : row.element) ?? words
  return words && control && isOpaque(element) ? { words, control, side, within: null } : null
}

/** Is it a button or the like, with a box of its own around the words? */
function isBoxed(row: Row): row is Row & { readonly owner: Element } {
  const { owner, block } = row
  return owner !== null && composedContains(owner, block.last) && getComputedStyle(owner).display !== 'inline'
}

function buttonAnchor(button: Element, side: Anchor['side']): Anchor | null {
  const control = boxOf(button)
  return control && isPainted(control, button) && isOpaque(button)
    ? { words: null, control, side, within: widgetAround(button) }
    : null
}
