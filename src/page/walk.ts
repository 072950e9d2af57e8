import { firstChildOf, isElement, nextSiblingOf, parentOf, shadowOf, sizeOf } from './dom'

/** What a walk tells. `enter` answers whether to go inside. */
export interface Visitor {
  readonly enter: (element: Element) => boolean
  readonly text: (node: Text) => void
  readonly leave: (element: Element) => void
  readonly shadow: (root: ShadowRoot) => void
  /** Whether there is no point in going on. */
  readonly isEnough: () => boolean
}

/** A page of more nodes is not the form; it is left alone, so that the guide never holds a page up. */
const MOST_NODES = 20_000
/** What is nested deeper is not looked at: no form is, and the cost of looking upwards stays small. */
const DEEPEST = 400

/**
 * Walk all elements and texts below `start` in reading order: an element's open shadow root first, then its children.
 * A loop, not a recursion: a page may be nested deeper than the stack.
 * @returns false if the page was too big to be walked to its end.
 */
export function walk(start: Element, visitor: Visitor): boolean {
  // What a walk would skip, as the options of a list, costs all that looks for notes in the whole page.
  if (sizeOf(start) > MOST_NODES) return false
  const ends: Node[] = []
  let node: Node | null = start
  for (let steps = 0; node; steps++) {
    if (steps > MOST_NODES || visitor.isEnough()) return false
    const inside = enter(node, visitor, ends.length < DEEPEST)
    if (inside) {
      ends.push(node)
      node = inside
      continue
    }
    node = after(node, start, ends, visitor)
  }
  return true
}

/** Visit a node; answers the first node inside it, if there is one to go to. */
function enter(node: Node, visitor: Visitor, deeper: boolean): Node | null {
  if (node instanceof Text) visitor.text(node)
  if (!isElement(node)) return null
  if (!deeper || !visitor.enter(node)) return null
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
