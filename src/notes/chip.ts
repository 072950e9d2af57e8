import { CHIP_TAG, type Look, noteView, style } from './note-view'
import type { Note } from './texts'

/** A note inside a row of the page, right after the row's text. */
export interface Chip {
  readonly element: HTMLElement
  /** Put it where it belongs, if it is not there. Answers whether it had to be moved. */
  readonly place: (after: Text) => boolean
  /** Stand under the words instead of after them, and be no wider than they are. */
  readonly stack: (under: boolean) => void
  /** Leave out why something is not used, where the row has no room for it. */
  readonly shorten: (brief: boolean) => void
  /** Keep away from the words above, in a line of its own. */
  readonly lower: (apart: boolean) => void
  /** What is painted, for measuring. */
  readonly view: Element
  readonly remove: () => void
}

/** A note of so few letters may be as narrow as its longest word. */
const NARROW = 12

/**
 * Make a chip. Its words live in a shadow root: they are in no `textContent`, `innerText` or form data of the page.
 * @param hidden hide it from screen readers, because the control's description says the same.
 */
export function createChip(note: Note, look: Look, language: string, hidden: boolean): Chip {
  const element = document.createElement(CHIP_TAG)
  element.lang = language
  element.translate = false
  element.className = 'notranslate'
  if (hidden) element.setAttribute('aria-hidden', 'true')
  const root = element.attachShadow({ mode: 'open' })
  style(root)
  const view = noteView(note, look, 'chip')
  root.append(view)
  return {
    element,
    place(after) {
      if (after.nextSibling === element) return false
      after.after(element)
      return true
    },
    stack(under) {
      element.classList.toggle('under', under)
      element.classList.toggle('narrow', under && !note.badge && note.label.length <= NARROW)
    },
    shorten: (brief) => void view.classList.toggle('brief', brief),
    lower: (apart) => void view.classList.toggle('apart', apart),
    view,
    remove: () => element.remove(),
  }
}
