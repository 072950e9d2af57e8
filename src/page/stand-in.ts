import { composedParent, isShown, nextElementOf, rectOf } from './dom'
import { isEdged } from './drawn'

/** How tall a closed list may be, in pixels. */
const TALLEST = 80
/** How many steps after the list, or up from it, what is drawn for it is looked for. */
const NEAR = 8

/**
 * What is drawn in place of a native list that a person does not see: kits hide the list and draw another beside it or
 * around it. Null if the list itself is seen, or if all around it is hidden too.
 */
export function standInOf(list: Element): Element | null {
  const parent = composedParent(list)
  if (!(parent && isShown(parent) && isUnseen(list))) return null
  let next = nextElementOf(list)
  for (let step = 0; next && step < NEAR; step++, next = nextElementOf(next)) if (isClosedList(next)) return next
  let node: Element | null = parent
  for (let step = 0; node && step < NEAR && isLow(node); step++, node = composedParent(node))
    if (isEdged(node)) return node
  return null
}

function isUnseen(element: Element): boolean {
  if (!isShown(element, { visibilityProperty: true })) return true
  const style = getComputedStyle(element)
  return /^rect\(0|^rect\(1px/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath)
}

function isClosedList(element: Element): boolean {
  return isShown(element, { visibilityProperty: true }) && isLow(element)
}

function isLow(element: Element): boolean {
  const { height } = rectOf(element)
  return height > 0 && height <= TALLEST
}
