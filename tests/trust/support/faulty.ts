/** The interfaces of the DOM that the guide may call. */
const INTERFACES: readonly string[] =
  `Node Element HTMLElement Document DocumentFragment ShadowRoot CharacterData Text Range NodeList HTMLCollection DOMTokenList
  DOMRectReadOnly DOMRectList CSSStyleSheet CSSStyleDeclaration HTMLOptionElement HTMLOptGroupElement HTMLSelectElement HTMLInputElement
  HTMLTextAreaElement HTMLLabelElement HTMLButtonElement HTMLFormElement HTMLDetailsElement HTMLDialogElement
  MutationObserver MutationRecord ResizeObserver ValidityState Event UIEvent EventTarget AbortSignal AbortController
  VisualViewport Window`.split(/\s+/)

/** Calls that are none of an interface. */
const LOOSE: readonly string[] = ['getComputedStyle', 'requestAnimationFrame', 'matchMedia']

/** Members that the guide asks for by a name in a string. */
const BY_NAME: readonly string[] =
  `parentNode firstChild nextSibling previousSibling isConnected assignedSlot shadowRoot previousElementSibling nextElementSibling
  children localName isContentEditable`.split(/\s+/)

/**
 * Makes calls of the guide's own world fail: each throws the first time. Runs before the guide's script, on its
 * prototypes, which are not the page's. Of all calls, a page at the path `/n` gets each one whose turn is n. What was
 * hit is written on the page's root element, and how many there are.
 * @param members the names that the guide's script asks for. @param groups how many turns there are.
 */
export function faulty(members: readonly string[], groups: number): string {
  return `
    const hit = []
    const root = document.documentElement
    const told = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'title').set
    const wrapped = (raw, call) => {
      let left = 1
      return function (...given) {
        if (left-- > 0) { hit.push(call); told.call(root, hit.join(' ')); throw new Error('injected ' + call) }
        return new.target ? Reflect.construct(raw, given) : Reflect.apply(raw, this, given)
      }
    }
    const names = new Set(${JSON.stringify([...members, ...BY_NAME])})
    const owners = ${JSON.stringify(INTERFACES)}.map((type) => [type, globalThis[type]?.prototype])
    const calls = [
      ...owners.flatMap(([type, owner]) => Object.getOwnPropertyNames(owner ?? {}).filter((name) => names.has(name) && name !== 'constructor').map((name) => [owner, name, type])),
      ...${JSON.stringify(LOOSE)}.map((name) => [globalThis, name, 'globalThis']),
    ].sort(([, a, c], [, b, d]) => (a + c < b + d ? -1 : 1))
    root.dataset.calls = calls.length
    const turn = Number(location.pathname.slice(1))
    for (const [at, [owner, name, type]] of calls.entries()) {
      const found = Object.getOwnPropertyDescriptor(owner, name)
      if (at % ${groups} !== turn || !found?.configurable) continue
      const changed = { ...found }
      for (const kind of ['value', 'get', 'set']) if (typeof found[kind] === 'function') changed[kind] = wrapped(found[kind], type + '.' + name)
      Object.defineProperty(owner, name, changed)
    }
  `
}
