import type { Candidate, Lexicon } from '../form/lexicon'
import { phrase } from '../form/phrase'
import { wordlessName } from '../page/control-kind'
import { attribute, buttonValue, composedContains, isShown } from '../page/dom'
import { choicesNearby, namer } from '../page/names'
import type { Judge } from '../page/nearby'
import { once } from '../page/once'
import { type Row, type RowFinder, rowFinder } from '../page/rows'
import type { Span } from '../page/spans'
import { standInOf } from '../page/stand-in'
import type { Block, Control, Tokens } from '../page/tokens'
import { listOf, shownText } from './closed-list'
import { isPartOfAnother, withoutShells } from './doubled-fields'
import { fits } from './fields'
import { type OwnAttribute, optionsOf } from './find-options'
import { findOpeners } from './openers'
import type { ButtonPlace, FieldPlace, KnownEnglish, Places, RowPlace } from './places'

/** A page with more controls, or more of the form's names, is not the form. */
const MOST = 1200
const NOTHING: Places = { fields: [], buttons: [], rows: [] }

/** Look up every text and control of a page. */
export function findPlaces(tokens: Tokens, lexicon: Lexicon, own: OwnAttribute, english: KnownEnglish): Places {
  if (tokens.controls.length > MOST) return NOTHING
  // Each looks at the whole page first, and many pages have nothing to ask it.
  const look = lexicon.meanings
  const inside = once(() => shownText(tokens))
  const shown = once(() => new Set(tokens.controls.map((control) => inside()(control))))
  const judge = judgeBy(look)
  const namesOf = once(() => namer(tokens, judge, (text) => shown().has(text)))
  const nearChoices = once(() => choicesNearby(tokens, ({ text }) => (look(text).some(isChoosable) ? true : null)))
  const rowOf = once(() => rowFinder(tokens, (text) => nearChoices().get(text)))
  const fields: FieldPlace[] = []
  const buttons: ButtonPlace[] = []
  const drawn: Span[] = []

  for (const control of tokens.controls) {
    const { element, order, kind } = control
    if (kind === 'choice' || kind === 'search' || (kind !== 'select' && isInternal(element))) continue
    if (kind === 'button') {
      const text = buttonValue(element) ?? wordlessName(element) ?? ''
      const known = english(element, text)
      buttons.push({ type: 'button', order, english: known, candidates: look(known), element })
      continue
    }
    // The look-alike of a hidden list is that list.
    if (drawn.some(([from, to]) => order >= from && order < to)) continue
    const read = fieldPlace(control)
    if (isPartOfAnother(read, fields, tokens)) continue
    const at = fields.findIndex((other) => read.standIn && composedContains(read.standIn, other.control.element))
    const [twin] = at === -1 ? [] : fields.splice(at, 1)
    const field = twin ? withNamesOf(read, twin) : read
    fields.push(field)
    drawn.push(...[field.standIn && tokens.spanOf(field.standIn)].filter((span) => span !== null))
  }

  function fieldPlace(control: Control): FieldPlace {
    const options = control.kind === 'select' ? optionsOf(control, look, lexicon, own, english) : []
    const names = [...namesOf()(control)]
    const prompt = options[0]
    if (prompt) names.push({ text: prompt.english, block: null })
    const shown = inside()(control)
    if (shown) names.push({ text: shown.text, block: null })
    const known = names.map((name) => ({
      ...name,
      text: name.block ? english(name.block.element, name.text) : name.text,
    }))
    const read = known.map((name) => ({ ...name, candidates: look(name.text).filter(isField) }))
    // What merely stands before a list says nothing about it, if it shows something itself.
    const fitting = read.filter(({ isNear, candidates }) => !(isNear && shown) || candidates.length > 0)
    const named = fitting.find((name) => name.candidates.length > 0)
    const inner = shown && fitting.at(-1)
    const best = (named?.isNear && inner && isOther(named.candidates, inner.candidates) ? inner : named) ?? fitting[0]
    const label = best?.block ?? fitting.find((name) => name.block && !name.isNear)?.block ?? null
    return {
      type: 'field',
      order: control.order,
      control,
      label,
      list: listOf(control),
      standIn: options.some(({ candidates }) => candidates.length > 0) ? standInOf(control.element) : null,
      shown: shown && { block: shown, candidates: look(english(shown.element, shown.text)) },
      options,
      // What it shows may be what was typed or chosen: that is no name of its own.
      english: best && best === inner && named !== inner ? '' : (best?.text ?? ''),
      candidates: best?.candidates ?? [],
    }
  }

  const rows = tokens.blocks.flatMap((block): RowPlace[] => {
    if (!block.text) return []
    const known = english(block.element, block.text)
    const words = known === block.text ? block.phrase : phrase(known)
    const prompt = lexicon.isPrompt(words)
    const row = lazyRow(block, rowOf)
    return [{ type: 'row', order: block.order, english: known, candidates: look(known), row, prompt }]
  })
  const known = rows.filter((row) => row.candidates.length > 0).length
  if (known > MOST) return NOTHING
  const single = withoutShells(fields, tokens)
  return { fields: [...single, ...findOpeners(rows, single, tokens)], buttons, rows }
}

/** A hidden native list, by the names of what is drawn for it. */
function withNamesOf(list: FieldPlace, drawn: FieldPlace): FieldPlace {
  const named = list.candidates.length > 0 ? list : drawn
  const { english, candidates } = named
  return { ...list, english, candidates, label: list.label ?? drawn.label, shown: list.shown ?? drawn.shown }
}

/** Do two names say that a control is one thing and another? */
function isOther(near: readonly Candidate[], inner: readonly Candidate[]): boolean {
  return inner.length > 0 && !inner.some(({ entry }) => near.some((other) => other.entry === entry))
}

/** An input that a kit keeps for itself, out of reach of everybody. */
function isInternal(element: Element): boolean {
  if (attribute(element, 'tabindex') !== '-1') return false
  if (attribute(element, 'aria-hidden') === 'true') return true
  return !isShown(element, { opacityProperty: true, visibilityProperty: true })
}

/** Tells of a text whether it is what a control of a kind may be called. */
function judgeBy(look: Lexicon['meanings']): Judge {
  return (text, { kind }) => {
    const named = look(text.text).filter(isField)
    return named.length === 0 ? null : named.some(({ entry }) => fits(entry, kind))
  }
}

function isChoosable({ entry }: Candidate): boolean {
  return entry.kind === 'package' || entry.kind === 'department' || entry.kind === 'topic'
}

function isField(candidate: Candidate): boolean {
  return candidate.entry.kind === 'field'
}

/** Rows are found only for the few texts that turn out to matter. */
function lazyRow(block: Block, find: () => RowFinder): Row {
  const row = once(() => find()(block))
  return {
    block,
    get owner() {
      return row().owner
    },
    get element() {
      return row().element
    },
    isClickable: () => row().isClickable(),
  }
}
