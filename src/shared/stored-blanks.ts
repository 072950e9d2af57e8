import { browser } from './browser'

/**
 * What the customer wants to have remembered of the chat lies in the session's storage: it is held in memory, no script of a
 * page can reach it, and it is gone when the browser is closed.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/session
 */
const BLANKS = 'blanks'
const TOLD = 'told'
/** Nobody's domain, address or number is longer; nor is a problem told in more. */
const LONGEST = 500

/** The values of these blanks, by name; null if none were to be remembered, or they cannot be read. */
export async function loadBlanks(names: readonly string[]): Promise<Readonly<Record<string, string>> | null> {
  const stored = await read(BLANKS)
  if (typeof stored !== 'object' || stored === null) return null
  const known = names.map((name) => [name, (stored as Record<string, unknown>)[name]] as const)
  return Object.fromEntries(known.filter((pair): pair is [string, string] => isText(pair[1])))
}

/** Rejects if the browser cannot keep them. */
export function saveBlanks(values: Readonly<Record<string, string>>): Promise<void> {
  return browser.storage.session.set({ [BLANKS]: values })
}

export function forgetBlanks(): Promise<void> {
  return browser.storage.session.remove(BLANKS)
}

/** Hand what the customer told the finder over to the page for the chat, because the customer wants it there. */
export function handOverTold(text: string): Promise<void> {
  return browser.storage.session.set({ [TOLD]: text.slice(0, LONGEST) })
}

/** Take what was handed over; nobody gets it a second time. Empty if nothing was. */
export async function takeTold(): Promise<string> {
  const told = await read(TOLD)
  if (!isText(told)) return ''
  await browser.storage.session.remove(TOLD).catch(() => undefined)
  return told
}

/** Call back when something is handed over, until the signal is aborted. */
export function onTold(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => {
    if (changes[TOLD]?.newValue !== undefined) callback()
  }
  browser.storage.session.onChanged.addListener(listener)
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true })
}

async function read(key: string): Promise<unknown> {
  try {
    return (await browser.storage.session.get(key))[key]
  } catch {
    return undefined
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST
}
