import type { Box } from '../page/box'
import { composedParent, rectOf } from '../page/dom'
import { inherited } from '../page/inherited'

/** A box around a note that the note must not stand out of. */
export interface Wall {
  readonly box: Box
  /** It cuts off what stands out of it. */
  readonly cuts: boolean
  /** It shows what stands out of it when it is scrolled. */
  readonly scrolls: boolean
  /** How much of it, in CSS pixels at the right, is for nothing that stands in it; 0 where it does not cut. */
  readonly inset: number
}

/**
 * Answers the walls around what stands in an element, from the inside: the box of its row, and all further out that cut, up
 * to one that scrolls. Each element is measured once: nothing may move while this is in use.
 */
export function walls(): (inner: Element) => readonly Wall[] {
  /** Those that cut, from an element outwards. */
  const cutting = inherited<readonly Wall[]>([], (element, around) => {
    const wall = wallOf(element)
    if (!wall?.cuts) return around
    return wall.scrolls ? [wall] : [wall, ...around]
  })
  return (inner) => {
    for (let node: Element | null = inner; node; node = composedParent(node)) {
      const row = wallOf(node)
      const outer = composedParent(node)
      if (row) return row.scrolls || !outer ? [row] : [row, ...cutting(outer)]
    }
    return []
  }
}

/** Null if its words are painted in the lines of what is around it. */
function wallOf(element: Element): Wall | null {
  const { display, overflowX, overflowY, paddingRight, borderRightWidth } = getComputedStyle(element)
  if (display === 'inline' || display === 'contents') return null
  const cuts = overflowX !== 'visible' || overflowY !== 'visible'
  // An ellipsis takes all of what stands out of the content box, and a note goes as a whole.
  const inset = cuts ? Number.parseFloat(paddingRight) + Number.parseFloat(borderRightWidth) : 0
  return { box: rectOf(element), cuts, scrolls: /auto|scroll/.test(overflowY), inset }
}
