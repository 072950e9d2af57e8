import type { Wanted } from '../form/wanted'
import { attribute, composedParent, tagOf } from '../page/dom'
import type { Place, RowPlace } from '../recognise/places'
import type { Match } from '../recognise/recognise'
import type { AttributeLedger } from './attributes'
import { createDescriptions } from './descriptions'
import type { Look } from './look'
import type { RowRule, RowSheets } from './row-sheets'
import { createRows, type Rows, type RowWish } from './rows'
import { type Note, noteOf, optionLabel, type Texts } from './texts'

/** The notes that belong to things of the page: option labels, rows' notes, descriptions. */
export interface Annotations extends Pick<Rows, 'fit' | 'sideOf' | 'boxes' | 'boxOf'> {
  /** Make the page's notes those of these matches. What is right already is not touched. */
  readonly reconcile: (matches: readonly Match[], look: Look, way: Wanted) => void
  /** Take every note back. */
  readonly clear: () => void
  /** Whether the page fought some note until it was given up. */
  readonly isPaused: () => boolean
}

/** Make what writes them. Nothing is written yet. */
export function createAnnotations(texts: Texts, ledger: AttributeLedger, sheets: RowSheets): Annotations {
  const rows = createRows(sheets)
  const descriptions = createDescriptions(ledger, rows.isFree)
  const labelled = new Set<Element>()

  const dropLabels = (wanted: { readonly has: (element: Element) => boolean }) => {
    for (const element of labelled) {
      if (wanted.has(element)) continue
      ledger.restore(element, 'label')
      labelled.delete(element)
    }
  }

  return {
    reconcile(matches, look, way) {
      rows.survey(matches.flatMap((match) => (isInRow(match) ? [match.place] : [])))
      const wanted = new Map<Text, RowWish>()
      const described = new Map<Element, Note>()
      const options = new Map<Element, string>()
      const lists = new Set<Element>()
      const drawn: RowRule[] = []
      for (const match of matches) {
        const { place } = match
        const note = noteOf(match, texts, way)
        if (isInRow(match)) {
          wanted.set(match.place.row.block.last, { place: match.place, note, look })
          continue
        }
        const target = describedElement(place)
        if (target) described.set(target, note)
        if (place.type !== 'option' || place.unseen) continue
        if (isDrawnByPage(place.element)) {
          drawn.push(asRow(place.element, note, look))
          continue
        }
        lists.add(listOf(place.element))
        options.set(place.element, optionLabel(place.english, note))
      }
      rows.reconcile(wanted)
      for (const { place, note } of rows.unheard()) if (place.row.owner) described.set(place.row.owner, note)
      rows.draw([...descriptions.reconcile(described, look), ...drawn], lists)
      // Their lists were measured without them.
      for (const [option, label] of options) {
        ledger.write(option, 'label', label)
        labelled.add(option)
      }
      dropLabels(options)
    },
    clear() {
      rows.reconcile(new Map())
      rows.draw(descriptions.reconcile(new Map(), 'light'), new Set())
      dropLabels(new Set())
    },
    fit: rows.fit,
    sideOf: rows.sideOf,
    boxes: rows.boxes,
    boxOf: rows.boxOf,
    isPaused: ledger.isPaused,
  }
}

/** The native list of an option, or of a group of them. */
function listOf(option: HTMLOptionElement | HTMLOptGroupElement): Element {
  const around = composedParent(option) ?? option
  return tagOf(around) === 'optgroup' ? (composedParent(around) ?? around) : around
}

/**
 * Is an option a row with pictures and letters of its own? A label would replace them.
 * https://developer.mozilla.org/docs/Learn_web_development/Extensions/Forms/Customizable_select
 */
function isDrawnByPage(option: HTMLOptionElement | HTMLOptGroupElement): boolean {
  return tagOf(option) === 'option' && getComputedStyle(listOf(option)).getPropertyValue('appearance') === 'base-select'
}

function asRow(option: Element, note: Note, look: Look): RowRule {
  return {
    host: { element: option, side: 'after' },
    style: { note, look, form: 'whole', flow: 'column', apart: false },
  }
}

/** Rows say their notes themselves; fields and buttons have a pill in the layer. */
export function isInRow(match: Match): match is Match & { readonly place: RowPlace } {
  const { place, entry } = match
  if (place.type !== 'row' || entry === 'prompt') return false
  if (entry === 'unknown') return true
  if (entry.kind === 'field') return place.row.owner === null || isChoice(place.row.owner)
  return entry.kind !== 'button' || !isButtonLike(place.row.owner)
}

/** Lists often begin with their own name, as a choice like the others. */
function isChoice(owner: Element): boolean {
  return /^(option|menuitem|treeitem)/.test(attribute(owner, 'role') ?? '')
}

function isButtonLike(owner: Element | null): boolean {
  return owner !== null && /^(button|a)$/.test(tagOf(owner))
}

/** What takes the focus in the look-alike of a list that is hidden. */
function focusIn(standIn: Element): Element | null {
  if (attribute(standIn, 'tabindex') !== null || attribute(standIn, 'role') === 'combobox') return standIn
  return standIn.querySelector('[role=combobox], [tabindex="0"]')
}

/** The element whose description a screen reader says; null where there is only plain text. */
function describedElement(place: Place): Element | null {
  if (place.type === 'field') return (place.standIn && focusIn(place.standIn)) ?? place.control.element
  if (place.type === 'row') return place.row.owner
  return place.type === 'button' ? place.element : null
}
