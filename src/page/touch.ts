import { attribute, buttonValue, isElement } from './dom'

/** What the customer has touched so far. Only that it happened; never which key or what text. */
export interface Touch {
  /** Was something entered into this field, or taken out of it? */
  readonly hasInput: (field: Element) => boolean
  /** Was the customer in this field? */
  readonly wasVisited: (field: Element) => boolean
  /** Was this pressed? */
  readonly wasPressed: (element: Element) => boolean
}

/** Listen for touches on a document until the signal is aborted; `changed` is called after each. */
export function watchTouch(page: Document, changed: () => void, signal: AbortSignal): Touch {
  const entered = new WeakSet<Element>()
  const visited = new WeakSet<Element>()
  const pressed = new WeakSet<Element>()
  const options = { capture: true, passive: true, signal }
  const note = (seen: WeakSet<Element>, whole: boolean) => (event: Event) => {
    const path = event.composedPath()
    for (const target of whole ? path : path.slice(0, 1)) {
      if (target instanceof Node && isElement(target)) seen.add(target)
    }
    changed()
  }
  page.addEventListener('input', note(entered, false), options)
  page.addEventListener('change', note(entered, false), options)
  page.addEventListener('focusin', note(visited, false), options)
  page.addEventListener('click', note(pressed, true), options)
  return {
    hasInput: (field) => entered.has(field),
    wasVisited: (field) => visited.has(field),
    wasPressed: (element) => pressed.has(element),
  }
}

/**
 * Whether a text field has something in it, without reading it: the browser says whether its placeholder shows, or
 * whether a required field is missing; else that something was entered.
 */
export function isFilled(field: Element, touch: Touch): boolean {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return touch.hasInput(field)
  if (attribute(field, 'placeholder')?.trim()) return !field.matches(':placeholder-shown')
  if (field.required) return !field.validity.valueMissing
  return touch.hasInput(field)
}

/** Whether an option or row is the chosen one of its list. */
export function isChosen(element: Element, touch: Touch): boolean {
  if (element instanceof HTMLOptionElement) return element.selected
  if (element instanceof HTMLInputElement && buttonValue(element) === null) return element.checked
  const state = attribute(element, 'aria-checked') ?? attribute(element, 'aria-selected')
  return state === null ? touch.wasPressed(element) : state === 'true'
}
