/**
 * The few DOM reads that the guide makes, taken from the prototypes. A form's own properties cannot be trusted: with
 * `<input name="firstChild">` in it, `form.firstChild` is that input, in an isolated world too.
 * https://html.spec.whatwg.org/multipage/forms.html#the-form-element (named properties)
 */

/** The attributes that may be read. What a person types is in none of them; `value` has a door of its own below. */
type ReadableAttribute =
  | 'alt'
  | 'aria-controls'
  | 'aria-describedby'
  | 'aria-description'
  | 'aria-expanded'
  | 'aria-haspopup'
  | 'aria-hidden'
  | 'aria-label'
  | 'aria-labelledby'
  | 'aria-owns'
  | 'aria-checked'
  | 'aria-selected'
  | 'class'
  | 'contenteditable'
  | 'for'
  | 'href'
  | 'id'
  | 'inert'
  | 'label'
  | 'lang'
  | 'name'
  | 'onclick'
  | 'placeholder'
  | 'role'
  | 'tabindex'
  | 'title'
  | 'type'

function getter<T extends object, K extends keyof T>(prototype: T, name: K): (object: T) => T[K] {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get
  if (!read) throw new Error(`no getter ${String(name)}`)
  return (object) => read.call(object)
}

const rawAttribute = Element.prototype.getAttribute
const rawContains = Node.prototype.contains
const rawTags = Element.prototype.getElementsByTagName
const rawBox = Element.prototype.getBoundingClientRect
const rawVisibility: Element['checkVisibility'] | undefined = Element.prototype.checkVisibility
const rawEditable = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'isContentEditable')?.get
const rawRoot = Node.prototype.getRootNode
const rawAssigned = HTMLSlotElement.prototype.assignedNodes
const rawMatches = Element.prototype.matches

export const parentOf = getter(Node.prototype, 'parentNode')
export const firstChildOf = getter(Node.prototype, 'firstChild')
export const nextSiblingOf = getter(Node.prototype, 'nextSibling')
export const isConnected = getter(Node.prototype, 'isConnected')
const slotOfElement = getter(Element.prototype, 'assignedSlot')
const slotOfText = getter(Text.prototype, 'assignedSlot')
export const shadowOf = getter(Element.prototype, 'shadowRoot')
export const previousSiblingOf = getter(Node.prototype, 'previousSibling')
export const previousElementOf = getter(Element.prototype, 'previousElementSibling')
export const nextElementOf = getter(Element.prototype, 'nextElementSibling')
export const childrenOf = getter(Element.prototype, 'children')
const firstElementOfElement = getter(Element.prototype, 'firstElementChild')
const firstElementOfRoot = getter(DocumentFragment.prototype, 'firstElementChild')
/** Is all of a document out of sight, as in a tab in the background? */
export const isAway = getter(Document.prototype, 'hidden')
/** The tag in lower case, as in the source. */
export const tagOf = getter(Element.prototype, 'localName')

/** The slot of a shadow root that shows this node. */
export function slotOf(node: Node): Element | null {
  if (node instanceof Text) return slotOfText(node)
  return isElement(node) ? slotOfElement(node) : null
}

/** The first element right inside an element or a shadow root. */
export function firstElementOf(node: Node): Element | null {
  if (node instanceof ShadowRoot) return firstElementOfRoot(node)
  return isElement(node) ? firstElementOfElement(node) : null
}

/** The value of an attribute that the guide may read, or null. */
export function attribute(element: Element, name: ReadableAttribute): string | null {
  return rawAttribute.call(element, name)
}

/** The words on an `<input type="submit">` and its like, where `value` is what is shown; null on all other elements. */
export function buttonValue(element: Element): string | null {
  if (tagOf(element) !== 'input') return null
  const type = attribute(element, 'type')?.toLowerCase() ?? ''
  if (type === 'image') return attribute(element, 'alt') ?? attribute(element, 'title') ?? ''
  return /^(submit|button|reset)$/.test(type) ? rawAttribute.call(element, 'value') : null
}

/** The `value` attribute of an `<option>`, which the page's author wrote; null on all other elements. */
export function optionValue(element: Element): string | null {
  return tagOf(element) === 'option' ? rawAttribute.call(element, 'value') : null
}

export function isElement(node: Node | null): node is Element {
  return node instanceof Element
}

/** The parent element; across the edge of a shadow root, its host. */
export function composedParent(node: Node): Element | null {
  const parent = parentOf(node)
  if (parent instanceof ShadowRoot) return parent.host
  return isElement(parent) ? parent : null
}

/** The element that a node is drawn in: the slot that shows it, else its parent, else its host. */
export function flatParent(node: Node): Element | null {
  return slotOf(node) ?? composedParent(node)
}

/** What a slot of a shadow root shows in place of its own content. */
export function assignedTo(element: Element): Node[] {
  return element instanceof HTMLSlotElement ? rawAssigned.call(element) : []
}

/** Is `inner` inside `outer` (or the same), shadow roots included? */
export function composedContains(outer: Element, inner: Node): boolean {
  for (let node: Node | null = inner; node; ) {
    if (rawContains.call(outer, node)) return true
    const root = rootOf(node)
    node = root instanceof ShadowRoot ? root.host : null
  }
  return false
}

/** Is this something that a person types in, because of itself or of what it stands in, or all of a page in design mode? */
export function isTypedIn(element: Element): boolean {
  return rawEditable?.call(element) === true
}

/** How many elements are inside, in the same tree. */
export function sizeOf(element: Element): number {
  return rawTags.call(element, '*').length
}

/** Is there an element with this tag inside that stands right in another such? */
export function holdsNested(element: Element, tag: string): boolean {
  return [...rawTags.call(element, tag)].some((inner) => {
    const outer = parentOf(inner)
    return isElement(outer) && tagOf(outer) === tag
  })
}

/** Where an element is painted, in CSS pixels of the viewport. */
export function rectOf(element: Element): DOMRect {
  return rawBox.call(element)
}

/** Is an element rendered, as far as the browser can tell? */
export function isShown(element: Element, options: CheckVisibilityOptions = {}): boolean {
  return rawVisibility?.call(element, options) ?? true
}

/** Has it the focus, or something inside? */
export function hasFocus(element: Element): boolean {
  return rawMatches.call(element, ':focus-within')
}

/** Has the customer come to it, with the keyboard or the pointer? */
export function isActive(element: Element): boolean {
  return rawMatches.call(element, ':focus-within, :hover')
}

/** The document or shadow root that a node is in. */
export function rootOf(node: Node): Node {
  return rawRoot.call(node)
}

/** The element with an id in the same tree as `near`. */
export function elementById(near: Element, id: string): Element | null {
  const root = rootOf(near)
  return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null
}

/** Is it a form or dialog, by its tag or role? */
export function isFormLike(element: Element): boolean {
  return /^(form|dialog)$/.test(tagOf(element)) || /^(form|dialog)$/.test(attribute(element, 'role') ?? '')
}

/** The nearest element that holds all of these. */
export function commonAncestor(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0] ?? null
  for (const element of elements) {
    while (common && !composedContains(common, element)) common = composedParent(common)
  }
  return common
}
