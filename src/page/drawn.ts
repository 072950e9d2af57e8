import { attribute, childrenOf, composedParent, rectOf, tagOf } from './dom'

/** How tall a closed list or the box around a bare input may be, in pixels. */
const TALLEST = 80

/** Is it higher than one line of a form? */
export function isTall(element: Element): boolean {
  return rectOf(element).height > TALLEST
}

/** Is it as low as one line of a form, and rendered? */
export function isLow(element: Element): boolean {
  const { height } = rectOf(element)
  return height > 0 && height <= TALLEST
}

/** What is laid over a control to be its edge stands there with a few others; a list has more children. */
const FEW = 20

/**
 * The element that a person takes for the control: many kits draw the box around an input that has no edge of its own.
 */
export function drawnBy(control: Element): Element {
  return isEdged(control) ? control : (drawnAround(control) ?? control)
}

/** The box that is drawn around a control, whatever the control itself looks like; null if there is none. */
export function drawnAround(control: Element): Element | null {
  let node = composedParent(control)
  for (let step = 0; node && step < 4; step++, node = composedParent(node)) {
    if (isTall(node) || tagOf(node) === 'form') return null
    if (isEdged(node) || isOutlined(node) || attribute(node, 'role') === 'combobox') return node
  }
  return null
}

/** Is its edge drawn by something laid over it: an element, or what the style sheet adds before or after? */
function isOutlined(element: Element): boolean {
  const { width } = rectOf(element)
  if (['::before', '::after'].some((added) => isLine(getComputedStyle(element, added)))) return true
  const children = childrenOf(element)
  if (children.length > FEW) return false
  return [...children].some(
    (child) =>
      Math.abs(rectOf(child).width - width) < 8 && getComputedStyle(child).position === 'absolute' && isEdged(child),
  )
}

/** Has it an edge or a ground of its own? A native list is drawn by the browser. */
export function isEdged(element: Element): boolean {
  if (tagOf(element) === 'select') return true
  return isEdge(getComputedStyle(element))
}

/** Is an edge drawn by generated content, which says nothing? What says something is a note. */
function isLine(style: CSSStyleDeclaration): boolean {
  return style.content === '""' && isEdge(style)
}

function isEdge(style: CSSStyleDeclaration): boolean {
  const edged = (width: string, line: string) => Number.parseFloat(width) > 0 && line !== 'none' && line !== 'hidden'
  if (edged(style.borderTopWidth, style.borderTopStyle)) return true
  return edged(style.borderBottomWidth, style.borderBottomStyle) || isRinged(style.boxShadow)
}

/** Is the edge drawn as a shadow that stands out on all sides alike, as `0 0 0 1px`? */
function isRinged(shadow: string): boolean {
  return /(?:^|\) |, )0px 0px 0px [1-9]/.test(shadow)
}
