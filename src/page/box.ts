/** A box in CSS pixels of the viewport. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The smallest box around all of these; null if there are none. */
export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

/** Boxes that only touch, or share a hair's breadth of line spacing, do not cover each other. */
export function overlaps(a: Box, b: Box): boolean {
  const slack = 1
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack
}

/** What a note above the page must not cover, if it is seen. */
export interface Obstacle extends Box {
  /** `row` are the words of a row that has a note of its own. */
  readonly kind: 'text' | 'control' | 'picture' | 'overlay' | 'note' | 'row'
  /** What it stands in that is out of the page's flow, as an open list; null if nothing. */
  readonly layer: Element | null
  /** Answers whether it is painted, which is only asked where it is in the way; always, if not given. */
  readonly isSeen?: () => boolean
}
