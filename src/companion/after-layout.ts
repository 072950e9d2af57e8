import { calm } from '../page/calm'

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
  const observer = new ResizeObserver(calm(laidOut))
  observer.observe(sentinel)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  return () => {
    // Another size than the last one that was seen, so that a second call before the frame does not undo the first.
    sentinel.style.height = seen === '2px' ? '1px' : '2px'
  }
}
