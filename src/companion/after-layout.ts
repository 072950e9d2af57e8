/**
 * Answers a function that has `callback` called after the next layout and before its paint: measuring there costs no
 * extra layout, and what it moves is in the same frame. https://drafts.csswg.org/resize-observer/#processing-model
 * @param root takes an invisible element whose size change is what is observed.
 */
export function afterLayout(root: ShadowRoot, callback: () => void, signal: AbortSignal): () => void {
  const sentinel = document.createElement('div')
  sentinel.className = 'sentinel'
  root.append(sentinel)
  const observer = new ResizeObserver(callback)
  observer.observe(sentinel)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  return () => {
    sentinel.style.height = sentinel.style.height === '2px' ? '1px' : '2px'
  }
}
