import type { Page } from 'playwright-core'
import { type Attached, attach, browserSession, targetOf } from './attached'
import type { Chromium } from './extension'

/** Switches with which the browser lets a test press the extension's icon. */
export const PRESSABLE: readonly string[] = ['--enable-unsafe-extension-debugging']

/**
 * Press the extension's icon over a page, as a customer does. Opening the popup in a tab would not grant it the page. Left
 * open, the next press of the icon would close it instead.
 */
export async function pressIcon(chromium: Chromium, page: Page): Promise<Attached> {
  await page.bringToFront()
  const { send } = await browserSession(chromium.context)
  const tab = await targetOf(send, 'tab', page.url())
  await send('Extensions.triggerAction', { id: new URL(chromium.origin).host, targetId: tab })
  return attach(chromium.context, `${chromium.origin}/popup/popup.html`)
}
