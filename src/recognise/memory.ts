import { attribute, optionValue } from '../page/dom'
import type { KnownEnglish } from './places'

/** Remembers the English of what was recognised, for when the browser's translator has replaced it. */
export interface Memory {
  readonly english: KnownEnglish
  readonly remember: (element: Element, english: string) => void
}

/** @param known answers whether a text is one of the form's, so that what was remembered gives way to fresh English. */
export function createMemory(known: (text: string) => boolean): Memory {
  const seen = new WeakMap<Element, string>()
  return {
    english(element, shown) {
      if (known(shown) || !isTranslated(element)) return shown
      return seen.get(element) ?? optionValue(element) ?? shown
    },
    remember: (element, english) => void seen.set(element, english),
  }
}

/**
 * Did a translator replace the words of this element? Chrome's and Edge's wrap each text in `<font>`; Firefox's and
 * others replace it and mark the root element. Text that the page itself changed has neither.
 */
function isTranslated(element: Element): boolean {
  return element.querySelector?.('font') !== null || isTranslating(element.ownerDocument)
}

/** Is a translator at work on this document? Only by the marks that it leaves on the root element, or its wrappers. */
export function isTranslating(page: Document): boolean {
  const root = page.documentElement
  const marked = /\btranslated-(?:ltr|rtl)\b/.test(attribute(root, 'class') ?? '')
  return marked || root.querySelector('font > font') !== null || root.hasAttribute('_msttexthash')
}
