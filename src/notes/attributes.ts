/** The attributes that the guide writes. None of them is sent, and none changes what a control does. */
export type WritableAttribute = 'label' | 'aria-description'
/** The attributes that hold ids, to which the guide adds one of its own. */
export type TokenAttribute = 'aria-describedby'

/** How often the page may take one attribute back before it is left alone. */
const PATIENCE = 6

interface Written {
  readonly original: string | null
  readonly value: string
  readonly restored: number
}

/** Writes attributes so that each can be taken back, and knows what the page itself had in them. */
export interface AttributeLedger {
  readonly write: (element: Element, name: WritableAttribute, value: string) => void
  readonly restore: (element: Element, name: WritableAttribute) => void
  /** The page's own value: what was there before, or what the page has set since. */
  readonly own: (element: Element, name: WritableAttribute) => string | null
  /** The page's own ids. @param ours the id that the guide added. */
  readonly ownTokens: (element: Element, name: TokenAttribute, ours?: string) => readonly string[]
  readonly addToken: (element: Element, name: TokenAttribute, token: string) => void
  readonly removeToken: (element: Element, name: TokenAttribute, token: string) => void
  /** Whether the page took an attribute back so often that it was given up. */
  readonly isPaused: () => boolean
}

const get = (element: Element, name: string) => Element.prototype.getAttribute.call(element, name)
const set = (element: Element, name: string, value: string) => Element.prototype.setAttribute.call(element, name, value)
const tokensOf = (text: string | null) => (text ?? '').split(/\s+/).filter(Boolean)

/** An empty ledger. */
export function createLedger(): AttributeLedger {
  const written = new WeakMap<Element, Map<WritableAttribute, Written>>()
  const added = new WeakMap<Element, number>()
  const entry = (element: Element, name: WritableAttribute) => written.get(element)?.get(name)
  let paused = false

  const own: AttributeLedger['own'] = (element, name) => {
    const now = get(element, name)
    const ours = entry(element, name)
    return ours && ours.value === now ? ours.original : now
  }
  return {
    own,
    write(element, name, value) {
      if (get(element, name) === value) return
      const original = own(element, name)
      const before = entry(element, name)
      const restored = before?.value === value ? before.restored + 1 : 0
      if (restored > PATIENCE) {
        paused = true
        return
      }
      const entries = written.get(element) ?? new Map<WritableAttribute, Written>()
      written.set(element, entries.set(name, { original, value, restored }))
      set(element, name, value)
    },
    restore(element, name) {
      const ours = entry(element, name)
      if (!ours) return
      written.get(element)?.delete(name)
      if (get(element, name) !== ours.value) return
      if (ours.original === null) Element.prototype.removeAttribute.call(element, name)
      else set(element, name, ours.original)
    },
    ownTokens: (element, name, ours) => tokensOf(get(element, name)).filter((token) => token !== ours),
    addToken(element, name, token) {
      const now = get(element, name) ?? ''
      const times = added.get(element) ?? 0
      if (tokensOf(now).includes(token)) return
      if (times > PATIENCE) {
        paused = true
        return
      }
      added.set(element, times + 1)
      set(element, name, `${now} ${token}`)
    },
    removeToken(element, name, token) {
      const now = get(element, name)
      if (now === null) return
      if (now.endsWith(` ${token}`)) set(element, name, now.slice(0, -token.length - 1))
      else if (tokensOf(now).includes(token))
        set(
          element,
          name,
          tokensOf(now)
            .filter((other) => other !== token)
            .join(' '),
        )
    },
    isPaused: () => paused,
  }
}
