import { firstElementOf, isElement, nextElementOf, parentOf, tagOf } from '../page/dom'

/**
 * Answers the selector of an element by its place in its tree: nothing has to be marked in the page. It holds until the
 * page's elements change; ask for new answers then.
 */
export function paths(): (element: Element) => string {
  const places = new Map<Node, ReadonlyMap<Element, number>>()
  const known = new Map<Element, string>()

  const placeOf = (parent: Node, element: Element) => {
    const found = places.get(parent) ?? placesIn(parent)
    places.set(parent, found)
    return found.get(element) ?? 0
  }
  return function pathOf(element): string {
    const found = known.get(element)
    if (found !== undefined) return found
    const way: Element[] = []
    let node: Element | null = element
    while (node && !known.has(node)) {
      way.push(node)
      const parent: Node | null = parentOf(node)
      node = isElement(parent) ? parent : null
    }
    let path = node ? (known.get(node) ?? '') : ''
    for (const one of way.reverse()) {
      path = stepTo(one, path)
      known.set(one, path)
    }
    return path
  }

  function stepTo(element: Element, around: string): string {
    const parent = parentOf(element)
    if (!parent || parent instanceof Document) return ':root'
    const step = `${nameOf(element)}:nth-child(${placeOf(parent, element)})`
    return `${parent instanceof ShadowRoot ? ':host' : around}>${step}`
  }
}

function placesIn(parent: Node): ReadonlyMap<Element, number> {
  const places = new Map<Element, number>()
  for (let child = firstElementOf(parent); child; child = nextElementOf(child)) places.set(child, places.size + 1)
  return places
}

/** The tag, for the browser to find the few rules of an element quickly; where it cannot be written down plainly, any. */
function nameOf(element: Element): string {
  const tag = tagOf(element)
  return /^[a-z][a-z0-9-]*$/.test(tag) ? tag : '*'
}
