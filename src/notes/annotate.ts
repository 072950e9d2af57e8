import type { Wanted } from '../form/wanted'
import { attribute, tagOf } from '../page/dom'
import type { Place } from '../recognise/places'
import type { Match } from '../recognise/recognise'
import type { AttributeLedger } from './attributes'
import { type Chips, type ChipWish, createChips } from './chips'
import { createDescriptions } from './descriptions'
import type { Look } from './note-view'
import { noteOf, optionLabel, spoken, type Texts } from './texts'

/** The notes that stand in the page itself: option labels, chips, descriptions. */
export interface Annotations extends Pick<Chips, 'fit' | 'seatOf' | 'decline' | 'boxes' | 'owns'> {
  /** Make the page's notes those of these matches. What is right already is not touched. */
  readonly reconcile: (matches: readonly Match[], look: Look, way: Wanted) => void
  /** Take every note back. */
  readonly clear: () => void
  /** Whether the page fought some note until it was given up. */
  readonly isPaused: () => boolean
}

/** @param language the language of the texts, for the notes' `lang`. */
export function createAnnotations(texts: Texts, language: string, ledger: AttributeLedger): Annotations {
  const chips = createChips(language)
  const descriptions = createDescriptions(ledger, language)
  const labelled = new Set<Element>()

  const dropLabels = (wanted: ReadonlySet<Element>) => {
    for (const element of labelled) {
      if (wanted.has(element)) continue
      ledger.restore(element, 'label')
      labelled.delete(element)
    }
  }

  return {
    reconcile(matches, look, way) {
      chips.survey(matches.flatMap((match) => (isChipped(match) && match.place.type === 'row' ? [match.place] : [])))
      const wanted = { chips: new Map<Text, ChipWish>(), described: new Set<Element>(), labelled: new Set<Element>() }
      for (const match of matches) {
        const { place } = match
        const note = noteOf(match, texts, way)
        const target = describedElement(place)
        if (target) {
          descriptions.describe(target, spoken(note))
          wanted.described.add(target)
        }
        if (place.type === 'option' && !place.unseen) {
          ledger.write(place.element, 'label', optionLabel(place.english, note))
          labelled.add(place.element)
          wanted.labelled.add(place.element)
        }
        if (isChipped(match) && place.type === 'row') {
          wanted.chips.set(place.row.block.last, { note, look, hidden: target !== null })
        }
      }
      chips.reconcile(wanted.chips)
      descriptions.drop(wanted.described)
      dropLabels(wanted.labelled)
    },
    clear() {
      chips.reconcile(new Map())
      descriptions.drop(new Set())
      dropLabels(new Set())
    },
    fit: chips.fit,
    seatOf: chips.seatOf,
    decline: chips.decline,
    boxes: chips.boxes,
    owns: (element) => chips.owns(element) || descriptions.owns(element),
    isPaused: () => chips.isPaused() || ledger.isPaused(),
  }
}

/** Rows have a chip; fields and buttons have a pill in the layer. */
export function isChipped({ place, entry }: Match): boolean {
  if (place.type !== 'row' || entry === 'prompt') return false
  if (entry === 'unknown') return true
  if (entry.kind === 'field') return place.row.owner === null
  return entry.kind !== 'button' || !isButtonLike(place.row.owner)
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
