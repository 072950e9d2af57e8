import { calm } from './calm'
import { rectOf } from './dom'

/** Watches where elements are. */
export interface Moves {
  /** Watch exactly these, from where they are now. */
  readonly watch: (elements: Iterable<Element>) => void
  readonly stop: () => void
}

interface Watched {
  readonly at: string
  readonly observer: IntersectionObserver
}

/**
 * Call back when an element is somewhere else, or has another size, whatever moved it: a rule of a style sheet, an animation, a
 * font that comes late. Costs nothing while nothing moves: the root of each observer is the box that the element has now,
 * so that any move makes it intersect less. Found in Floating UI's `autoUpdate`.
 * https://www.w3.org/TR/intersection-observer/#dom-intersectionobserver-rootmargin
 */
export function watchMoves(page: Document, moved: () => void): Moves {
  const watched = new Map<Element, Watched>()

  const forget = (element: Element) => {
    watched.get(element)?.observer.disconnect()
    watched.delete(element)
  }
  const begin = (element: Element, { left, top, right, bottom }: DOMRect, at: string) => {
    const { clientWidth, clientHeight } = page.documentElement
    const margins = [top, clientWidth - right, clientHeight - bottom, left].map((side) => `${-Math.floor(side)}px`)
    let first: number | null = null
    const look = calm(([entry]: readonly IntersectionObserverEntry[]) => {
      if (!entry) return
      first ??= entry.intersectionRatio
      if (entry.intersectionRatio === first) return
      // What is watched next is where it is then.
      forget(element)
      moved()
    })
    const observer = new IntersectionObserver(look, {
      root: page,
      rootMargin: margins.join(' '),
      threshold: THRESHOLDS,
    })
    observer.observe(element)
    watched.set(element, { at, observer })
  }
  return {
    watch(elements) {
      const wanted = new Set(elements)
      for (const element of watched.keys()) if (!wanted.has(element)) forget(element)
      for (const element of wanted) {
        const box = rectOf(element)
        const at = `${box.left} ${box.top} ${box.width} ${box.height}`
        if (watched.get(element)?.at === at) continue
        forget(element)
        begin(element, box, at)
      }
    },
    stop() {
      for (const element of [...watched.keys()]) forget(element)
    },
  }
}

/** An element that leaves its place a little intersects a little less. */
const THRESHOLDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1]
