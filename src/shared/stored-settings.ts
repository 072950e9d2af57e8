import { languages } from 'locales:names'
import { browser } from './browser'
import { readSettings, type Settings } from './settings'

/** The settings as they are stored, with defaults for what is missing or damaged. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings(await browser.storage.sync.get(null), languages)
  } catch {
    return readSettings(undefined, languages)
  }
}

/** Store some settings. Rejects if the browser could not. */
export function saveSettings(changed: Partial<Settings>): Promise<void> {
  return browser.storage.sync.set(changed)
}

/** Call back with the settings whenever they change, until the signal is aborted. */
export function onSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = () => void loadSettings().then(callback)
  browser.storage.onChanged.addListener(listener)
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true })
}
