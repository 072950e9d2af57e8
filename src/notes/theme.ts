import { composedParent } from '../page/dom'
import type { Theme } from './note-view'

/** Whether the page is light or dark behind an element, by the nearest background that is painted. */
export function themeOf(element: Element | null): Theme {
  for (let node = element; node; node = composedParent(node)) {
    const colour = getComputedStyle(node).backgroundColor
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? ['255', '255', '255', '0']).map(
      Number,
    )
    if (alpha > 0.5) return (red * 299 + green * 587 + blue * 114) / 1000 < 110 ? 'dark' : 'light'
  }
  return 'light'
}
