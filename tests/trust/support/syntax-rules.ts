import { readFileSync } from 'node:fs'

/** What the script in the form's page may name that it has not declared itself. Nothing here reaches the network. */
export const GLOBALS = new Set(
  `AbortController AbortSignal Array Boolean CSSStyleSheet ClipboardEvent CompositionEvent Document DocumentFragment DragEvent Element Error Event
  HTMLElement HTMLInputElement HTMLOptGroupElement HTMLOptionElement HTMLSlotElement HTMLTextAreaElement InputEvent IntersectionObserver JSON KeyboardEvent
  Map Math MutationObserver Node Number Object Promise ResizeObserver Set ShadowRoot String Symbol Text UIEvent WeakMap WeakSet
  clearTimeout document getComputedStyle globalThis performance requestAnimationFrame setTimeout undefined`.split(
    /\s+/,
  ),
)

/** Members that read what is typed, turn text into HTML or code, reach the network, or store or tell things. */
export const BANNED_MEMBERS = new Set(
  `value defaultValue valueAsNumber valueAsDate files selectionStart selectionEnd selectionDirection textLength
  setRangeText clipboardData dataTransfer code keyCode charCode which formData FormData XMLSerializer serializeToString
  outerHTML innerHTML setHTML setHTMLUnsafe getHTML insertAdjacentHTML createContextualFragment parseFromString
  parseHTMLUnsafe DOMParser innerText outerText cloneNode importNode cloneContents extractContents surroundContents
  writeln execCommand getSelection attributes getAttributeNode getAttributeNS getAttributeNames getNamedItem
  setAttributeNode setAttributeNS eval Function constructor fetch XMLHttpRequest WebSocket EventSource WebTransport
  sendBeacon RTCPeerConnection Worker SharedWorker serviceWorker importScripts BroadcastChannel MessageChannel Image
  Audio cookie cookieStore localStorage sessionStorage indexedDB caches clipboard geolocation credentials console
  navigator location history opener contentWindow contentDocument frames src srcdoc srcset action formAction submit
  requestSubmit click connectNative sendNativeMessage tabs scripting cookies webRequest downloads __proto__
  attributeOldValue validationMessage patternMismatch typeMismatch tooLong tooShort rangeOverflow rangeUnderflow
  stepMismatch badInput setCustomValidity checkValidity reportValidity pattern scrollWidth nodeValue wholeText
  substringData editContext toggleAttribute`.split(/\s+/),
)

/** The attributes that it reads. */
export const READ_ATTRIBUTES = new Set(
  [...readFileSync('src/page/dom.ts', 'utf8').matchAll(/^ {2}\| '([^']+)'$/gm)].map(([, name]) => name ?? ''),
)

/** The attributes that it writes by name; on the page's own elements only `src/notes/attributes.ts` does. */
export const WRITTEN_ATTRIBUTES = new Set(
  `aria-controls aria-current aria-description aria-expanded aria-hidden aria-label label role`.split(' '),
)

/** What the script listens to anywhere. None of these tells a key or a text. */
export const EVENTS = new Set(
  `abort animationend animationstart beforetoggle change click focusin focusout fullscreenchange guia-relevo input load loadingdone pointerdown pointerover resize scroll
  toggle transitioncancel transitionend transitionrun visibilitychange`.split(/\s+/),
)

/** What it listens to on the companion's own elements only, where the customer types nothing. */
export const OWN_EVENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  handle: new Set(['pointermove', 'pointerup', 'pointercancel', 'keydown']),
  'panel.element': new Set(['keydown']),
  // The companion's shadow root: what happens in it is kept from the page.
  root: new Set(['keydown', 'keyup', 'pointerup', 'mousedown', 'mouseup']),
}

/** What it says to the extension's worker, besides the answers on the popup's connection. */
export const MESSAGES = new Set(['open-chat'])
/** The functions that make its other messages: one asks for the texts of a language, by the language's name. */
export const MESSAGE_MAKERS = new Set(['textsRequest'])

/** The objects that may be asked for a member by a name or number that is computed. All are the guide's own. */
export const COMPUTED = new Set(
  `ARROWS COLOURS COLOURS[tone] COLOURS[shade] DOCKS KINDS SEPARATORS SHOWN blanks blocks boxes children childrenOf(before) corners elements entries fits fitting form form.stages inside
  known locales one.seats options preparation.topics rows scopes sizes stages table texts.companion texts.form texts.part
  texts.prepare texts.state texts.step texts.way ticks tokens.all tokens.blocks whole`.split(/\s+/),
)

/** The elements that it makes. */
export const TAGS = new Set(
  `b button details div guia-capa guia-pasos input label li ol p section span style summary ul`.split(' '),
)
