import { type Chip, createChip } from './chip'
import { fitChips, roomOf } from './fit'
import type { Look } from './note-view'
import type { Note } from './texts'

/** How often the page may take one note away before it is left alone. */
const PATIENCE = 6

/** The notes inside rows of the page, by the text that each follows. */
export interface Chips {
  /** Have these chips, each after its text, and no others. What is right already is not touched. */
  readonly reconcile: (wanted: ReadonlyMap<Text, ChipWish>) => void
  /**
   * Measure the chips that are new or whose room may have changed, and take those away that would be cut.
   * @returns whether one was taken away, so that its note belongs in the layer, or came back.
   */
  readonly fit: () => boolean
  /** Has this text no room for a chip? */
  readonly isCramped: (text: Text) => boolean
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

interface Applied {
  readonly chip: Chip
  readonly signature: string
  /** How often it was put back. */
  restored: number
  /** The width of its row, in CSS pixels, when the chip's room was measured; 0 if it was not. */
  fitted: number
  cramped: boolean
}

/** @param language the language of the notes, for their `lang`. */
export function createChips(language: string): Chips {
  const chips = new Map<Text, Applied>()
  const owned = new Set<Element>()
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
    if (applied.cramped) return
    if (applied.restored < PATIENCE && applied.chip.place(after)) applied.restored++
    if (applied.restored >= PATIENCE) paused = true
  }

  return {
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
        chip.place(after)
      }
      for (const chip of [...parted.values()].flat()) {
        chip.remove()
        owned.delete(chip.element)
      }
    },
    fit: () => refit(chips),
    isCramped: (text) => chips.get(text)?.cramped ?? false,
    owns: (element) => owned.has(element),
    isPaused: () => paused,
  }
}

function signatureOf(text: Text, { note, look, hidden }: ChipWish): string {
  return JSON.stringify([note, look, hidden, text.data])
}

/** Measure again the chips whose row has another width than before. Answers whether one went or came back. */
function refit(chips: ReadonlyMap<Text, Applied>): boolean {
  const rooms = [...chips].map(([after, applied]) => ({ after, applied, room: roomOf(after) }))
  const stale = rooms.filter(
    ({ applied, room }) => room !== 0 && applied.fitted !== room && applied.restored < PATIENCE,
  )
  for (const { after, applied, room } of stale) {
    applied.fitted = room
    applied.chip.place(after)
  }
  const fits = fitChips(stale.map(({ after, applied }) => ({ after, chip: applied.chip })))
  let changed = false
  stale.forEach(({ applied }, index) => {
    const cramped = fits[index] === 'none'
    if (cramped) applied.chip.remove()
    changed ||= cramped !== applied.cramped
    applied.cramped = cramped
  })
  return changed
}
