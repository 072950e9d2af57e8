import { firstChildOf, isElement, nextSiblingOf, parentOf, shadowOf } from './dom'

/** What a walk tells. `enter` answers whether to go inside. */
export interface Visitor {
  readonly enter: (element: Element) => boolean
  readonly text: (node: Text) => void
  readonly leave: (element: Element) => void
  readonly shadow: (root: ShadowRoot) => void
}

/**
 * Walk all elements and texts below `start` in reading order: an element's open shadow root first, then its children.
 * A loop, not a recursion: a page may be nested deeper than the stack.
 */
export function walk(start: Element, visitor: Visitor): void {
  const ends: Node[] = []
  let node: Node | null = start
  while (node) {
    const inside = enter(node, visitor)
    if (inside) {
      ends.push(node)
      node = inside
      continue
    }
    node = after(node, start, ends, visitor)
  }
}

/** Visit a node; answers the first node inside it, if there is one to go to. */
function enter(node: Node, visitor: Visitor): Node | null {
  if (node instanceof Text) visitor.text(node)
  if (!isElement(node)) return null
  if (!visitor.enter(node)) return null
  const root = shadowOf(node)
  if (root) visitor.shadow(root)
  const inside = (root && firstChildOf(root)) ?? firstChildOf(node)
  if (!inside) visitor.leave(node)
  return inside
}

/** The next node after one that is done, leaving the elements that end with it. */
function after(done: Node, start: Element, ends: Node[], visitor: Visitor): Node | null {
  let node = done
  while (node !== start) {
    const next = nextSiblingOf(node)
    if (next) return next
    const parent = parentOf(node)
    if (parent instanceof ShadowRoot) {
      const light = firstChildOf(parent.host)
      if (light) return light
    }
    const owner = ends.pop()
    if (!isElement(owner ?? null)) return null
    visitor.leave(owner as Element)
    node = owner as Element
  }
  return null
}
