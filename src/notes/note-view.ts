import { tagOf } from '../page/dom'
import { COLOURS, type Colours, FONT, type Look } from './look'
import { HINT_AFTER, type Note } from './texts'

/** The tags of the guide's own elements. Dashed, so that no page rule meant for its own elements fits them. */
export const LAYER_TAG = 'guia-capa'
export const COMPANION_TAG = 'guia-pasos'

const OWN = [LAYER_TAG, COMPANION_TAG]

/** Selects all of them. */
export const OWN_TAGS = OWN.join(', ')

/** Is this element the guide's? */
export function isOurs(element: Element): boolean {
  return OWN.includes(tagOf(element))
}

const variables = ({ ink, paper, edge, soft, line }: Colours) =>
  `--ink: ${ink}; --paper: ${paper}; --edge: ${edge}; --soft: ${soft}; --line: ${line};`

const STYLE = `
:host { all: initial !important; pointer-events: none !important; }
:host([popover]) { position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; display: block !important; overflow: hidden !important; background: none !important; border: 0 !important; contain: layout paint style !important; zoom: var(--guia-zoom, 1) !important; }
.note, .number { ${variables(COLOURS.plain.light)} }
.note {
  box-sizing: border-box; display: inline-block;
  max-width: 100%; padding: .06em .5em .1em; border: 1px solid var(--edge); border-radius: .55em;
  background: var(--paper); color: var(--ink); text-align: start; text-transform: none; text-indent: 0;
  font: 400 14px/1.35 ${FONT};
  letter-spacing: normal; word-spacing: normal; white-space: normal; text-shadow: none; text-decoration: none; direction: ltr;
}
.dark { ${variables(COLOURS.plain.dark)} }
.use { ${variables(COLOURS.use.light)} }
.use.dark { ${variables(COLOURS.use.dark)} }
.unused, .unfit, .unknown { ${variables(COLOURS.grey.light)} border-style: dashed; }
.unused.dark, .unfit.dark, .unknown.dark { ${variables(COLOURS.grey.dark)} }
.unknown { font-style: italic; }
.unused.dimmed { ${variables(COLOURS.dimmed.light)} box-shadow: none; }
.unused.dimmed.dark { ${variables(COLOURS.dimmed.dark)} }
.label { font-weight: 600; }
.badge { font-weight: 700; }
.why { font-weight: 600; }
.unused .label, .unfit .label, .unknown .label, .unused.dimmed .badge { font-weight: 400 !important; }
.unused.dimmed .why { display: none; }
.hint { color: var(--soft); font-weight: 400; }
.pill { position: absolute; left: 0; top: 0; transform: translate(0, 0); visibility: hidden; box-shadow: 0 1px 2px rgb(0 0 0 / .12); }
.pill.small { font-size: 13px; }
.pill.small .label { font-weight: 500; }
.pill::before { content: ''; position: absolute; left: var(--stem-x, 0); top: var(--stem-y, 0); width: var(--stem-w, 0); height: var(--stem-h, 0); background: var(--line); }
.pill.said:not(.short) .label, .pill.said .stop, .pill.short .stop { display: none; }
.pill.told { z-index: 1; }
.pill.tight { padding: 0 4px; font-size: 12px; line-height: 15px; }
.pill.tight .label { font-weight: 500; }
.number {
  position: absolute; left: 0; top: 0; box-sizing: border-box; width: 16px; height: 16px; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--paper); color: var(--ink); font: 700 11px/14px ${FONT}; text-align: center; letter-spacing: -.04em;
}
.pill.line, .pill.short { white-space: nowrap; }
.pill.wrap { width: max-content; max-width: 340px; }
.pill.short .hint, .pill.short .why { display: none; }
.notice { position: absolute; left: 0; top: 0; max-width: min(340px, calc(100vw - 24px)); padding: .5em .8em; border-inline-start-width: 4px; box-shadow: 0 2px 8px rgb(0 0 0 / .18); }
.notice[hidden] { display: none; }
.deep { display: contents; }
.sentinel { position: absolute; left: 0; top: 0; width: 1px; height: 1px; visibility: hidden; }
@media print { .note, .number { display: none; } }
@media (forced-colors: active) { .note, .number { background: Canvas; color: CanvasText; border-color: CanvasText; } .hint { color: CanvasText; } }
`

let sheet: CSSStyleSheet | undefined

/** Give a shadow root the notes' style. A shared sheet where the browser lets a content script have one, else a `<style>`. */
export function style(root: ShadowRoot): void {
  try {
    sheet ??= new CSSStyleSheet()
    if (sheet.cssRules.length === 0) sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
  } catch {
    // Firefox refuses adopted sheets across its Xray wrappers: https://bugzilla.mozilla.org/show_bug.cgi?id=1751346
    const element = document.createElement('style')
    element.textContent = STYLE
    root.append(element)
  }
}

/** What stands before a part that is never left out; a screen reader hears the control's description instead. */
const SEPARATORS: Readonly<Record<string, string>> = { badge: ' · ' }

/** Build what a note looks like. */
export function noteView(note: Note, look: Look): HTMLElement {
  const view = document.createElement('span')
  view.className = `note pill ${note.tone} ${look}${note.isSaid ? ' said' : ''}`
  view.lang = document.documentElement.lang === 'es' ? '' : 'es'
  view.dataset.entry = note.id
  const part = (name: string, text: string) => {
    if (!text) return
    const span = document.createElement('span')
    span.className = name
    span.textContent = text
    view.append(SEPARATORS[name] ?? '', span)
  }
  part('label', note.label)
  part('badge', note.badge)
  if (note.badge && note.why) part('why', `: ${note.why}`)
  // A note that already says why something is not used needs no second sentence.
  if (!note.hint || note.why) return view
  part('stop', HINT_AFTER)
  part('hint', note.hint)
  return view
}
