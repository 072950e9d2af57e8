import type { Place } from '../recognise/places'
import type { Match } from '../recognise/recognise'
import type { AttributeLedger } from './attributes'
import { type Chip, createChip } from './chip'
import { fitChip, roomOf } from './fit'
import type { Theme } from './note-view'
import { type Note, noteFor, optionLabel, spoken, type Texts } from './texts'

/** How often the page may take one note away before it is left alone. */
const PATIENCE = 6

/** The notes that stand in the page itself: option labels, chips, descriptions. */
export interface Annotations {
  /** Make the page's notes those of these matches. What is right already is not touched. */
  readonly reconcile: (matches: readonly Match[], theme: Theme) => void
  /**
   * Measure the chips that are new or whose room may have changed, and take those away that would be cut.
   * @returns whether one was taken away, so that its note belongs in the layer, or came back.
   */
  readonly fit: () => boolean
  /** Has this text no room for a chip? */
  readonly isCramped: (text: Text) => boolean
  /** Take every note back. */
  readonly clear: () => void
  /** Is this chip one of these notes, and not a copy that the page made of one? */
  readonly owns: (element: Element) => boolean
  /** Whether the page fought some note until it was given up. */
  readonly isPaused: () => boolean
}

interface Applied {
  signature: string
  restored: number
  chip: Chip | null
  /** The width of its row, in CSS pixels, when the chip's room was measured; 0 if it was not. */
  fitted: number
  cramped: boolean
}

/** @param language the language of the texts, for the notes' `lang`. */
export function createAnnotations(texts: Texts, language: string, ledger: AttributeLedger): Annotations {
  const chips = new Map<Text, Applied>()
  const owned = new WeakSet<Element>()
  const described = new Set<Element>()
  const labelled = new Set<Element>()
  let paused = false

  function chip(after: Text, note: Note, theme: Theme, hidden: boolean): void {
    const signature = JSON.stringify([note, theme, hidden, after.data])
    const applied = chips.get(after) ?? { signature: '', restored: 0, chip: null, fitted: 0, cramped: false }
    chips.set(after, applied)
    if (applied.signature !== signature) {
      applied.chip?.remove()
      applied.chip = createChip(note, theme, language, hidden)
      owned.add(applied.chip.element)
      applied.signature = signature
      applied.restored = 0
      applied.fitted = 0
      applied.cramped = false
      applied.chip.place(after)
    } else if (applied.cramped) return
    else if (applied.restored < PATIENCE && applied.chip?.place(after)) applied.restored++
    if (applied.restored >= PATIENCE) paused = true
  }

  return {
    reconcile(matches, theme) {
      const wanted = { chips: new Set<Text>(), described: new Set<Element>(), labelled: new Set<Element>() }
      for (const { place, entry } of matches) {
        const note = noteFor(entry, texts)
        const target = describedElement(place)
        if (target) {
          const own = ledger.own(target, 'aria-description')
          ledger.write(target, 'aria-description', own ? `${own} ${spoken(note)}` : spoken(note))
          wanted.described.add(target)
        }
        if (place.type === 'option' && !place.unseen) {
          ledger.write(place.element, 'label', optionLabel(place.english, note))
          wanted.labelled.add(place.element)
        }
        if (isChipped({ place, entry }) && place.type === 'row') {
          chip(place.row.block.last, note, theme, target !== null)
          wanted.chips.add(place.row.block.last)
        }
      }
      drop(wanted)
    },
    fit() {
      let changed = false
      for (const [text, applied] of chips) {
        const room = roomOf(text)
        if (!applied.chip || room === 0 || applied.fitted === room) continue
        applied.fitted = room
        applied.chip.place(text)
        const cramped = fitChip(applied.chip, text) === 'none'
        if (cramped) applied.chip.remove()
        changed ||= cramped !== applied.cramped
        applied.cramped = cramped
      }
      return changed
    },
    isCramped: (text) => chips.get(text)?.cramped ?? false,
    clear: () => drop({ chips: new Set(), described: new Set(), labelled: new Set() }),
    owns: (element) => owned.has(element),
    isPaused: () => paused,
  }

  function drop(wanted: { chips: Set<Text>; described: Set<Element>; labelled: Set<Element> }): void {
    for (const [text, applied] of chips) {
      if (wanted.chips.has(text)) continue
      applied.chip?.remove()
      chips.delete(text)
    }
    forget(described, wanted.described, 'aria-description')
    forget(labelled, wanted.labelled, 'label')
  }

  function forget(before: Set<Element>, wanted: Set<Element>, name: 'label' | 'aria-description'): void {
    for (const element of before) {
      if (wanted.has(element)) continue
      ledger.restore(element, name)
      before.delete(element)
    }
    for (const element of wanted) before.add(element)
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
  return owner !== null && /^(button|a)$/.test(owner.localName)
}

/** The element whose description a screen reader says; null where there is only plain text. */
function describedElement(place: Place): Element | null {
  if (place.type === 'field') return place.control.element
  if (place.type === 'row') return place.row.owner
  return place.type === 'button' ? place.element : null
}
