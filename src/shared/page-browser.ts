/**
 * The little of the browser's API that the content script uses, as both browsers have it natively: the polyfill would
 * triple what is loaded into the form's page.
 */
export interface PageBrowser {
  readonly runtime: {
    /** Undefined once the extension was updated or removed under the page. */
    readonly id?: string
    sendMessage(message: unknown): Promise<unknown>
    readonly onConnect: Listenable<PagePort>
  }
  readonly storage: {
    readonly sync: PageStorage
    readonly local: PageStorage
    readonly onChanged: Listenable<Record<string, { readonly newValue?: unknown }>>
  }
}

/** One of the browser's stores. */
export interface PageStorage {
  get(keys: readonly string[] | null): Promise<Record<string, unknown>>
  set(items: Readonly<Record<string, unknown>>): Promise<void>
}

/** A connection from the popup. */
export interface PagePort {
  readonly name: string
  postMessage(message: unknown): void
  readonly onMessage: Listenable<unknown>
  readonly onDisconnect: Listenable<unknown>
}

interface Listenable<T> {
  addListener(listener: (value: T) => void): void
}

/** What a browser's match pattern cannot tell from the form's address: the same host on another port. */
const OTHER_PORT = /:\d+$/
/** The same in an address. */
const ADDRESS_WITH_PORT = /^https?:\/\/[^/]*:\d+(?:\/|$)/

/** A page in a sandbox has an origin without a port, but still its address. */
function hasPort(): boolean {
  try {
    return ADDRESS_WITH_PORT.test(document.URL)
  } catch {
    return false
  }
}

/**
 * The browser's API; undefined on a page that is not ours to be on. Where the browser itself has no `browser`, an
 * element of the page with that id has the name, in an isolated world too.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
export function pageBrowser(): PageBrowser | undefined {
  if (OTHER_PORT.test(globalThis.origin) || hasPort()) return undefined
  const scope = globalThis as { browser?: PageBrowser; chrome?: PageBrowser }
  return [scope.browser, scope.chrome].find((api) => typeof api?.runtime?.onConnect?.addListener === 'function')
}
