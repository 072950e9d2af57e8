import type { Form } from '../form/form'
import { browser } from './browser'
import { type Journey, NEW_JOURNEY, readJourney } from './journey'

/** The journey as it is stored; a new one if it cannot be read. */
export async function loadJourney(form: Form): Promise<Journey> {
  try {
    return readJourney(await browser.storage.local.get(Object.keys(NEW_JOURNEY)), form)
  } catch {
    return NEW_JOURNEY
  }
}

/** Store a part of the journey. Rejects if the browser could not. */
export function saveJourney(changed: Partial<Journey>): Promise<void> {
  return browser.storage.local.set(changed)
}

/** Call back with the journey whenever it changes, until the signal is aborted. */
export function onJourney(form: Form, callback: (journey: Journey) => void, signal: AbortSignal): void {
  const listener = () => void loadJourney(form).then(callback)
  browser.storage.local.onChanged.addListener(listener)
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true })
}

/** Forget all that is kept on this device: the journey, where the companion was left, and what the chat remembers. */
export async function forgetAll(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
}

/** Forget the journey: the next chat is another one. */
export function forgetJourney(): Promise<void> {
  return browser.storage.local.remove(Object.keys(NEW_JOURNEY))
}
