import { calm } from './calm'

/** Asks for turns between a layout of the page and its paint. */
export interface AfterLayout {
  /** Have a turn in this frame, however often it is asked for. */
  readonly ask: () => void
  readonly stop: () => void
}

/**
 * Call back after each layout in which the page has another size, and after the next one when that is asked for, before it
 * is painted: measuring there costs no extra layout, and what is moved then is in the same frame.
 * https://drafts.csswg.org/resize-observer/#processing-model
 * @param root takes an invisible element: asking changes its size.
 * @param turn must not ask for another one: browsers tell the page of it as an error.
 */
export function afterLayout(page: Document, root: ShadowRoot, turn: () => void): AfterLayout {
  const sentinel = page.createElement('div')
  sentinel.className = 'sentinel'
  root.append(sentinel)
  let size = 0
  let isAsked = false
  const run = () => {
    isAsked = false
    turn()
  }
  const observer = new ResizeObserver(calm(run))
  for (const element of [sentinel, page.documentElement, page.body]) if (element) observer.observe(element)
  return {
    ask() {
      if (isAsked) return
      isAsked = true
      // Never the same twice in a row: two changes within a frame must not cancel out.
      size = (size % 99) + 1
      sentinel.style.height = `${size}px`
    },
    stop: () => observer.disconnect(),
  }
}
