import type { Firefox } from './firefox'
import type { FirefoxPage } from './firefox-page'

/** Open the popup as a page, and wait until it answers clicks. */
export async function openPopup(firefox: Firefox): Promise<FirefoxPage> {
  const popup = await firefox.openOwn('popup/popup.html')
  await popup.waitForFunction(() => document.querySelector('#switch-state')?.textContent)
  return popup
}

/** Switch the notes on or off in the popup, as a person does. */
export async function switchNotes(firefox: Firefox, on: boolean): Promise<void> {
  const popup = await openPopup(firefox)
  const is = (wanted: string) => document.querySelector('#switch')?.getAttribute('aria-checked') === wanted
  await popup.waitForFunction(is, String(!on))
  await popup.click('#switch')
  await popup.waitForFunction(is, String(on))
  await popup.close()
}
