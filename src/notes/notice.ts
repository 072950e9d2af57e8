import { type Obstacle, overlaps } from '../page/box'
import type { Theme } from './look'

/** How far from the window's edges a notice stands, in CSS pixels. */
const MARGIN = 12

/** A sentence for the customer that belongs to no place of the form. */
export interface Notice {
  readonly element: HTMLElement
  /** @param text what it says; null for nothing. */
  readonly say: (text: string | null, theme: Theme) => void
  /** Go to a corner of the window that is free, or to the one that covers least. */
  readonly settle: (taken: readonly Obstacle[], width: number, height: number) => void
}

/** Make a notice, which says nothing yet. */
export function createNotice(page: Document): Notice {
  const element = page.createElement('div')
  element.hidden = true
  let said = ''
  return {
    element,
    say(text, theme) {
      element.hidden = text === null
      element.className = `note notice ${theme}`
      if (said !== (text ?? '')) element.textContent = text
      said = text ?? ''
    },
    settle(taken, width, height) {
      if (element.hidden) return
      const { width: own, height: tall } = element.getBoundingClientRect()
      const [right, bottom] = [width - own - MARGIN, height - tall - MARGIN]
      const corners = [
        [right, bottom],
        [MARGIN, bottom],
        [right, MARGIN],
        [MARGIN, MARGIN],
      ] as const
      const covered = corners.map(([left, top]) => {
        const box = { left, top, right: left + own, bottom: top + tall }
        return taken.filter((other) => overlaps(box, other) && (other.isSeen?.() ?? true)).length
      })
      const [left, top] = corners[covered.indexOf(Math.min(...covered))] ?? corners[0]
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
    },
  }
}
