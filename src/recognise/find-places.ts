import type { Candidate, Lexicon } from '../form/lexicon'
import { type Phrase, phrase } from '../form/phrase'
import {
  attribute,
  buttonValue,
  composedParent,
  elementById,
  firstChildOf,
  isElement,
  isShown,
  nextSiblingOf,
  optionValue,
  tagOf,
} from '../page/dom'
import { namer } from '../page/names'
import { type Row, rowFinder } from '../page/rows'
import { standInOf } from '../page/stand-in'
import type { Block, Control, Token, Tokens } from '../page/tokens'
import type { ButtonPlace, FieldPlace, OptionPlace, Places, RowPlace } from './places'

/** Answers the attribute's value that the page itself set, without what the guide wrote over it. */
export type OwnAttribute = (element: Element, name: 'label') => string | null

/** Answers the English that a text had before a translator changed it, or null. */
export type KnownEnglish = (element: Element, shown: string) => string

/** A list of more options is none of the form's, nor is a page with more of its names, or with more controls. */
const MOST = 1000
const NOTHING: Places = { fields: [], buttons: [], rows: [] }

/** Look up every text and control of a page. */
export function findPlaces(tokens: Tokens, lexicon: Lexicon, own: OwnAttribute, english: KnownEnglish): Places {
  if (tokens.controls.length > MOST) return NOTHING
  const namesOf = namer(tokens)
  const rowOf = rowFinder(tokens)
  const inside = shownText(tokens)
  const look = (text: string) => lexicon.candidates(phrase(text))
  const fields: FieldPlace[] = []
  const buttons: ButtonPlace[] = []

  for (const control of tokens.controls) {
    const { element, order, kind } = control
    if (kind === 'choice' || kind === 'search' || (kind !== 'select' && isInternal(element))) continue
    if (kind === 'button') {
      const text = buttonValue(element) ?? attribute(element, 'aria-label') ?? ''
      const known = english(element, text)
      buttons.push({ type: 'button', order, english: known, candidates: look(known), element })
      continue
    }
    // The look-alike of a hidden list is that list.
    if (fields.some(({ standIn }) => standIn && tokens.holds(standIn, order))) continue
    fields.push(fieldPlace(control))
  }

  function fieldPlace(control: Control): FieldPlace {
    const options = control.kind === 'select' ? optionsOf(control, look, lexicon, own, english) : []
    const names = [...namesOf(control)]
    const prompt = options[0]
    if (prompt) names.push({ text: prompt.english, block: null })
    const known = names.map(({ text, block }) => ({ block, text: block ? english(block.element, text) : text }))
    const fitting = known.map((name) => ({ ...name, candidates: look(name.text).filter(isField) }))
    const best = fitting.find((name) => name.candidates.length > 0) ?? fitting[0]
    const label = best?.block ?? fitting.find((name) => name.block)?.block ?? null
    const shown = inside(control)
    return {
      type: 'field',
      order: control.order,
      control,
      label,
      list: listOf(control),
      standIn: options.some(({ candidates }) => candidates.length > 0) ? standInOf(control.element) : null,
      shown: shown && { block: shown, candidates: look(english(shown.element, shown.text)) },
      options,
      english: best?.text ?? '',
      candidates: best?.candidates ?? [],
    }
  }

  const rows = tokens.blocks.flatMap((block): RowPlace[] => {
    if (!block.text) return []
    const known = english(block.element, block.text)
    const prompt = lexicon.isPrompt(phrase(known))
    const row = lazyRow(block, rowOf)
    return [{ type: 'row', order: block.order, english: known, candidates: look(known), row, prompt }]
  })
  const known = rows.filter((row) => row.candidates.length > 0).length
  return known > MOST ? NOTHING : { fields, buttons, rows }
}

/** An input that a kit keeps for itself, out of reach of everybody. */
function isInternal(element: Element): boolean {
  if (attribute(element, 'tabindex') !== '-1') return false
  if (attribute(element, 'aria-hidden') === 'true') return true
  return !isShown(element, { opacityProperty: true, visibilityProperty: true })
}

function isField(candidate: Candidate): boolean {
  return candidate.entry.kind === 'field'
}

/** Rows are found only for the few texts that turn out to matter. */
function lazyRow(block: Block, find: (block: Block) => Row): Row {
  let found: Row | undefined
  const row = () => {
    found ??= find(block)
    return found
  }
  return {
    block,
    get owner() {
      return row().owner
    },
    get element() {
      return row().element
    },
  }
}

/** "Please select", or the name of the list itself, as in "Select package…". */
function isPromptText(words: Phrase, read: readonly Candidate[], lexicon: Lexicon): boolean {
  return words === '' || lexicon.isPrompt(words) || (read.length > 0 && read.every(isField))
}

function optionsOf(
  control: Control,
  look: (text: string) => readonly Candidate[],
  lexicon: Lexicon,
  own: OwnAttribute,
  english: KnownEnglish,
): readonly OptionPlace[] {
  const found: OptionPlace[] = []
  if ((control.element as HTMLSelectElement).length > MOST) return found
  const unseen = standInOf(control.element) !== null
  const read = (parent: Element, group: OptionPlace | null) => {
    for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) {
      if (!isElement(node)) continue
      if (found.length > MOST) return
      const tag = tagOf(node)
      if (tag === 'option') found.push(place(node as HTMLOptionElement, group))
      else if (tag === 'optgroup' && group === null) {
        const heading = place(node as HTMLOptGroupElement, null)
        found.push(heading)
        read(node, heading)
      }
    }
  }
  const place = (element: HTMLOptionElement | HTMLOptGroupElement, group: OptionPlace | null): OptionPlace => {
    const shown = own(element, 'label') || (tagOf(element) === 'option' ? (element as HTMLOptionElement).text : '')
    const text = english(element, shown)
    const read = look(text)
    const value = optionValue(element)
    const words: Phrase = phrase(text)
    const first = found.at(-1)?.prompt ?? true
    return {
      type: 'option',
      order: control.order,
      english: text,
      candidates: read,
      element,
      group,
      unseen,
      prompt: tagOf(element) === 'option' && first && (value === '' || isPromptText(words, read, lexicon)),
    }
  }
  read(control.element, null)
  return found.length > MOST ? [] : found
}

/** The list that a control opens, as `aria-controls` or `aria-owns` says. */
function listOf({ element, kind }: Control): Element | null {
  if (kind !== 'combobox' && kind !== 'text') return null
  const id = attribute(element, 'aria-controls') ?? attribute(element, 'aria-owns')
  return id ? elementById(element, id) : null
}

/** Answers the text inside a closed list: in the control itself, or beside a bare input in the same box. */
function shownText(tokens: Tokens): (control: Control) => Block | null {
  const at = new Map<Token, number>(tokens.all.map((token, index) => [token, index]))
  return (control) => {
    if (control.kind !== 'combobox') return null
    const index = at.get(control) ?? 0
    for (const near of [tokens.all[index + 1], tokens.all[index - 1]]) {
      if (near?.type !== 'block') continue
      const box =
        tagOf(control.element) === 'input'
          ? composedParent(composedParent(control.element) ?? control.element)
          : control.element
      if (box && tokens.holds(box, near.order)) return near
    }
    return null
  }
}
