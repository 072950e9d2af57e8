import { composedParent } from './dom'

/**
 * Answers what elements are because of themselves and of all that they stand in, found out once for each.
 * @param outside what the outermost element stands in.
 * @param found tells it of an element, from what the one around it is.
 */
export function inherited<T>(
  outside: T,
  found: (element: Element, around: T) => T,
  parentOf: (element: Element) => Element | null = composedParent,
): (element: Element) => T {
  const known = new Map<Element, T>()
  // A loop, not a recursion: a page may be nested deeper than the stack.
  return (start) => {
    const way: Element[] = []
    let node: Element | null = start
    for (; node && !known.has(node); node = parentOf(node)) way.push(node)
    let answer = node ? (known.get(node) as T) : outside
    for (const element of way.reverse()) {
      answer = found(element, answer)
      known.set(element, answer)
    }
    return answer
  }
}
