import type { Sight } from './companion/sight'
import { currentMatches } from './current-matches'
import type { Lexicon } from './form/lexicon'
import { wantedIn } from './form/wanted'
import { createLedger } from './notes/attributes'
import { clearLeftovers } from './notes/leftovers'
import type { Theme } from './notes/look'
import { isOurs } from './notes/note-view'
import { createNotes, type Notes } from './notes/notes'
import type { Texts } from './notes/texts'
import { themeOf } from './notes/theme'
import { whenOrphaned } from './orphan'
import type { Box } from './page/box'
import { calm } from './page/calm'
import { isAway, isElement } from './page/dom'
import { watchLateRoots } from './page/late-roots'
import { followMotion } from './page/motion'
import { paced } from './page/pace'
import { watchTouch } from './page/touch'
import { watch } from './page/watch'
import { createReader, nothingRead } from './reader'
import { concerns, isOfLooks } from './recognise/concerns'
import type { Match } from './recognise/recognise'
import type { Ticks } from './shared/journey'
import type { Settings } from './shared/settings'
import { type Progress, statusOf } from './status'

/** One life of the guide on one document. */
export interface Session {
  /** Have `arranged` called before the next paint. */
  readonly follow: () => void
  /** Have the notes make room, because something else of ours has moved. */
  readonly makeRoom: () => void
  /** Write the notes anew, because what is wanted of them has changed. */
  readonly redraw: () => void
}

/** What is wanted of the notes, besides their language. */
export interface Manner extends Pick<Settings, 'notes' | 'unused'> {
  /** What the customer has ticked by hand. */
  readonly ticks: Ticks
  /** The id of the topic that the customer wants to be shown, or null. */
  readonly topic: string | null
}

/** What a session is made of. */
export interface SessionParts {
  readonly lexicon: Lexicon
  readonly texts: Texts
  readonly language: string
  readonly manner: () => Manner
  /** Called after each pass. What it writes is not taken for a change of the page. */
  readonly report: (sight: Sight) => void
  /** Called when the notes have found their places, after a layout and before its paint. */
  readonly arranged: () => void
  /** Called when everything was undone. */
  readonly ended: () => void
  /** The boxes that something else of ours covers, in CSS pixels of the viewport. */
  readonly covered: () => readonly Box[]
  /** False once the extension was updated or removed under us; the session then undoes everything. */
  readonly isAlive: () => boolean
}

/** How often a session that could not begin is tried again, and after how many milliseconds. */
const TRIES = 10
const PAUSE = 200

/** Annotate a document and keep the notes true until the signal is aborted; then leave no trace. */
export function startSession(page: Document, parts: SessionParts, signal: AbortSignal): Session {
  let session: Session | null = null
  const attempt = (left: number) => {
    // It was switched off while this was waiting: nobody would end what begins now.
    if (signal.aborted) return
    const stop = new AbortController()
    const again = () => {
      stop.abort()
      attempt(TRIES)
    }
    try {
      session = begin(page, parts, AbortSignal.any([signal, stop.signal]), again)
    } catch {
      stop.abort()
      if (left > 0) setTimeout(() => attempt(left - 1), PAUSE)
    }
  }
  attempt(TRIES)
  return {
    follow: () => session?.follow(),
    makeRoom: () => session?.makeRoom(),
    redraw: () => session?.redraw(),
  }
}

