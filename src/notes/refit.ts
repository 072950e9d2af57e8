import type { Chip } from './chip'
import { fitChips, roomOf } from './fit'
import type { Seat, Seating } from './seating'

/** How often the page may take one note away before it is left alone. */
export const PATIENCE = 6

/** A chip that is on the page, or was. */
export interface Applied {
  readonly chip: Chip
  readonly signature: string
  /** How often it was put back. */
  restored: number
  /** The width of its row, in CSS pixels, when the chip's room was measured; 0 if it was not. */
  fitted: number
  cramped: boolean
}

/** Is a note with this seat in the page itself? */
export function isInRow(seat: Seat): boolean {
  return seat === 'row' || seat === 'pushing'
}

/** Measure again the chips whose row has another width than before. Answers whether one went or came back. */
export function refit(chips: ReadonlyMap<Text, Applied>, { seatOf, ownBox }: Seating): boolean {
  const inRows = [...chips].filter(([after]) => isInRow(seatOf(after)))
  const rooms = inRows.map(([after, applied]) => ({ after, applied, room: roomOf(after) }))
  const stale = rooms.filter(
    ({ applied, room }) => room !== 0 && applied.fitted !== room && applied.restored < PATIENCE,
  )
  for (const { after, applied, room } of stale) {
    applied.fitted = room
    applied.chip.place(after)
  }
  const fits = fitChips(
    stale.map(({ after, applied: { chip } }) => {
      const pushing = seatOf(after) === 'pushing'
      return { after, chip, pushing, ownBox: pushing ? ownBox(after) : null }
    }),
  )
  let changed = false
  stale.forEach(({ applied }, index) => {
    const cramped = fits[index] === 'none'
    if (cramped) applied.chip.remove()
    changed ||= cramped !== applied.cramped
    applied.cramped = cramped
  })
  return changed
}
