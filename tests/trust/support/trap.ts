/**
 * Counts every read of what is typed in the guide's own world. Its traps cannot be replaced, so that the guide runs
 * with them in place of its own closed doors.
 */
export const TRAP = `
  const reads = []
  const seen = (name) => { reads.push(name); document.documentElement.dataset.reads = reads.join(' ') }
  const trap = (owner, name) => {
    // Firefox has the window's names further up.
    const found = Object.getOwnPropertyDescriptor(owner, name) ?? (name in owner ? { value: owner[name] } : null)
    if (!found) return void (document.documentElement.dataset.missing = (document.documentElement.dataset.missing ?? '') + name + ' ')
    const { get, set, value } = found
    const read = function () { seen(name); return get ? get.call(this) : value }
    Object.defineProperty(owner, name, { get: read, set, configurable: false })
  }
  for (const type of [HTMLInputElement, HTMLTextAreaElement]) {
    for (const name of ['value', 'defaultValue', 'selectionStart', 'selectionEnd', 'selectionDirection', 'validationMessage']) trap(type.prototype, name)
  }
  for (const name of ['valueAsNumber', 'valueAsDate', 'files']) trap(HTMLInputElement.prototype, name)
  trap(HTMLTextAreaElement.prototype, 'textLength')
  for (const name of ['innerHTML', 'outerHTML', 'attributes']) trap(Element.prototype, name)
  trap(Element.prototype, 'getHTML')
  for (const name of ['innerText', 'outerText']) trap(HTMLElement.prototype, name)
  trap(Node.prototype, 'cloneNode')
  for (const name of ['data', 'dataTransfer']) trap(InputEvent.prototype, name)
  for (const name of ['key', 'code', 'keyCode', 'charCode']) trap(KeyboardEvent.prototype, name)
  for (const name of ['FormData', 'XMLSerializer', 'getSelection', 'fetch', 'XMLHttpRequest', 'WebSocket']) trap(globalThis, name)
  // Texts are read, but none that is being typed, and no text that was.
  const typedIn = (node) => {
    const element = node instanceof Element ? node : node?.parentElement
    return element?.isContentEditable || element?.localName === 'textarea'
  }
  for (const [owner, name, nodeOf] of [[CharacterData.prototype, 'data', (text) => text], [MutationRecord.prototype, 'oldValue', ({ target }) => target]]) {
    const { get } = Object.getOwnPropertyDescriptor(owner, name)
    Object.defineProperty(owner, name, { configurable: false, get() { if (typedIn(nodeOf(this))) seen(name + ' of what is typed'); return get.call(this) } })
  }
  const raw = Element.prototype.getAttribute
  Object.defineProperty(Element.prototype, 'getAttribute', { configurable: false, value: function (name) {
    if (/value/i.test(name) && !/^(option|button)$/.test(this.localName) && this.type !== 'submit') seen('attribute ' + name)
    return raw.call(this, name)
  } })
`
