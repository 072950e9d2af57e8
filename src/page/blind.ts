/**
 * Makes this script unable to read what the customer types, for as long as it lives. In the isolated world of a content
 * script the prototypes are its own: the page goes on reading its fields, the guide gets an error.
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
const SECRETS = [
  [HTMLInputElement.prototype, ['value', 'defaultValue', 'valueAsNumber', 'valueAsDate', 'files']],
  [HTMLTextAreaElement.prototype, ['value', 'defaultValue', 'textLength']],
  [HTMLInputElement.prototype, ['selectionStart', 'selectionEnd', 'selectionDirection']],
  [HTMLTextAreaElement.prototype, ['selectionStart', 'selectionEnd', 'selectionDirection']],
] as const

/**
 * Close the doors. Called once, before anything else runs. Answers false if they were closed already: then a copy of this
 * script runs here, and a second one has nothing to do.
 */
export function blind(): boolean {
  if (isBlind()) return false
  for (const [prototype, names] of SECRETS) {
    for (const name of names) {
      const refuse = () => {
        throw new Error(`the guide does not read ${name}`)
      }
      Object.defineProperty(prototype, name, { get: refuse, set: refuse, configurable: false })
    }
  }
  return true
}

function isBlind(): boolean {
  return SECRETS.every(
    ([prototype, [name]]) => Object.getOwnPropertyDescriptor(prototype, name)?.configurable === false,
  )
}
