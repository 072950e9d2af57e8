import { attribute, buttonValue, isElement } from './dom'

/** What the customer has touched so far. Only that it happened; never which key or what text. */
export interface Touch {
  /** Was something entered into this field, or taken out of it? */
  readonly hasInput: (field: Element) => boolean
  /** Was the customer in this field? */
  readonly wasVisited: (field: Element) => boolean
  /** Which of all presses was the last one of this, counted from 1; 0 if it was not pressed. */
  readonly lastPress: (element: Element) => number
  /** The last press before something was entered into this field the last time, counted alike; -1 if nothing was. */
  readonly lastInput: (field: Element) => number
}

/** Listen for touches on a document until the signal is aborted; `changed` is called after each. */
export function watchTouch(page: Document, changed: () => void, signal: AbortSignal): Touch {
  const entered = new WeakMap<Element, number>()
  const visited = new WeakSet<Element>()
  const pressed = new WeakMap<Element, number>()
  let presses = 0
  const options = { capture: true, passive: true, signal }
  const touchedBy = (event: Event) =>
    event.composedPath().filter((target): target is Element => target instanceof Node && isElement(target))
  const note = (add: (target: Element) => void) => (event: Event) => {
    for (const target of touchedBy(event).slice(0, 1)) add(target)
    changed()
  }
  const enter = note((target) => entered.set(target, presses))
  const press = (event: Event) => {
    presses++
    for (const target of touchedBy(event)) pressed.set(target, presses)
    changed()
  }
  page.addEventListener('input', enter, options)
  page.addEventListener('change', enter, options)
  page.addEventListener(
    'focusin',
    note((target) => visited.add(target)),
    options,
  )
  page.addEventListener('click', press, options)
  return {
    hasInput: (field) => entered.has(field),
    wasVisited: (field) => visited.has(field),
    lastInput: (field) => entered.get(field) ?? -1,
    lastPress: (element) => pressed.get(element) ?? 0,
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

/** Whether an option or row is the chosen one of its list; null if it does not say so. */
export function isChosen(element: Element): boolean | null {
  if (element instanceof HTMLOptionElement) return element.selected
  if (element instanceof HTMLInputElement && buttonValue(element) === null) return element.checked
  const state = attribute(element, 'aria-checked') ?? attribute(element, 'aria-selected')
  return state === null ? null : state === 'true'
}
