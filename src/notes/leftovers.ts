import type { Lexicon } from '../form/lexicon'
import { phrase } from '../form/phrase'
import { NOTHING_WANTED } from '../form/wanted'
import { attribute } from '../page/dom'
import { readTokens } from '../page/tokens'
import { isOurs, OWN_TAGS } from './note-view'
import { dropRowSheets } from './row-sheets'
import { ENGLISH_FIRST, noteFor, spoken, type Texts } from './texts'

/**
 * Take back what a copy of the guide has left behind. Firefox stops a page's scripts when their extension is updated,
 * without a word to them, and what they have written stays; Chrome's do it themselves.
 * https://firefox-source-docs.mozilla.org/toolkit/components/extensions/webextensions/lifecycle.html
 */
export function clearLeftovers(page: Document, texts: Texts, lexicon: Lexicon): void {
  // Whatever is noted, in a shadow root too, the layer stands under <html>: without one there is nothing to be looked for.
  const left = page.querySelectorAll(OWN_TAGS)
  if (left.length === 0 || !page.body) return
  const said = new Set(sayings(texts, lexicon))
  for (const root of [page, ...readTokens(page.body, isOurs).roots]) {
    for (const element of root.querySelectorAll(OWN_TAGS)) element.remove()
    if (root instanceof ShadowRoot) dropRowSheets(root)
    for (const element of root.querySelectorAll('[aria-description]')) clearDescription(element, said)
    for (const element of root.querySelectorAll('option[label], optgroup[label]')) clearLabel(element, texts, lexicon)
  }
}

/** All that a control's description may have been given, with and without a mark on the way to a topic. */
function sayings(texts: Texts, lexicon: Lexicon): readonly string[] {
  return [...lexicon.form.entries, 'unknown' as const, 'unknown field' as const].flatMap((entry) => {
    const id = typeof entry === 'string' ? null : entry.id
    const ways = [NOTHING_WANTED, { ...NOTHING_WANTED, topic: id }, { ...NOTHING_WANTED, department: id }]
    return ways.map((way) => spoken(noteFor(entry, texts, way)))
  })
}

/** What was there before stands before what was added. */
function clearDescription(element: Element, said: ReadonlySet<string>): void {
  const now = attribute(element, 'aria-description') ?? ''
  const ours = [...said].find((text) => now === text || now.endsWith(` ${text}`))
  if (ours === undefined) return
  if (now === ours) element.removeAttribute('aria-description')
  else element.setAttribute('aria-description', now.slice(0, -ours.length - 1))
}

/** A label of ours is the English, and the meaning after the last dash. */
function clearLabel(element: Element, { note }: Texts, lexicon: Lexicon): void {
  const now = attribute(element, 'label') ?? ''
  const at = now.lastIndexOf(ENGLISH_FIRST)
  if (at === -1) return
  const english = now.slice(0, at)
  const name = phrase(english)
  const known = lexicon.candidates(name).length > 0 || lexicon.isPrompt(name)
  if (!known && now.slice(at + ENGLISH_FIRST.length) !== note.unknown) return
  if (element instanceof HTMLOptionElement && element.text === english) element.removeAttribute('label')
  else element.setAttribute('label', english)
}
