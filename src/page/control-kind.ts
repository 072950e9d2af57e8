import { attribute, tagOf } from './dom'

/** What a person can do with a control. `choice` is a radio or checkbox, `combobox` a list that is no `<select>`. */
export type ControlKind = 'text' | 'password' | 'select' | 'combobox' | 'choice' | 'button' | 'search'

/** Something a person types in, other than an `<input>`. Its content is never looked at. */
export function isEditable(element: Element): boolean {
  const editable = attribute(element, 'contenteditable')
  return (editable !== null && editable !== 'false') || attribute(element, 'role') === 'textbox'
}

/** The name of a button or choice that has no words inside: it is said in an attribute, or by its picture. */
export function wordlessName(element: Element): string | null {
  if (!/^(?:button|a|summary)$/.test(tagOf(element)) && !isPressedByRole(element)) return null
  const picture = element.querySelector('img[alt], [role=img][aria-label]')
  return (
    attribute(element, 'aria-label') ??
    (picture && (attribute(picture, 'alt') ?? attribute(picture, 'aria-label'))) ??
    attribute(element, 'title')
  )
}

const PRESSED = /^(?:button|link|option|radio|menuitem|menuitemradio|treeitem|tab)$/

/** Has it the role of something to press or to choose? */
export function isPressedByRole(element: Element): boolean {
  return PRESSED.test(attribute(element, 'role') ?? '')
}

/** What kind of control an element is; null if it is none, or one with words of its own. */
export function controlKind(element: Element, tag: string): ControlKind | null {
  if (tag === 'input') return inputKind((attribute(element, 'type') ?? 'text').toLowerCase(), element)
  if (tag === 'select') return 'select'
  if (tag === 'textarea') return 'text'
  const role = attribute(element, 'role')
  if (role === 'combobox' || attribute(element, 'aria-haspopup') === 'listbox') return 'combobox'
  if (role === 'searchbox') return 'search'
  if (role === 'textbox') return 'text'
  return null
}

/** Does it say that a list, a tree, a grid or a menu opens from it? */
function opensList(element: Element): boolean {
  return /^(listbox|tree|grid|menu|true)$/.test(attribute(element, 'aria-haspopup') ?? '')
}

/** The same, or a dialog in which one chooses. */
export function opensSomething(element: Element): boolean {
  return opensList(element) || attribute(element, 'aria-haspopup') === 'dialog'
}

function inputKind(type: string, element: Element): ControlKind | null {
  if (type === 'hidden') return null
  if (/^(combobox|listbox)$/.test(attribute(element, 'role') ?? '') || opensList(element)) return 'combobox'
  if (type === 'search' || attribute(element, 'role') === 'searchbox') return 'search'
  if (type === 'password') return 'password'
  if (type === 'radio' || type === 'checkbox') return 'choice'
  if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') return 'button'
  return 'text'
}
