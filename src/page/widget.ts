import type { Box } from './box'
import { composedParent } from './dom'
import { boxOf, viewportOf } from './geometry'

/** A widget is so much narrower than the window, in CSS pixels. */
const NARROWER = 16

/**
 * The box of the small window of the page's own that an element stands in, as a chat in a corner; null if the page is all. It
 * stays where it is when the page is scrolled.
 */
export function widgetAround(element: Element): Box | null {
  const { right: width } = viewportOf(document)
  for (let node = composedParent(element); node; node = composedParent(node)) {
    if (getComputedStyle(node).position !== 'fixed') continue
    const box = boxOf(node)
    return box && box.right - box.left <= width - NARROWER ? box : null
  }
  return null
}
