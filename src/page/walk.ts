import { assignedTo, firstChildOf, isElement, nextSiblingOf, shadowOf, sizeOf } from './dom'

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

/** An element that is being walked, and what is to come of it: a chain of siblings, or what is assigned to a slot. */
interface Level {
  readonly element: Element
  next: Node | null
  readonly assigned: Node[]
}

/**
 * Walk all elements and texts below `start` as they are drawn: an element's open shadow root in place of its children, and
 * these where they are slotted. What is assigned to no slot is not drawn.
 * A loop, not a recursion: a page may be nested deeper than the stack.
 * https://dom.spec.whatwg.org/#concept-shadow-including-tree-order, https://drafts.csswg.org/css-scoping/#flattening
 * @returns false if the page was too big to be walked to its end.
 */
export function walk(start: Element, visitor: Visitor): boolean {
  // What a walk would skip, as the options of a list, costs all that looks for notes in the whole page.
  if (sizeOf(start) > MOST_NODES) return false
  const levels: Level[] = []
  let node: Node | null = start
  for (let steps = 0; node; steps++) {
    if (steps > MOST_NODES || visitor.isEnough()) return false
    const level = enter(node, visitor, levels.length < DEEPEST)
    if (level) levels.push(level)
    node = nextOf(levels, visitor)
  }
  return true
}

/** Visit a node; answers what is inside it, if that is to be walked. */
function enter(node: Node, visitor: Visitor, deeper: boolean): Level | null {
  if (node instanceof Text) visitor.text(node)
  if (!isElement(node) || !deeper || !visitor.enter(node)) return null
  const root = shadowOf(node)
  if (root) visitor.shadow(root)
  return { element: node, next: firstChildOf(root ?? node), assigned: assignedTo(node).reverse() }
}

/** The next node, leaving the elements that are done before it. */
function nextOf(levels: Level[], visitor: Visitor): Node | null {
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const assigned = level.assigned.pop()
    if (assigned) {
      level.next = null
      return assigned
    }
    const next = level.next
    if (next) {
      level.next = nextSiblingOf(next)
      return next
    }
    levels.pop()
    visitor.leave(level.element)
  }
  return null
}
