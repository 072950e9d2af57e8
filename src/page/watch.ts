import { insist } from './calm'

/** The attributes that can change what a place of the form is called, or whether it is seen. */
const WATCHED = [
  'aria-controls',
  'aria-describedby',
  'aria-description',
  'aria-label',
  'aria-labelledby',
  'aria-selected',
  'aria-checked',
  'class',
  'for',
  'hidden',
  'label',
  'lang',
  'open',
  'placeholder',
  'role',
  'style',
  'title',
  'type',
  'value',
]

/** A watch over a document and its open shadow roots. */
export interface Watch {
  /** Also watch these roots; those already watched are left alone. */
  readonly add: (roots: Iterable<Node>) => void
  /** Forget what has changed so far: it was our own doing. Answers whether anything had. */
  readonly forget: () => boolean
  /** Take what has changed so far and was not reported yet. */
  readonly take: () => readonly MutationRecord[]
}

/**
 * Call back in the same microtask in which a page changes, so before it is painted.
 * https://dom.spec.whatwg.org/#queue-a-mutation-observer-microtask
 */
export function watch(start: Node, changed: (records: readonly MutationRecord[]) => void, signal: AbortSignal): Watch {
  const observer = new MutationObserver(changed)
  const watched = new WeakSet<Node>()
  const add = (roots: Iterable<Node>) => {
    for (const root of roots) {
      if (watched.has(root)) continue
      watched.add(root)
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        characterDataOldValue: true,
        attributes: true,
        attributeFilter: WATCHED,
      })
    }
  }
  signal.addEventListener('abort', () => insist(() => observer.disconnect()), { once: true })
  add([start])
  return { add, forget: () => observer.takeRecords().length > 0, take: () => observer.takeRecords() }
}
