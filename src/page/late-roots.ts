import { calm, insist } from './calm'
import { shadowOf, sizeOf } from './dom'

/** When, in milliseconds after the start, a page is looked at for roots that came late: its scripts may still be loading. */
const LOOKS = [300, 1000, 3000, 10_000]
/** What shows that the customer comes to some part of the page. Both are heard from inside shadow roots too. */
const COMING = ['pointerover', 'focusin']
/** The customer's ways are looked at no more often, in milliseconds. */
const PAUSE = 200
/** On a page of more elements nothing is looked for. */
const MOST_ELEMENTS = 20_000

/**
 * Call back when open shadow roots have come to elements that were there before, until the signal is aborted. No
 * mutation tells of that, and an isolated world has no registry of custom elements to ask.
 * https://dom.spec.whatwg.org/#dom-element-attachshadow
 */
export function watchLateRoots(
  page: Document,
  ours: (element: Element) => boolean,
  found: () => void,
  signal: AbortSignal,
): void {
  const seen = new WeakSet<ShadowRoot>()
  let looked = 0
  const look = calm(() => {
    const { body } = page
    if (signal.aborted || !body || sizeOf(body) > MOST_ELEMENTS) return
    if (countNew(body, seen, ours) > 0) found()
  })
  const coming = () => {
    if (performance.now() - looked < PAUSE) return
    looked = performance.now()
    look()
  }
  const resized = new ResizeObserver(look)
  if (page.body) countNew(page.body, seen, ours)
  if (page.body) resized.observe(page.body)
  const timers = LOOKS.map((delay) => setTimeout(look, delay))
  const stop = () => {
    resized.disconnect()
    for (const timer of timers) clearTimeout(timer)
  }
  signal.addEventListener('abort', () => insist(stop), { once: true })
  for (const name of COMING) page.addEventListener(name, calm(coming), { capture: true, passive: true, signal })
}

/** How many roots below here, at any depth, were not seen before. They are now. */
function countNew(start: Element | ShadowRoot, seen: WeakSet<ShadowRoot>, ours: (element: Element) => boolean): number {
  let count = 0
  for (const element of start.querySelectorAll('*')) {
    const root = shadowOf(element)
    if (!root || ours(element)) continue
    if (!seen.has(root)) count++
    seen.add(root)
    count += countNew(root, seen, ours)
  }
  return count
}
