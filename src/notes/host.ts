import { LAYER_TAG } from './note-view'

/**
 * Make the guide's one element for notes: a popover under `<html>`, above dialogs, that nothing can click or focus. In its
 * shadow root are the notes above the page; in it, the style sheet that draws those of rows. It is not in the page yet.
 */
export function createHost(page: Document, language: string): HTMLElement {
  const host = page.createElement(LAYER_TAG)
  host.lang = language
  host.translate = false
  host.className = 'notranslate'
  host.setAttribute('aria-hidden', 'true')
  host.popover = 'manual'
  return host
}
