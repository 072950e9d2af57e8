import { composedParent, tagOf } from '../page/dom'
import type { Theme } from './look'

/**
 * Whether the page is light or dark behind an element, by the nearest background that is painted. A control's own does
 * not count: a dark page may have white ones.
 */
export function themeOf(element: Element | null): Theme {
  const first = element && /^(select|input|button)$/.test(tagOf(element)) ? composedParent(element) : element
  for (let node = first; node; node = composedParent(node)) {
    const colour = getComputedStyle(node).backgroundColor
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? ['255', '255', '255', '0']).map(
      Number,
    )
    if (alpha > 0.5) return (red * 299 + green * 587 + blue * 114) / 1000 < 110 ? 'dark' : 'light'
  }
  return 'light'
}
