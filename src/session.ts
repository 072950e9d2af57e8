import type { Sight } from './companion/sight'
import type { Form } from './form/form'
import { lexicon as createLexicon } from './form/lexicon'
import { phrase } from './form/phrase'
import { createAnnotations } from './notes/annotate'
import { createLedger } from './notes/attributes'
import { createLayer } from './notes/layer'
import { clearLeftovers } from './notes/leftovers'
import { CHIP_TAG, isOurs, type Theme } from './notes/note-view'
import { pillsFor } from './notes/pills'
import type { Texts } from './notes/texts'
import { themeOf } from './notes/theme'
import { whenOrphaned } from './orphan'
import type { Box } from './page/box'
import { obstacleBoxes } from './page/geometry'
import { followMotion } from './page/motion'
import { createPatience } from './page/patience'
import { NO_TOKENS, readTokens } from './page/tokens'
import { watchTouch } from './page/touch'
import { watch } from './page/watch'
import { findPlaces } from './recognise/find-places'
import { createMemory, isTranslating } from './recognise/memory'
import { type Recognition, recognise } from './recognise/recognise'
import { statusOf } from './status'

/** One life of the guide on one document. */
export interface Session {
  /** Find the places of the notes anew, because something of ours has moved. */
  readonly follow: () => void
}

/** What a session is made of. */
export interface SessionParts {
  readonly form: Form
  readonly texts: Texts
  readonly language: string
  /** Called after each pass. What it writes is not taken for a change of the page. */
  readonly report: (sight: Sight) => void
  /** Called when everything was undone. */
  readonly ended: () => void
  /** The boxes that something else of ours covers, in CSS pixels of the viewport. */
  readonly covered: () => readonly Box[]
  /** False once the extension was updated or removed under us; the session then undoes everything. */
  readonly isAlive: () => boolean
}

/** Annotate a document and keep the notes true until the signal is aborted; then leave no trace. */
export function startSession(page: Document, parts: SessionParts, signal: AbortSignal): Session {
  const { form, texts, language, report, ended, covered, isAlive } = parts
  const ending = new AbortController()
  const end = () => ending.abort()
  signal.addEventListener('abort', end, { once: true })
  const live = ending.signal

  const lexicon = createLexicon(form)
  const ledger = createLedger()
  const memory = createMemory((text) => lexicon.candidates(phrase(text)).length > 0)
  clearLeftovers(page, texts, lexicon)
  whenOrphaned(page, isAlive, end, live)
  const annotations = createAnnotations(texts, language, ledger)
  let tokens = NO_TOKENS
  const patience = createPatience()
  let met = false
  let theme: Theme = 'light'
  let recognition: Recognition = { scopes: [], matches: [] }
  const layer = createLayer(page, language, () => [...obstacleBoxes(tokens), ...covered()], settle)
  const touch = watchTouch(page, tell, live)
  const watching = watch(page, look, live)
  followMotion(page, layer.follow, live)
  live.addEventListener('abort', () => {
    annotations.clear()
    layer.remove()
    sweepClones([page, ...tokens.roots])
    ended()
  })

  /** A pass: read, recognise, write what has changed. */
  function look(): void {
    if (!isAlive()) return end()
    if (!patience.spend()) return
    const { body } = page
    if (!body) return
    tokens = readTokens(body, isOurs)
    const places = findPlaces(tokens, lexicon, ledger.own, memory.english)
    recognition = recognise(tokens, places, lexicon, body, met)
    met ||= recognition.scopes.length > 0
    write()
    watching.add(tokens.roots)
    tellAbout()
  }

  function write(): void {
    const { matches, scopes } = recognition
    for (const { place, entry } of matches) {
      if (place.type === 'option') memory.remember(place.element, place.english)
      if (place.type === 'row' && entry !== 'unknown') memory.remember(place.row.block.element, place.english)
      if (place.type === 'field' && place.label) memory.remember(place.label.element, place.english)
    }
    theme = themeOf(scopes[0]?.element ?? null)
    annotations.reconcile(matches, theme)
    layer.show(pillsFor(matches, texts, annotations.isCramped), theme)
    const trees = scopes.length > 0 ? [page, ...tokens.roots] : null
    layer.notify(isTranslating(page) ? texts.note.translator : null, theme)
    layer.raise(trees)
    if (trees) sweepClones(trees, annotations.owns)
  }

  /** The page is laid out: what has no room in its row goes into the layer. */
  function settle(): void {
    if (!annotations.fit()) return
    layer.show(pillsFor(recognition.matches, texts, annotations.isCramped), theme)
    watching.forget()
  }

  /** The customer has touched something: the words on the page are the same, what is chosen or filled is not. */
  function tell(): void {
    if (!isAlive()) return end()
    if (recognition.scopes.length === 0) return
    write()
    tellAbout()
  }

  function tellAbout(): void {
    const paused = annotations.isPaused() || patience.isSpent()
    const state = { translator: isTranslating(page), paused }
    report({ status: statusOf(form, recognition, touch, state), recognition, tokens, touch })
    watching.forget()
  }

  look()
  return { follow: layer.follow }
}

/** Kits copy a row's HTML into the closed control, and our chip with it; a copy has no shadow root of its own. */
function sweepClones(roots: readonly ParentNode[], owns: (element: Element) => boolean = () => false): void {
  for (const root of roots) for (const element of root.querySelectorAll(CHIP_TAG)) if (!owns(element)) element.remove()
}
