import type { Wanted } from '../form/wanted'
import type { Box } from '../page/box'
import { insist } from '../page/calm'
import { obstacleBoxes } from '../page/geometry'
import { NO_TOKENS, type Tokens } from '../page/tokens'
import type { Match } from '../recognise/recognise'
import { createAnnotations } from './annotate'
import type { AttributeLedger } from './attributes'
import { createLayer } from './layer'
import { CHIP_TAG, lookOf, type Theme, VOICE_TAG } from './note-view'
import { pillsFor } from './pills'
import type { Texts } from './texts'

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
  /** Called after notes have moved from a row into the layer or back, because of their room. */
  readonly settled: () => void
  /** Called after notes have come into rows where they moved the page. */
  readonly pushed: () => void
}

/** All notes of a page: those in it, and those in the layer above it. */
export interface Notes {
  /** Make the notes those of what was found. What is right already is not touched. */
  readonly reconcile: (found: Findings) => void
  /** Find the notes' places anew before the next paint, because the page has moved. */
  readonly follow: () => void
  /** The same because something else of ours has moved. */
  readonly makeRoom: () => void
  /** Whether the page fought some note until it was given up. */
  readonly isPaused: () => boolean
  /** Take every note back, and what the page has copied of them. */
  readonly remove: () => void
}

/** Make what writes the notes of a page. Nothing is in the page yet. */
export function createNotes(page: Document, parts: NotesParts): Notes {
  const { texts, language, ledger, covered, laidOut, arranged, settled, pushed } = parts
  const annotations = createAnnotations(texts, language, ledger)
  let tokens = NO_TOKENS
  let showPills = () => {}
  const obstacles = () => [...obstacleBoxes(tokens), ...annotations.boxes(), ...covered()]
  const layer = createLayer(page, language, obstacles, { laidOut, settle, evict, arranged })

  /** The page is laid out: what has no room in its row goes into the layer. */
  function settle(): void {
    if (!annotations.fit()) return
    showPills()
    settled()
  }

  /** The layer has no place for these: they belong in their rows. */
  function evict(keys: readonly Node[]): void {
    annotations.decline(keys.filter((key) => key instanceof Text))
    showPills()
    settled()
    pushed()
  }

  return {
    reconcile({ isForm, matches, theme, dimmed, way, isTranslating, ...found }) {
      const look = lookOf(theme, dimmed)
      tokens = found.tokens
      showPills = () => layer.show(pillsFor(matches, texts, annotations.seatOf, way), look)
      annotations.reconcile(matches, look, way)
      showPills()
      layer.notify(isTranslating ? texts.note.translator : null, theme)
      const trees = isForm ? [page, ...tokens.roots] : null
      layer.raise(trees)
      if (trees) sweepClones(trees, ledger, annotations.owns)
    },
    follow: layer.follow,
    makeRoom: layer.makeRoom,
    isPaused: annotations.isPaused,
    remove() {
      const trees = [page, ...tokens.roots]
      for (const undo of [annotations.clear, layer.remove, () => sweepClones(trees, ledger, () => false)]) insist(undo)
    },
  }
}

/** What a page may copy along with its own. */
const COPIED = `${CHIP_TAG}, ${VOICE_TAG}`

/** Kits copy a row's HTML into the closed control, and our chip with it; a copy has no shadow root of its own. */
function sweepClones(
  trees: readonly ParentNode[],
  { healCopies }: AttributeLedger,
  owns: (element: Element) => boolean,
): void {
  for (const tree of trees) {
    healCopies(tree)
    for (const element of tree.querySelectorAll(COPIED)) if (!owns(element)) element.remove()
  }
}
