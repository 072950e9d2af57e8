import { COMPANION_TAG } from '../notes/note-view'

/** How often the page may take the companion away before it is left alone. */
const PATIENCE = 6

/** What happens in a panel that no part of the page has any business with. */
const OWN_EVENTS = ['click', 'keydown', 'keyup', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'input', 'change']

/** The companion's one element in the page, under `<html>` and in the top layer. */
export interface Host {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  /** Put it into the page; a page that keeps taking it away is left alone. */
  readonly raise: () => void
  /**
   * Is a modal dialog open? What is outside it can be seen, but not pressed, in the top layer either; and into the dialog, as a
   * part of the page's own tree, nothing of ours goes.
   * https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
   */
  readonly isBlocked: () => boolean
  readonly remove: () => void
}

/** Make the element; it is not in the page until it is raised. */
export function createHost(page: Document, language: string): Host {
  const element = page.createElement(COMPANION_TAG)
  element.lang = language
  element.translate = false
  element.className = 'notranslate'
  const root = element.attachShadow({ mode: 'open' })
  for (const name of OWN_EVENTS) root.addEventListener(name, (event) => event.stopPropagation())
  let raised = 0
  let over: Element | null = null
  const modal = () => [...page.querySelectorAll('dialog:modal')].at(-1) ?? null
  return {
    element,
    root,
    raise() {
      const dialog = modal()
      const isUnder = dialog !== null && dialog !== over
      over = dialog
      if (element.isConnected && element.matches(':popover-open') && !isUnder) return
      if (raised > PATIENCE) return
      if (!element.isConnected) {
        raised++
        page.documentElement.append(element)
        element.popover = 'manual'
      }
      // What comes into the top layer last is above the rest.
      if (isUnder && element.matches(':popover-open')) element.hidePopover()
      if (!element.matches(':popover-open')) element.showPopover()
    },
    isBlocked: () => modal() !== null,
    remove() {
      raised = 0
      over = null
      element.remove()
    },
  }
}
