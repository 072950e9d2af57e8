import type { Box } from '../page/box'

export function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom
}

/** Is a box all around another, with room to spare? */
export function isAround(outer: Box, inner: Box): boolean {
  const isWider = outer.right - outer.left > inner.right - inner.left + 1
  return (
    isWider &&
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  )
}

/** Is a box whole inside the window, or what else it must stay in? */
export function isInside(box: Box, viewport: Box): boolean {
  return (
    box.left >= viewport.left + 2 &&
    box.right <= viewport.right - 2 &&
    box.top >= viewport.top &&
    box.bottom <= viewport.bottom
  )
}

/** The height of a box's middle. */
export function middleOf({ top, bottom }: Box): number {
  return (top + bottom) / 2
}

/** How far two boxes are apart, in the pixels that they are measured in; 0 if they touch. */
export function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.left - b.right, b.left - a.right, 0)
  const down = Math.max(a.top - b.bottom, b.top - a.bottom, 0)
  return Math.hypot(across, down)
}
