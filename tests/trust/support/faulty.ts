/**
 * Makes calls of the guide's own world fail: each listed call throws the first `times` times. Runs before the guide's
 * script, on its prototypes, which are not the page's. What was hit is written on the page's root element.
 */
export function faulty(calls: readonly string[], times = 1): string {
  return `
    const hit = []
    const root = document.documentElement
    const told = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'title').set
    for (const call of ${JSON.stringify(calls)}) {
      const [type, name] = call.split('.')
      const owner = type === 'globalThis' ? globalThis : globalThis[type]?.prototype
      const found = owner && Object.getOwnPropertyDescriptor(owner, name)
      if (!found || !found.configurable) continue
      let left = ${times}
      const wrapped = (raw) => function (...given) {
        if (left-- > 0) { hit.push(call); told.call(root, hit.join(' ')); throw new Error('injected ' + call) }
        return new.target ? Reflect.construct(raw, given) : Reflect.apply(raw, this, given)
      }
      const changed = { ...found }
      for (const kind of ['value', 'get', 'set']) if (typeof found[kind] === 'function') changed[kind] = wrapped(found[kind])
      Object.defineProperty(owner, name, changed)
    }
  `
}

/** The calls of the DOM that the guide makes. */
export const DOM_CALLS: readonly string[] = [
  ...'append remove after getBoundingClientRect getAttribute setAttribute removeAttribute hasAttribute attachShadow querySelector getElementsByTagName matches checkVisibility shadowRoot localName previousElementSibling children className id'
    .split(' ')
    .map((name) => `Element.${name}`),
  ...'contains getRootNode parentNode firstChild nextSibling isConnected textContent ownerDocument'
    .split(' ')
    .map((name) => `Node.${name}`),
  ...'createElement createRange elementFromPoint body documentElement defaultView getElementById querySelectorAll readyState'
    .split(' ')
    .map((name) => `Document.${name}`),
  ...'showPopover popover lang translate style dataset isContentEditable'
    .split(' ')
    .map((name) => `HTMLElement.${name}`),
  'CharacterData.data',
  'CharacterData.after',
  'Range.selectNodeContents',
  'Range.getClientRects',
  'ShadowRoot.elementFromPoint',
  'ShadowRoot.adoptedStyleSheets',
  'CSSStyleSheet.replaceSync',
  'HTMLOptionElement.text',
  'HTMLOptionElement.selected',
  'HTMLLabelElement.control',
  'MutationObserver.observe',
  'MutationObserver.takeRecords',
  'ResizeObserver.observe',
  'EventTarget.addEventListener',
  'globalThis.getComputedStyle',
  'globalThis.requestAnimationFrame',
]
