import { type Box, overlaps } from '../page/box'
import { linesOf, wordsBox } from '../page/geometry'
import type { RowPlace } from '../recognise/places'
import { fitter, roomOf } from './fit'
import { createListWidths } from './list-widths'
import type { Look } from './look'
import { rowBox } from './row-box'
import { heardSeat, isHeard, type Seat, seatsIn } from './row-host'
import type { Host, RowRule, RowSheets } from './row-sheets'
import { type RowForm, type RowStyle, toldContent } from './row-style'
import { createSeating, type Side } from './seating'
import type { Note } from './texts'

/** The notes of rows, by the text that each follows. */
export interface Rows {
  /** Find out by style which rows stand side by side. Reads only, so before anything is written. */
  readonly survey: (rows: readonly RowPlace[]) => void
  /** Have these notes and no others. What is right already is not touched. */
  readonly reconcile: (wanted: ReadonlyMap<Text, RowWish>) => void
  /** Draw all, and with it what else is drawn as generated content. */
  readonly draw: (others: readonly RowRule[], lists: ReadonlySet<Element>) => void
  /**
   * Measure the notes that are new or whose room may have changed, and find others places in their rows.
   * @returns whether one has lost its place in its row, so that it belongs in the layer, or has found one.
   */
  readonly fit: () => boolean
  /** The rows whose notes no screen reader says with their names. */
  readonly unheard: () => readonly RowWish[]
  /** Where the note of a text belongs: in its row, or in the layer because it has no room there or would push things away. */
  readonly sideOf: (text: Text) => Side | 'cramped'
  /** The words that have their notes in their rows, each with both boxes: one in the layer must not cover them. */
  readonly boxes: () => ReadonlyArray<{ readonly element: Element; readonly words: Box; readonly note: Box }>
  /** The box of the note in a row; null if there is none. */
  readonly boxOf: (text: Text) => Box | null
  /** Is nothing of the page's own drawn there? */
  readonly isFree: (host: Host) => boolean
}

/** What the note of a row says, and how. */
export interface RowWish {
  readonly place: RowPlace
  readonly note: Note
  readonly look: Look
}

/** A note that has been asked for. */
interface Applied {
  readonly wish: RowWish
  readonly signature: string
  readonly seats: readonly Seat[]
  /** Where it is heard while it is not seen in its row, or not heard there. */
  readonly heard: Seat | null
  /** Which of its places, and how much it says there. Past the last one it is not seen in its row. */
  at: number
  form: RowForm
  apart: boolean
  /** The width of its row, in CSS pixels, when its room was measured; 0 if it was not. */
  fitted: number
}

/** How many rows before and after it a note is kept off. */
const NEAR = 3

/** How often in a row notes may look for another place before the next layout. */
const ROUNDS = 6

/** A note that was not measured yet. */
const FRESH = { at: 0, form: 'whole', apart: false, fitted: 0 } as const

