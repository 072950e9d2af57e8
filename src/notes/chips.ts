import type { Box } from '../page/box'
import { isConnected } from '../page/dom'
import { type Chip, createChip } from './chip'
import type { Look } from './note-view'
import { type Applied, isInRow, PATIENCE, refit } from './refit'
import { createSeating, type Seat, type Seating } from './seating'
import type { Note } from './texts'

/** The notes inside rows of the page, by the text that each follows. */
export interface Chips {
  /** Find out by style which rows stand side by side. Reads only, so before anything is written. */
  readonly survey: Seating['survey']
  /** Have these chips, each after its text, and no others. What is right already is not touched. */
  readonly reconcile: (wanted: ReadonlyMap<Text, ChipWish>) => void
  /**
   * Measure the chips that are new or whose room may have changed, and take those away that would be cut.
   * @returns whether one was taken away, so that its note belongs in the layer, or came back.
   */
  readonly fit: () => boolean
  /** What has become of the chip of a text: it is in its row, has no room there, or would push other things away. */
  readonly seatOf: (text: Text) => Seat | 'cramped'
  /** The layer has no place for these, so that they belong in their rows after all. */
  readonly decline: (texts: readonly Text[]) => void
  /** The boxes of the chips, which a note in the layer must not cover. */
  readonly boxes: () => readonly Box[]
  /** Is this element one of the chips, and not a copy that the page made of one? */
  readonly owns: (element: Element) => boolean
  /** Whether the page took one away so often that it was given up. */
  readonly isPaused: () => boolean
}

/** What a chip says, and how. */
export interface ChipWish {
  readonly note: Note
  readonly look: Look
  /** Hide it from screen readers, because the control's description says the same. */
  readonly hidden: boolean
}

/** @param language the language of the notes, for their `lang`. */
export function createChips(language: string): Chips {
  const chips = new Map<Text, Applied>()
  const owned = new Set<Element>()
  const seating = createSeating()
  let paused = false

  /** Let go of the chips whose text is gone or says something else, by what they say. */
  const part = (wanted: ReadonlyMap<Text, string>): Map<string, Chip[]> => {
    const parted = new Map<string, Chip[]>()
    for (const [text, { chip, signature }] of chips) {
      if (wanted.get(text) === signature) continue
      chips.delete(text)
      parted.set(signature, [...(parted.get(signature) ?? []), chip])
    }
    return parted
  }
  const make = ({ note, look, hidden }: ChipWish): Chip => {
    const chip = createChip(note, look, language, hidden)
    owned.add(chip.element)
    return chip
  }
  const keep = (after: Text, applied: Applied) => {
    if (applied.cramped || !isInRow(seating.seatOf(after))) return
    if (applied.restored < PATIENCE && applied.chip.place(after)) applied.restored++
    if (applied.restored >= PATIENCE) paused = true
  }

  return {
    survey: seating.survey,
    reconcile(wanted) {
      const signatures = new Map([...wanted].map(([text, wish]) => [text, signatureOf(text, wish)]))
      // A row that the page has made anew gets the chip that the old one had: the browser need not build another.
      const parted = part(signatures)
      for (const [after, wish] of wanted) {
        const applied = chips.get(after)
        if (applied) {
          keep(after, applied)
          continue
        }
        const signature = signatures.get(after) ?? ''
        const chip = parted.get(signature)?.pop() ?? make(wish)
        chips.set(after, { chip, signature, restored: 0, fitted: 0, cramped: false })
        if (isInRow(seating.seatOf(after))) chip.place(after)
        else chip.remove()
      }
      for (const chip of [...parted.values()].flat()) {
        chip.remove()
        owned.delete(chip.element)
      }
    },
    fit() {
      const moved = seating.settle((texts) => {
        for (const text of texts) lift(chips.get(text))
      })
      const fitted = refit(chips, seating)
      if (moved) seating.accept()
      return fitted || moved
    },
    seatOf(text) {
      const seat = seating.seatOf(text)
      return isInRow(seat) && chips.get(text)?.cramped ? 'cramped' : seat
    },
    decline(texts) {
      for (const text of texts) seating.decline(text)
      refit(chips, seating)
      seating.accept()
    },
    boxes: () =>
      [...chips.values()].flatMap(({ chip }) => (isConnected(chip.element) ? [chip.view.getBoundingClientRect()] : [])),
    owns: (element) => owned.has(element),
    isPaused: () => paused,
  }
}

function signatureOf(text: Text, { note, look, hidden }: ChipWish): string {
  return JSON.stringify([note, look, hidden, text.data])
}

function lift(applied: Applied | undefined): void {
  if (!applied) return
  applied.chip.remove()
  applied.fitted = 0
}
