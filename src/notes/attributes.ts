import { tagOf } from '../page/dom'
import { ENGLISH_FIRST } from './texts'

/** The attributes that the guide writes. None of them is sent, and none changes what a control does. */
export type WritableAttribute = 'label' | 'aria-description'
/** How often the page may take one attribute back before it is left alone. */
const PATIENCE = 6
/** Far more than one page has notes; a page that makes up new words for ever shall not fill the memory. */
const MOST_ORIGINALS = 2000

const NAMES: readonly WritableAttribute[] = ['label', 'aria-description']

interface Written {
  readonly original: string | null
  readonly text: string
  readonly restored: number
}

/** Writes attributes so that each can be taken back, and knows what the page itself had in them. */
export interface AttributeLedger {
  readonly write: (element: Element, name: WritableAttribute, value: string) => void
  readonly restore: (element: Element, name: WritableAttribute) => void
  /** The page's own value: what was there before, or what the page has set since. */
  readonly own: (element: Element, name: WritableAttribute) => string | null
  /** Take back what stands in copies that the page made of elements below a root. */
  readonly restoreCopies: (root: ParentNode) => void
  /** Whether the page took an attribute back so often that it was given up. */
  readonly isPaused: () => boolean
}

const get = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name)
const set = (element: Element, name: string, value: string) => Element.prototype.setAttribute.call(element, name, value)
const put = (element: Element, name: string, value: string | null) => {
  if (value === null) Element.prototype.removeAttribute.call(element, name)
  else set(element, name, value)
}
/** A list's heading and its option may say the same, and have had something else there before. */
const copyKey = (element: Element, name: string, text: string | null) => `${tagOf(element)} ${name} ${text}`

/** Has a translator rewritten a label of ours? It leaves what parts the English from its meaning. */
function isRewritten(name: WritableAttribute, now: string | null): boolean {
  return name === 'label' && now?.includes(ENGLISH_FIRST) === true
}

/** An empty ledger. */
export function createLedger(): AttributeLedger {
  const written = new Map<Element, Map<WritableAttribute, Written>>()
  const entry = (element: Element, name: WritableAttribute) => written.get(element)?.get(name)
  // A page that clones its elements clones what we wrote: the copy's own value is that of the element it was made from.
  const originals = new Map<string, string | null>()
  let paused = false

  const own: AttributeLedger['own'] = (element, name) => {
    const now = get(element, name)
    const ours = entry(element, name)
    if (ours?.text === now) return ours.original
    const copied = originals.get(copyKey(element, name, now))
    return copied === undefined ? now : copied
  }
  return {
    own,
    write(element, name, value) {
      const before = entry(element, name)
      if (get(element, name) === value && before) return
      const original = own(element, name)
      const restored = before?.text === value ? before.restored + 1 : 0
      if (restored > PATIENCE) {
        paused = true
        return
      }
      const entries = written.get(element) ?? new Map<WritableAttribute, Written>()
      written.set(element, entries.set(name, { original, text: value, restored }))
      if (originals.size > MOST_ORIGINALS) originals.clear()
      originals.set(copyKey(element, name, value), original)
      if (get(element, name) !== value) set(element, name, value)
    },
    restore(element, name) {
      const ours = entry(element, name)
      if (!ours) return
      const now = get(element, name)
      if (now === ours.text || isRewritten(name, now)) put(element, name, ours.original)
      const entries = written.get(element)
      entries?.delete(name)
      if (entries?.size === 0) written.delete(element)
    },
    restoreCopies(root) {
      for (const element of root.querySelectorAll('[aria-description], option[label], optgroup[label]')) {
        for (const name of NAMES) {
          const now = get(element, name)
          const page = now === null || entry(element, name)?.text === now ? now : own(element, name)
          if (page !== now) put(element, name, page)
        }
      }
    },
    isPaused: () => paused,
  }
}
