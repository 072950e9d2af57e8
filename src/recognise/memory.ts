import { attribute, holdsNested, isConnected, optionValue } from '../page/dom'
import type { KnownEnglish } from './places'

/** Remembers the English of what was recognised, for when the browser's translator has replaced it. */
export interface Memory {
  /** Look once whether a translator is at work; what follows relies on it until the next look. */
  readonly look: (page: Document) => void
  readonly english: KnownEnglish
  readonly remember: (element: Element, english: string) => void
  /** Was a translator at work at the last look? */
  readonly isTranslating: () => boolean
}

/** @param known answers whether a text is one of the form's, so that what was remembered gives way to fresh English. */
export function createMemory(known: (text: string) => boolean): Memory {
  // Plain maps of what is on the page now: the tables of weak maps grow with every re-render and do not shrink again.
  let last = new Map<Element, string>()
  let seen = new Map<Element, string>()
  let translating = false
  // Values such as "37" are no English.
  const meantBy = (value: string | null) => (value !== null && known(value) ? value : null)
  return {
    look(page) {
      translating = isTranslating(page)
      // The translated form says nothing that could be remembered anew; what has left the page is forgotten.
      last = new Map(translating ? [...last, ...seen].filter(([element]) => isConnected(element)) : seen)
      seen = new Map()
    },
    english(element, shown) {
      const before = last.get(element) ?? meantBy(optionValue(element))
      if (before === null || before === shown || known(shown)) return shown
      return translating || holdsNested(element, 'font') ? before : shown
    },
    remember: (element, english) => void seen.set(element, english),
    isTranslating: () => translating,
  }
}

/**
 * Is a translator at work on this document? Chrome's and Edge's wrap each text in `<font>`; Firefox's and others replace
 * it and mark the root element. Text that the page itself changed has neither.
 */
export function isTranslating(page: Document): boolean {
  // A page can take even this element out.
  const root: HTMLElement | null = page.documentElement
  if (!root) return false
  const marked = /\btranslated-(?:ltr|rtl)\b/.test(attribute(root, 'class') ?? '')
  return marked || root.querySelector('font > font') !== null || root.hasAttribute('_msttexthash')
}
