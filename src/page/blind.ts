import { attribute, tagOf } from './dom'

/**
 * Makes this script unable to read what the customer types, for as long as it lives. In the isolated world of a content
 * script the prototypes are its own: the page goes on reading its fields, the guide gets an error.
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
const SECRETS = (): ReadonlyArray<readonly [object, readonly string[]]> => [
  [HTMLInputElement.prototype, ['value', 'defaultValue', 'valueAsNumber', 'valueAsDate', 'files', 'validationMessage']],
  [HTMLTextAreaElement.prototype, ['value', 'defaultValue', 'textLength', 'validationMessage']],
  [HTMLInputElement.prototype, ['selectionStart', 'selectionEnd', 'selectionDirection']],
  [HTMLTextAreaElement.prototype, ['selectionStart', 'selectionEnd', 'selectionDirection']],
  [InputEvent.prototype, ['data', 'dataTransfer']],
  [KeyboardEvent.prototype, ['code', 'keyCode', 'charCode']],
  [UIEvent.prototype, ['which']],
  [CompositionEvent.prototype, ['data']],
  [ClipboardEvent.prototype, ['clipboardData']],
  [DragEvent.prototype, ['dataTransfer']],
  [globalThis, ['FormData', 'XMLSerializer', 'getSelection']],
  [Document.prototype, ['getSelection']],
]

/**
 * Close the doors. Called once, before anything else runs. Answers false if they were closed by this script already: then a
 * copy of it runs here, and a second one has nothing to do.
 */
export function blind(): boolean {
  if (Object.hasOwn(globalThis, MARK)) return false
  Object.defineProperty(globalThis, MARK, { value: true })
  for (const [owner, names] of SECRETS()) {
    for (const name of names) close(owner, name, { get: () => refuse(name), set: () => refuse(name) })
  }
  const rawKey = Object.getOwnPropertyDescriptor(KeyboardEvent.prototype, 'key')?.get
  close(KeyboardEvent.prototype, 'key', {
    get(this: KeyboardEvent) {
      const key: string = rawKey?.call(this) ?? ''
      return NAMED_KEY.test(key) ? key : ''
    },
  })
  close(Element.prototype, 'getAttribute', { value: gate(Element.prototype.getAttribute) })
  return true
}

/** Says in the script's own world that it is at work there. */
const MARK = Symbol.for('guia-chat-hostgator')

/** Keys that the guide may know of, for its own buttons. Letters, and all that could be part of a password, are not. */
const NAMED_KEY = /^(?:Escape|Tab|Enter|Home|End|Arrow(?:Left|Right|Up|Down))$/

function refuse(name: string): never {
  throw new Error(`the guide does not read ${name}`)
}

function close(owner: object, name: string, door: PropertyDescriptor): void {
  if (Object.getOwnPropertyDescriptor(owner, name)?.configurable === false) return
  Object.defineProperty(owner, name, { ...door, configurable: false })
}

/** Frameworks copy what is typed into the `value` attribute, so that of a field stays closed too. */
function gate(raw: Element['getAttribute']): Element['getAttribute'] {
  return function (this: Element, name: string) {
    return String(name).toLowerCase() === 'value' && isTypedInto(this) ? refuse('value') : raw.call(this, name)
  }
}

function isTypedInto(element: Element): boolean {
  const shown = /^(?:submit|button|reset|radio|checkbox)$/i
  return tagOf(element) === 'input' && !shown.test(attribute(element, 'type') ?? '')
}
