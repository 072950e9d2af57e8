import { attribute, composedParent, isShown, nextElementOf, previousElementOf, tagOf } from './dom'
import { isEdged, isLow } from './drawn'

/** How many steps after the list, or up from it, what is drawn for it is looked for. */
const NEAR = 8

/**
 * What is drawn in place of a native list that a person does not see: kits hide the list and draw another beside it or
 * around it. Null if the list itself is seen, or if all around it is hidden too.
 */
export function standInOf(list: Element): Element | null {
  const parent = composedParent(list)
  if (!(parent && isShown(parent) && isUnseen(list))) return null
  const before = previousElementOf(list)
  if (before && opensByRole(before) && isClosedList(before)) return before
  let next = nextElementOf(list)
  for (let step = 0; next && step < NEAR && !PARTS.test(tagOf(next)); step++, next = nextElementOf(next))
    if (!EMPTY.test(tagOf(next)) && isClosedList(next)) return next
  let node: Element | null = parent
  for (let step = 0; node && step < NEAR && isLow(node); step++, node = composedParent(node))
    if (isEdged(node)) return node
  return null
}

/** What begins the next control, and what is nothing to see. */
const PARTS = /^(?:label|select)$/
const EMPTY = /^(?:br|hr|script|style|small)$/

function opensByRole(element: Element): boolean {
  return attribute(element, 'role') === 'combobox' || attribute(element, 'aria-haspopup') !== null
}

function isUnseen(element: Element): boolean {
  if (!isShown(element, { visibilityProperty: true })) return true
  const style = getComputedStyle(element)
  return /^rect\(0|^rect\(1px/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath)
}

function isClosedList(element: Element): boolean {
  return isShown(element, { visibilityProperty: true }) && isLow(element)
}