/** Keep the notes of rows. Nothing is drawn yet. */
export function createRows(sheets: RowSheets): Rows {
  let applied: ReadonlyMap<Text, Applied> = new Map()
  const seating = createSeating()
  const widths = createListWidths()
  // What the page draws there itself was seen before ours came, or instead of it.
  const free = new WeakMap<Element, Map<Host['side'], boolean>>()
  // Where a reset of the page's has emptied what is generated, ours insists.
  const denied = new WeakSet<Element>()
  let others: readonly RowRule[] = []
  // What is drawn now; an element that the page has made anew in the place of another one has it already.
  let drawn: ReadonlySet<string> = new Set()
  let lifted: ReadonlySet<Text> = new Set()

  const isFree = ({ element, side }: Host) => {
    const known = free.get(element) ?? new Map<Host['side'], boolean>()
    free.set(element, known)
    const answer = known.get(side) ?? isNobodys(getComputedStyle(element, `::${side}`).content)
    known.set(side, answer)
    return answer
  }
  const isNobodys = (content: string) => content === 'none' || content === 'normal' || drawn.has(content)
  const isSeated = (text: Text) => seating.sideOf(text) === 'row' && !lifted.has(text)
  const seatOf = (text: Text, one: Applied) => (isSeated(text) ? one.seats[one.at] : undefined)
  const styleOf = ({ wish: { note, look }, form, apart }: Applied, flow: RowStyle['flow'], seen: boolean): RowStyle =>
    seen ? { note, look, form, flow, apart } : { note, look, form: 'unseen', flow, apart: false }
  const ruleAt = ({ host, flow }: Seat, one: Applied, seen: boolean): RowRule => ({
    host,
    style: styleOf(one, flow, seen),
    insists: denied.has(host.element),
  })
  const rulesOf = (text: Text, one: Applied): readonly RowRule[] => {
    const seat = seatOf(text, one)
    const seen = seat ? [ruleAt(seat, one, true)] : []
    if (!one.heard || (seat && isHeard(seat.host, one.wish.place.row))) return seen
    return [...seen, ruleAt(one.heard, one, false)]
  }
  const drawAll = () => {
    const after = new Set<Element>()
    const before = new Set<Element>()
    const asked = [...applied].flatMap(([text, one]) => rulesOf(text, one))
    // What is seen comes before what is only heard.
    const seenFirst = [...asked.filter(({ style }) => style.form !== 'unseen'), ...asked, ...others]
    const all = seenFirst.filter(({ host: { element, side } }) => {
      const taken = side === 'after' ? after : before
      if (taken.has(element)) return false
      taken.add(element)
      return true
    })
    drawn = new Set(all.map(({ style }) => toldContent(style)))
    sheets.draw(all, widths.widths())
  }
  /** Has the page put something of its own where a note is drawn, as a tick at what is chosen? Then the note goes on. */
  const yieldToPage = (): boolean => {
    let changed = false
    for (const [text, one] of applied) {
      const seat = one.fitted > 0 ? seatOf(text, one) : undefined
      if (!seat || !isTaken(seat, toldContent(styleOf(one, seat.flow, true)))) continue
      free.get(seat.host.element)?.set(seat.host.side, false)
      one.fitted = 0
      changed = true
    }
    return changed
  }
  const lift = (texts: readonly Text[]) => {
    if (!texts.some((text) => isSeated(text))) return
    lifted = new Set([...lifted, ...texts])
    drawAll()
  }
  /** Where it stands now, if it is seen in its row. */
  const paintedBox = (text: Text, one: Applied): Box | null => {
    const seat = seatOf(text, one)
    const words = seat && wordsBox(one.wish.place.row.block)
    const found = words && rowBox(seat, words, toldContent(styleOf(one, seat.flow, true)))
    return found && typeof found === 'object' ? found.box : null
  }

  /** Try the next way: with less to say, or in another place. */
  const goOn = (one: Applied) => {
    one.apart = false
    const isBrief = one.form === 'brief' || !one.wish.note.why
    if (isBrief) one.at++
    one.form = isBrief ? 'whole' : 'brief'
  }
  /** Does the note of a row lie on words of those near it, as where a page's words run out of their box? */
  const isOnOthers = (text: Text, box: Box) => {
    const all = [...applied.keys()]
    const at = all.indexOf(text)
    const near = [...all.slice(Math.max(0, at - NEAR), at), ...all.slice(at + 1, at + 1 + NEAR)]
    return near.some((other) => linesOf(other).some((line) => overlaps(line, box)))
  }
  /** Measure once; answers those that have to go on. */
  const measure = (texts: readonly Text[]): readonly Text[] => {
    const fitOf = fitter()
    return texts.filter((text) => {
      const one = applied.get(text)
      const seat = one && seatOf(text, one)
      if (!seat) return false
      const content = toldContent(styleOf(one, seat.flow, true))
      const fit = fitOf(text, wordsBox(one.wish.place.row.block), seat, content)
      if (fit === 'unseen') one.fitted = 0
      if (fit === 'denied' && !denied.has(seat.host.element)) {
        denied.add(seat.host.element)
        return true
      }
      if (fit === 'taken') free.get(seat.host.element)?.set(seat.host.side, false)
      const box = fit === 'well' ? paintedBox(text, one) : null
      const isCut = fit === 'cut' || fit === 'taken' || fit === 'denied' || (box !== null && isOnOthers(text, box))
      const isPoor = isCut || (fit !== 'well' && one.form === 'whole' && one.wish.note.why !== '')
      if (isPoor) goOn(one)
      const isLowered = fit === 'lower' && !isPoor && !one.apart
      one.apart ||= isLowered
      return isPoor || isLowered
    })
  }

  return {
    survey: seating.survey,
    isFree,
    reconcile(wanted) {
      // A row that the page has made anew has the note that the old one had, and need not be measured again.
      const left = new Map([...applied].flatMap(([text, one]) => (wanted.has(text) ? [] : [[one.signature, one]])))
      const now = new Map<Text, Applied>()
      for (const [text, wish] of wanted) {
        const seats = seatsIn(wish.place.row, isFree)
        const signature = signatureOf(text, wish, seats)
        const one = applied.get(text)
        const { at, form, apart, fitted } = (one?.signature === signature ? one : left.get(signature)) ?? FRESH
        const heard = heardSeat(wish.place.row, isFree)
        now.set(text, { wish, signature, seats, heard, at, form, apart, fitted })
      }
      applied = now
    },
    draw(rules, lists) {
      others = rules
      widths.reconcile(lists)
      drawAll()
    },
    fit() {
      sheets.restore()
      const isInRow = (text: Text, one: Applied) => seatOf(text, one) !== undefined
      const before = new Map([...applied].map(([text, one]) => [text, isInRow(text, one)]))
      let isOther = [yieldToPage(), seating.settle(lift), widths.fit()].includes(true) || lifted.size > 0
      lifted = new Set()
      let stale: readonly Text[] = [...applied].flatMap(([text, one]) => {
        const room = roomOf(text)
        if (room === 0 || one.fitted === room) return []
        if (one.at > 0 || one.form !== 'whole' || one.apart) isOther = true
        Object.assign(one, { ...FRESH, fitted: room })
        return [text]
      })
      if (isOther) drawAll()
      for (let round = 0; round < ROUNDS && stale.length > 0; round++) {
        stale = measure(stale)
        if (stale.length > 0) drawAll()
      }
      return [...applied].some(([text, one]) => isInRow(text, one) !== before.get(text))
    },
    unheard: () => [...applied.values()].flatMap(({ heard, wish }) => (heard ? [] : [wish])),
    sideOf(text) {
      const side = seating.sideOf(text)
      const one = applied.get(text)
      return side === 'row' && one && one.at >= one.seats.length ? 'cramped' : side
    },
    boxes: () =>
      [...applied].flatMap(([text, one]) => {
        const { block } = one.wish.place.row
        const [words, note] = [wordsBox(block), paintedBox(text, one)]
        return words && note ? [{ element: block.element, words, note }] : []
      }),
    boxOf(text) {
      const one = applied.get(text)
      return one ? paintedBox(text, one) : null
    },
  }
}

/** Does generated content say something else than it was told, and not nothing? */
function isTaken({ host: { element, side } }: Seat, content: string): boolean {
  const told = getComputedStyle(element, `::${side}`).content
  return told !== content && told !== 'none' && told !== 'normal'
}

function signatureOf(text: Text, { note, look }: RowWish, seats: readonly Seat[]): string {
  return JSON.stringify([note, look, text.data, seats.map(({ host, flow }) => [host.side, flow])])
}