/** @param again ends this and begins anew. */
function begin(page: Document, parts: SessionParts, signal: AbortSignal, again: () => void): Session {
  const { lexicon, texts, language, manner, report, arranged, ended, covered, isAlive } = parts
  const ending = new AbortController()
  const end = () => ending.abort()
  signal.addEventListener('abort', end, { once: true })
  const live = ending.signal

  const { form } = lexicon
  const ledger = createLedger()
  const reader = createReader(page, lexicon, ledger.own)
  clearLeftovers(page, texts, lexicon)
  whenOrphaned(page, isAlive, end, live)
  let reading = nothingRead(lexicon)
  let theme: Theme = 'light'
  let noted: readonly Match[] = []
  let notes: Notes | null = null
  let hear: ReturnType<typeof followMotion> | null = null
  let isStale = false
  const seenNotes = {
    noteBox: (key: Node) => notes?.boxOf(key) ?? null,
    ground: () => notes?.ground() ?? [],
    numbered: () => notes?.numbered() ?? [],
  }
  const touch = watchTouch(page, calm(tell), live)
  let fought = false
  const giveIn = () => {
    fought = true
    calm(() => tellAbout(statusOf(form, reading.recognition, touch, manner().topic)))()
    end()
  }
  const pass = paced(look, giveIn, live)
  const watching = watch(page, calm(changed), live)
  watchLateRoots(page, isOurs, pass, live)
  page.addEventListener('visibilitychange', calm(refresh), { signal: live })
  live.addEventListener('abort', () => {
    notes?.remove()
    ended()
  })

  /**
   * The page has changed: most changes of a busy page have nothing to do with the form, but may have moved it. New looks
   * change no word that is there, so that all of a frame are looked at once, before it is painted. What nobody sees can
   * wait until somebody does.
   */
  function changed(records: readonly MutationRecord[]): void {
    if (records.some(isWrittenAnew)) return again()
    if (isAway(page)) {
      isStale = true
      return readdress(records)
    }
    const isOurs = isOurBusiness(records)
    const isFollowed = reading.recognition.scopes.length > 0 && notes !== null
    if (isOurs && !(isFollowed && records.every(isOfLooks))) {
      if (!pass()) readdress(records)
      return
    }
    readdress(records)
    isStale ||= isOurs
    if (isFollowed) notes?.follow()
  }

  /** No pass follows: the rows' notes go with their rows all the same. */
  function readdress(records: readonly MutationRecord[]): void {
    notes?.readdress(records)
    watching.forget()
  }

  /** If that cannot be told, it is. */
  function isOurBusiness(records: readonly MutationRecord[]): boolean {
    try {
      return reader.isTranslating() || records.some((record) => concerns(record, reading.seen))
    } catch {
      return true
    }
  }

  /** A pass: read, recognise, write what has changed. Answers whether anything had. */
  function look(): boolean {
    if (!isAlive()) end()
    const { body } = page
    if (!body || live.aborted) return false
    isStale = false
    reading = reader.read(body)
    // All is read before anything is written, so that the browser need not bring its styles up to date twice.
    const status = see()
    write()
    watching.add(reading.tokens.roots)
    hear?.(reading.tokens.roots)
    const wrote = watching.forget()
    tellAbout(status)
    return wrote
  }

  /** Find out what the notes depend on besides the words. Reads only. */
  function see(): Progress {
    const { matches, scopes } = reading.recognition
    const { notes, ticks, topic } = manner()
    const status = statusOf(form, reading.recognition, touch, topic)
    noted = notes === 'step' ? currentMatches(form, matches, status, ticks) : matches
    theme = themeOf(scopes[0]?.element ?? null)
    return status
  }

  /** A page that never was the form has nothing to be written, or taken back. */
  function write(): void {
    const { tokens, recognition, met } = reading
    if (!met) return
    const { unused, topic } = manner()
    notes ??= startNotes()
    notes.reconcile({
      isForm: recognition.scopes.length > 0,
      matches: noted,
      tokens,
      theme,
      dimmed: unused === 'dimmed',
      way: wantedIn(form, topic),
      isTranslating: reader.isTranslating(),
    })
  }

  function startNotes(): Notes {
    const turns = { laidOut: refresh, arranged, uncovered, settled: watching.forget }
    const made = createNotes(page, { texts, language, ledger, covered, ...turns })
    hear = followMotion(page, calm(made.follow), live)
    return made
  }

  /** Other parts of the form have come into sight: a menu, a stage, what was scrolled away. */
  function uncovered(): void {
    // This is the turn before the paint, which must not ask for another one.
    requestAnimationFrame(calm(refreshed))
  }

  function refreshed(): void {
    if (!live.aborted) pass()
  }

  /** The page is about to be painted. */
  function refresh(): void {
    if (isStale && !isAway(page)) pass()
  }

  /** The customer has touched something: the words on the page are the same, what is chosen or filled is not. */
  function tell(): void {
    // A session that has given in writes no more, whatever is set or wanted after that.
    if (live.aborted) return
    if (!isAlive()) return end()
    // A page that opens a list and then moves the focus to it has not told us of the list yet, nor measured it.
    const records = watching.take()
    if (records.length > 0) return void Promise.resolve().then(calm(() => tellAfter(records)))
    if (reading.recognition.scopes.length === 0) return
    const status = see()
    write()
    tellAbout(status)
  }

  function tellAfter(records: readonly MutationRecord[]): void {
    if (isOurBusiness(records)) pass()
    else tell()
  }

  function tellAbout(seen: Progress): void {
    const status = { ...seen, translator: reader.isTranslating(), paused: fought || (notes?.isPaused() ?? false) }
    const { recognition, tokens } = reading
    report({ status, recognition, tokens, touch, theme, ...seenNotes })
    watching.forget()
  }

  pass()
  return {
    follow: calm(() => notes?.follow()),
    makeRoom: calm(() => notes?.makeRoom()),
    redraw: calm(tell),
  }
}

/** Has the page got another root? `document.open` takes the listeners from a document and its window, besides the content. */
function isWrittenAnew({ target, addedNodes }: MutationRecord): boolean {
  return target instanceof Document && [...addedNodes].some(isElement)
}
