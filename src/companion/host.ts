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
  let lastHome: Element | null = null
  return {
    element,
    root,
    raise() {
      // While a modal dialog is open, what is outside it cannot be clicked, in the top layer either.
      // https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
      const home = [...page.querySelectorAll('dialog:modal')].at(-1) ?? page.documentElement
      const isShown = element.parentNode === home && element.matches(':popover-open')
      if (isShown || raised > PATIENCE) return
      // Going into a dialog and out of it is no quarrel with the page.
      if (home === lastHome) raised++
      lastHome = home
      home.append(element)
      element.popover = 'manual'
      element.showPopover()
    },
    remove() {
      raised = 0
      element.remove()
    },
  }
}
