/** The attributes that the guide writes. None of them is sent, and none changes what a control does. */
export type WritableAttribute = 'label' | 'aria-description'

interface Written {
  readonly original: string | null
  readonly value: string
}

/** Writes attributes so that each can be taken back, and knows what the page itself had in them. */
export interface AttributeLedger {
  readonly write: (element: Element, name: WritableAttribute, value: string) => void
  readonly restore: (element: Element, name: WritableAttribute) => void
  /** The page's own value: what was there before, or what the page has set since. */
  readonly own: (element: Element, name: WritableAttribute) => string | null
}

/** An empty ledger. */
export function createLedger(): AttributeLedger {
  const written = new WeakMap<Element, Map<WritableAttribute, Written>>()
  const get = (element: Element, name: WritableAttribute) => Element.prototype.getAttribute.call(element, name)
  const entry = (element: Element, name: WritableAttribute) => written.get(element)?.get(name)

  const own: AttributeLedger['own'] = (element, name) => {
    const now = get(element, name)
    const ours = entry(element, name)
    return ours && ours.value === now ? ours.original : now
  }
  return {
    own,
    write(element, name, value) {
      const original = own(element, name)
      if (get(element, name) === value) return
      const entries = written.get(element) ?? new Map<WritableAttribute, Written>()
      written.set(element, entries.set(name, { original, value }))
      Element.prototype.setAttribute.call(element, name, value)
    },
    restore(element, name) {
      const ours = entry(element, name)
      if (!ours) return
      written.get(element)?.delete(name)
      if (get(element, name) !== ours.value) return
      if (ours.original === null) Element.prototype.removeAttribute.call(element, name)
      else Element.prototype.setAttribute.call(element, name, ours.original)
    },
  }
}
