import type { Candidate, Lexicon } from '../form/lexicon'
import { phrase } from '../form/phrase'
import { attribute, buttonValue, isShown, tagOf } from '../page/dom'
import { namer } from '../page/names'
import { type Row, rowFinder } from '../page/rows'
import { standInOf } from '../page/stand-in'
import type { Block, Control, Tokens } from '../page/tokens'
import { listOf, shownText } from './closed-list'
import { type OwnAttribute, optionsOf } from './find-options'
import type { ButtonPlace, FieldPlace, KnownEnglish, OptionPlace, Places, RowPlace } from './places'

/** A page with more controls, or more of the form's names, is not the form. */
const MOST = 1000
/** A longer text that happens to stand before a field is a sentence of the page, and not what the field is called. */
const LONGEST_LABEL = 40
const NOTHING: Places = { fields: [], buttons: [], rows: [] }

/** Look up every text and control of a page. */
export function findPlaces(tokens: Tokens, lexicon: Lexicon, own: OwnAttribute, english: KnownEnglish): Places {
  if (tokens.controls.length > MOST) return NOTHING
  const namesOf = namer(tokens)
  const rowOf = rowFinder(tokens)
  const inside = shownText(tokens)
  const look = (text: string) => {
    const known = lexicon.candidates(phrase(text))
    return known.length > 0 ? known : atEndOfPath(text, lexicon)
  }
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
    const field = fieldPlace(control)
    if (!isPartOfAnother(field)) fields.push(field)
  }

  function fieldPlace(control: Control): FieldPlace {
    const options = control.kind === 'select' ? optionsOf(control, look, lexicon, own, english) : []
    const names = [...namesOf(control)]
    const prompt = options[0]
    if (prompt) names.push({ text: prompt.english, block: null })
    const known = names.map(({ text, block }) => ({ block, text: block ? english(block.element, text) : text }))
    const fitting = known.map((name) => ({ ...name, candidates: look(name.text).filter(isField) }))
    const best = fitting.find((name) => name.candidates.length > 0) ?? fitting[0]
    const label = best?.block ?? fitting.find(({ block }) => block && block.letters <= LONGEST_LABEL)?.block ?? null
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

/** What kits put beside the list that a person uses: the value that is sent, the arrow that opens it, what searches in it. */
function isPartOfAnother({ control: { element, kind }, candidates, options, shown }: FieldPlace): boolean {
  if (kind === 'select') return attribute(element, 'tabindex') === '-1' && options.filter(isKnown).length < 2
  if (kind !== 'combobox' || candidates.length > 0) return false
  if (attribute(element, 'type') === 'search') return true
  return shown === null && (tagOf(element) === 'button' || attribute(element, 'role') === 'button')
}

function isKnown({ candidates }: OptionPlace): boolean {
  return candidates.length > 0
}

/** An input that a kit keeps for itself, out of reach of everybody. */
function isInternal(element: Element): boolean {
  if (attribute(element, 'tabindex') !== '-1') return false
  if (attribute(element, 'aria-hidden') === 'true') return true
  return !isShown(element, { opacityProperty: true, visibilityProperty: true })
}

/** "Billing / Make Payment": a topic after its own department, as cascaded lists show what is chosen. */
function atEndOfPath(text: string, lexicon: Lexicon): readonly Candidate[] {
  const [first = '', last, more] = text.split(/\s+[/>›»→-]\s+/)
  if (last === undefined || more !== undefined) return []
  const departments = lexicon.candidates(phrase(first)).map(({ entry }) => entry.id)
  return lexicon.candidates(phrase(last)).filter(({ entry }) => departments.includes(entry.department ?? ''))
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
