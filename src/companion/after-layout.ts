import { calm, insist } from '../page/calm'

/**
 * Answers a function that has `callback` called after the next layout and before its paint: measuring there costs no
 * extra layout, and what it moves is in the same frame. https://drafts.csswg.org/resize-observer/#processing-model
 * @param root takes an invisible element whose size change is what is observed.
 */
export function afterLayout(root: ShadowRoot, callback: () => void, signal: AbortSignal): () => void {
  const sentinel = document.createElement('div')
  sentinel.className = 'sentinel'
  root.append(sentinel)
  let seen = ''
  const laidOut = () => {
    seen = sentinel.style.height
    callback()
  }
  let isObserved = false
  const observe = () => {
    const observer = new ResizeObserver(calm(laidOut))
    observer.observe(sentinel)
    signal.addEventListener('abort', () => insist(() => observer.disconnect()), { once: true })
    isObserved = true
  }
  return () => {
    // Observers are called in the order in which they were made: one that is made now, at the end of the first pass, comes
    // after that of the page's notes, which are then measured before anything here is written.
    if (!isObserved) observe()
    // Another size than the last one that was seen, so that a second call before the frame does not undo the first.
    sentinel.style.height = seen === '2px' ? '1px' : '2px'
  }
}
