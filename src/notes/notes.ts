import type { Wanted } from '../form/wanted'
import type { Box, Obstacle } from '../page/box'
import { insist } from '../page/calm'
import { obstaclesIn } from '../page/obstacles'
import { NO_TOKENS, type Tokens } from '../page/tokens'
import type { Match } from '../recognise/recognise'
import { createAnnotations } from './annotate'
import type { AttributeLedger } from './attributes'
import { createHost } from './host'
import { createLayer } from './layer'
import { lookOf, type Theme } from './look'
import { LAYER_TAG } from './note-view'
import { pillsFor } from './pills'
import { noteAt } from './place'
import { createRowSheets, dropSheetCopies } from './row-sheets'
import type { Note, Texts } from './texts'

/** What a pass has found, as far as the notes depend on it. */
export interface Findings {
  /** Whether the page shows the form. */
  readonly isForm: boolean
  /** What has a note. */
  readonly matches: readonly Match[]
  readonly tokens: Tokens
  readonly theme: Theme
  /** Whether the notes of what is not used are dimmed. */
  readonly dimmed: boolean
  /** The topic that the customer wants. */
  readonly way: Wanted
  readonly isTranslating: boolean
}

/** What the notes are made of. */
export interface NotesParts {
  readonly texts: Texts
  readonly language: string
  readonly ledger: AttributeLedger
  /** The boxes that something else of ours covers, in CSS pixels of the viewport. */
  readonly covered: () => readonly Box[]
  /** Called before the notes find their places, when the page is laid out and not painted yet. May reconcile. */
  readonly laidOut: () => void
  /** Called when the notes have found their places. */
  readonly arranged: () => void
  /** Called when something of the form is seen now, or no more, though its words are the same. */
  readonly uncovered: () => void
  /** Called after notes have found their room in rows: what was written for that is not the page's doing. */
  readonly settled: () => void
}

/** All notes of a page: those of its rows, and those in the layer above it. */
export interface Notes {
  /** Make the notes those of what was found. What is right already is not touched. */
  readonly reconcile: (found: Findings) => void
  /** The page's elements have changed places: rows' notes go with their rows. Costs nothing where none is concerned. */
  readonly readdress: (records: readonly MutationRecord[]) => void
  /** Find the notes' places anew before the next paint, because the page has moved. */
  readonly follow: () => void
  /** The same because something else of ours has moved. */
  readonly makeRoom: () => void
  /** The box of a note: of a row's by its last text, of a pill's by what it belongs to; null if none is seen. */
  readonly boxOf: (key: Node) => Box | null
  /** All that something else of ours must not cover, as it was when the notes found their places. */
  readonly ground: () => readonly Obstacle[]
  /** The notes that have no room but for a number, in the order of their numbers. */
  readonly numbered: () => readonly Note[]
  /** Whether the page fought some note until it was given up. */
  readonly isPaused: () => boolean
  /** Take every note back. */
  readonly remove: () => void
}

/** Make what writes the notes of a page. Nothing is in the page yet. */
export function createNotes(page: Document, parts: NotesParts): Notes {
  const { texts, language, ledger, covered, laidOut, arranged, uncovered, settled } = parts
  const host = createHost(page, language)
  const sheets = createRowSheets(page, host)
  const annotations = createAnnotations(texts, ledger, sheets)
  let tokens = NO_TOKENS
  let showPills = () => {}
  let around = obstaclesIn(page, tokens)
  const surroundings = {
    obstacles: () => [
      ...around.measure(),
      ...annotations.boxes().flatMap(({ element, words, note }) => {
        const layer = around.layerOf(element)
        return [noteAt(note, layer), { ...noteAt(words, layer), kind: 'row' as const }]
      }),
      ...covered().map((box) => noteAt(box)),
    ],
    overlays: () => around.overlays(),
  }
  const layer = createLayer(page, host, surroundings, { laidOut, settle, arranged, uncovered })

  /** The page is laid out: what has no room in its row goes into the layer. */
  function settle(): void {
    if (annotations.fit()) showPills()
    settled()
  }

  return {
    reconcile({ isForm, matches, theme, dimmed, way, isTranslating, ...found }) {
      const look = lookOf(theme, dimmed)
      tokens = found.tokens
      around = obstaclesIn(page, tokens)
      showPills = () => layer.show(pillsFor(matches, texts, annotations.sideOf, way), look)
      annotations.reconcile(matches, look, way)
      showPills()
      layer.notify(isTranslating ? texts.note.translator : null, theme)
      layer.raise(isForm ? [page, ...tokens.roots] : null)
      dropCopies(page, host)
      for (const tree of [page, ...tokens.roots]) ledger.restoreCopies(tree)
    },
    readdress(records) {
      if (records.some(({ type, target }) => type === 'childList' && sheets.isAddressed(target))) sheets.readdress()
    },
    follow: layer.follow,
    makeRoom: layer.makeRoom,
    boxOf: (key) => (key instanceof Text ? annotations.boxOf(key) : null) ?? layer.boxOf(key),
    ground: layer.ground,
    numbered: layer.numbered,
    isPaused: annotations.isPaused,
    remove() {
      const copies = () => [page, ...tokens.roots].forEach(ledger.restoreCopies)
      for (const undo of [annotations.clear, copies, layer.remove, () => dropCopies(page, host)]) insist(undo)
    },
  }
}

/** A copy that a page makes of our element would go on drawing notes that are not true any more. */
function dropCopies(page: Document, host: Element): void {
  for (const copy of page.querySelectorAll(LAYER_TAG)) if (copy !== host) copy.remove()
  dropSheetCopies(page, host)
}
