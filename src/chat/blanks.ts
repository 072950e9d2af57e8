import type { Blanks } from '../form/chat'
import { forgetBlanks, loadBlanks, saveBlanks } from '../shared/stored-blanks'

/** The blanks that a customer needs again and again, and may have remembered. No secret is among them. */
export const USUAL = ['domain', 'mailbox', 'ticket', 'error'] as const

const FOLLOWS = 'follows'

/** What the customer has filled in, once for all texts of the page. */
export interface BlankBook {
  readonly values: () => Blanks
  /** Fill one in; whoever listens is told. */
  readonly set: (name: string, value: string) => void
  /** Call back after each change while this element is in the page. */
  readonly follow: (element: HTMLElement, callback: () => void) => void
  /** Whether the usual ones are kept until the browser is closed. */
  readonly remembers: () => boolean
  /** Rejects if the browser cannot keep them. */
  readonly remember: (on: boolean) => Promise<void>
  /** Forget all on this page; what is remembered stays. */
  readonly clear: () => void
}

/** Start with what is remembered; with nothing if nothing is. */
export async function openBlanks(): Promise<BlankBook> {
  const kept = await loadBlanks(USUAL)
  const values = new Map(Object.entries(kept ?? {}))
  // What is taken out of the page is forgotten with all that it shows.
  const followers = new WeakMap<Element, () => void>()
  let remembering = kept !== null
  const usual = () => Object.fromEntries(USUAL.map((name) => [name, values.get(name) ?? '']))
  const tell = () => {
    for (const follower of document.querySelectorAll(`.${FOLLOWS}`)) followers.get(follower)?.()
  }
  /** Another page for the chat may have been told to forget since. */
  const keep = async () => {
    if ((await loadBlanks(USUAL)) === null) remembering = false
    if (remembering) await saveBlanks(usual())
  }
  return {
    values: () => Object.fromEntries(values),
    set(name, value) {
      values.set(name, value)
      if (remembering) void keep().catch(() => undefined)
      tell()
    },
    follow(element, callback) {
      element.classList.add(FOLLOWS)
      followers.set(element, callback)
    },
    remembers: () => remembering,
    async remember(on) {
      if (!on) remembering = false
      await (on ? saveBlanks(usual()) : forgetBlanks())
      remembering = on
    },
    clear() {
      // A page that comes back from the browser's cache must not write nothing over what is remembered.
      remembering = false
      values.clear()
      tell()
    },
  }
}
