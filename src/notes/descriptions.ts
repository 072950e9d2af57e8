import { rootOf } from '../page/dom'
import type { AttributeLedger } from './attributes'
import { style, VOICE_TAG } from './note-view'
import { voiceIds } from './voice-ids'

/** What screen readers say after a control's own name. */
export interface Descriptions {
  readonly describe: (element: Element, text: string) => void
  /** Take all others back. */
  readonly drop: (wanted: ReadonlySet<Element>) => void
  /** Is this element a voice of ours, and not a copy that the page made of one? */
  readonly owns: (element: Element) => boolean
}

/**
 * `aria-description` is enough where the page describes nothing. Where it does, by `aria-describedby`, the browser
 * ignores ours; then an element of ours joins those that the page names. Its words are in a shadow root: a reference to
 * the host reaches them. https://www.w3.org/TR/accname-1.2/#computation-steps
 */
export function createDescriptions(ledger: AttributeLedger, language: string): Descriptions {
  const described = new Set<Element>()
  const voices = new Map<Element, HTMLElement>()
  const said = new WeakMap<HTMLElement, string>()
  const owned = new Set<Element>()
  const nextId = voiceIds()

  const silence = (element: Element) => {
    const voice = voices.get(element)
    if (!voice) return
    ledger.removeToken(element, 'aria-describedby')
    voice.remove()
    owned.delete(voice)
    voices.delete(element)
  }
  const join = (element: Element, text: string) => {
    const voice = voices.get(element) ?? createVoice(element.ownerDocument, language, nextId())
    voices.set(element, voice)
    owned.add(voice)
    const words = voice.shadowRoot?.lastElementChild
    if (words && said.get(voice) !== text) words.textContent = text
    said.set(voice, text)
    const place = placeFor(element)
    if (voice.parentNode !== place) place.append(voice)
    ledger.addToken(element, 'aria-describedby', voice.id)
  }

  return {
    describe(element, text) {
      described.add(element)
      if (ledger.ownTokens(element, 'aria-describedby').length > 0) {
        ledger.restore(element, 'aria-description')
        return join(element, text)
      }
      silence(element)
      const own = ledger.own(element, 'aria-description')
      ledger.write(element, 'aria-description', own ? `${own} ${text}` : text)
    },
    drop(wanted) {
      for (const element of described) {
        if (wanted.has(element)) continue
        silence(element)
        ledger.restore(element, 'aria-description')
        described.delete(element)
      }
    },
    owns: (element) => owned.has(element),
  }
}

function createVoice(page: Document, language: string, id: string): HTMLElement {
  const voice = page.createElement(VOICE_TAG)
  voice.id = id
  voice.lang = language
  voice.translate = false
  voice.className = 'notranslate'
  // Rendered, though out of sight: of an element with `hidden` the browser reads the page's tree, which is empty. It is
  // hidden from reading on its own; a reference still reaches it.
  voice.setAttribute('aria-hidden', 'true')
  const root = voice.attachShadow({ mode: 'open' })
  style(root)
  root.append(page.createElement('span'))
  return voice
}

/** An id is only found in the same tree: the end of the document, or of the shadow root that the control is in. */
function placeFor(element: Element): ParentNode {
  const root = rootOf(element)
  return root instanceof ShadowRoot ? root : element.ownerDocument.documentElement
}
