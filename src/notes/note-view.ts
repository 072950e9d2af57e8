import { tagOf } from '../page/dom'
import type { Note } from './texts'

/** The tags of the guide's own elements. Dashed, so that no page rule meant for its own elements fits them. */
export const CHIP_TAG = 'guia-nota'
export const LAYER_TAG = 'guia-capa'
export const COMPANION_TAG = 'guia-pasos'
export const VOICE_TAG = 'guia-voz'

const OWN = [CHIP_TAG, LAYER_TAG, COMPANION_TAG, VOICE_TAG]

/** Selects all of them. */
export const OWN_TAGS = OWN.join(', ')

/** Is this element the guide's? Kits clone rows with our chips in them, so the tag decides, not a list of elements. */
export function isOurs(element: Element): boolean {
  return OWN.includes(tagOf(element))
}

/** Whether the page behind the notes is light or dark. */
export type Theme = 'light' | 'dark'

/** How the notes look: their theme, and whether those of what is not used are dimmed. */
export type Look = Theme | `${Theme} dimmed`

/** The look for a theme. */
export const lookOf = (theme: Theme, dimmed: boolean): Look => (dimmed ? `${theme} dimmed` : theme)

const STYLE = `
:host { all: initial !important; display: inline !important; font-size: inherit !important; pointer-events: none !important; }
:host(.under) { display: block !important; width: max(6.2em, 99px) !important; min-width: 100% !important; text-align: inherit !important; }
:host(.under.narrow) { width: min-content !important; }
:host(guia-voz) { position: fixed !important; inset: 0 auto auto 0 !important; display: block !important; width: 1px !important; height: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important; }
:host([popover]) { position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; display: block !important; overflow: hidden !important; background: none !important; border: 0 !important; contain: layout paint style !important; zoom: var(--guia-zoom, 1) !important; }
.note {
  --ink: #10395c; --paper: #e9f3fc; --edge: #8fbfe8; --soft: #33536f;
  box-sizing: border-box; display: inline-block;
  max-width: 100%; padding: .06em .5em .1em; border: 1px solid var(--edge); border-radius: .55em;
  background: var(--paper); color: var(--ink); text-align: start; text-transform: none; text-indent: 0;
  font: 400 max(13px, .875em)/1.35 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  letter-spacing: normal; word-spacing: normal; white-space: normal; text-shadow: none; text-decoration: none; direction: ltr;
}
.chip { margin: -4px 0 -4px .5em; padding-block: 0; line-height: 1.2; vertical-align: baseline; }
.chip.apart { margin-top: 1px; }
:host(.under) .chip { margin: 2px 0 0; text-align: inherit; }
:host(.under) .badge { white-space: nowrap; }
.brief .why { display: none; }
.dark { --ink: #d8ecff; --paper: #17324c; --edge: #3f77a8; --soft: #a9c8e4; }
.use { --ink: #0d4527; --paper: #e2f6ea; --edge: #7cc79b; --soft: #2d5a41; }
.use.dark { --ink: #d3f7e1; --paper: #123a26; --edge: #3f9566; --soft: #a5d3b8; }
.unused, .unfit, .unknown { --ink: #4a4f57; --paper: #f4f4f5; --edge: #a4a9b1; --soft: #575d66; border-style: dashed; }
.unused.dark, .unfit.dark, .unknown.dark { --ink: #d5d8de; --paper: #2b2f35; --edge: #7b828d; --soft: #b8bdc6; }
.unknown { font-style: italic; }
.unused.dimmed { --ink: #62676f; --paper: #fbfbfc; border-color: transparent; box-shadow: none; }
.unused.dimmed.dark { --ink: #a6acb6; --paper: #23272c; }
.label { font-weight: 600; }
.chip .label { font-weight: 500; }
.badge { font-weight: 700; }
.why { font-weight: 600; }
.unused .label, .unfit .label, .unknown .label, .unused.dimmed .badge { font-weight: 400 !important; }
.unused.dimmed .why { display: none; }
.hint { color: var(--soft); font-weight: 400; }
.pill { position: absolute; left: 0; top: 0; transform: translate(0, 0); visibility: hidden; font-size: 14px; box-shadow: 0 1px 2px rgb(0 0 0 / .12); }
.pill.small { font-size: 13px; }
.pill.small .label { font-weight: 500; }
.pill::before, .pill::after { content: ''; position: absolute; left: var(--stem-at, 0); border-left: 2px solid var(--edge); }
.pill::before { bottom: 100%; height: var(--stem-up, 0); }
.pill::after { top: 100%; height: var(--stem-down, 0); }
.pill.line, .pill.short { white-space: nowrap; }
.pill.wrap { width: max-content; max-width: 340px; }
.pill.short .hint, .pill.short .why { display: none; }
.notice { position: absolute; left: 0; top: 0; max-width: min(340px, calc(100vw - 24px)); padding: .5em .8em; font-size: 14px; border-inline-start-width: 4px; box-shadow: 0 2px 8px rgb(0 0 0 / .18); }
.notice[hidden] { display: none; }
.deep { display: contents; }
.sentinel { position: absolute; left: 0; top: 0; width: 1px; height: 1px; visibility: hidden; }
@media print { .note { display: none; } }
@media (forced-colors: active) { .note { background: Canvas; color: CanvasText; border-color: CanvasText; } .hint { color: CanvasText; } }
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
export function noteView(note: Note, look: Look, kind: 'chip' | 'pill'): HTMLElement {
  const view = document.createElement('span')
  view.className = `note ${kind} ${note.tone} ${look}`
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
  // The full stop is in the hint, because a note that is too wide leaves out both.
  if (kind === 'pill' && note.hint && !note.why) part('hint', `. ${note.hint}`)
  return view
}
