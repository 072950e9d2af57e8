import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firefox, startFirefox } from '../support/firefox'
import { openPopup } from '../support/firefox-popup'

/** Firefox's own interface, which has no published types. */
// biome-ignore lint/suspicious/noExplicitAny: as said.
declare const SidebarController: any

let firefox: Firefox

beforeAll(async () => {
  firefox = await startFirefox('dist/firefox')
})
afterAll(() => firefox.close())

/** The name of the sidebar that is open; empty where none is. */
function sidebar(): Promise<string> {
  return firefox.inBrowser(() => (SidebarController.isOpen ? String(SidebarController.currentID) : ''), undefined)
}

describe('the page for the chat in Firefox', () => {
  it('is not open before anybody asks for it, and opens in the sidebar from the popup', async () => {
    expect(await sidebar()).toBe('')
    const popup = await openPopup(firefox)
    await firefox.bidi.send('browsingContext.activate', { context: popup.context })
    await popup.click('#chat')
    await expect.poll(sidebar, { timeout: 10_000 }).toMatch(/^guia-chat-hostgator/)
  })

  it('says what an agent means, and that it does not know', async () => {
    const page = await firefox.openOwn('chat/chat.html')
    await page.waitForFunction(() => document.body.dataset.ready === '')
    await page.click('#agent-text')
    await page.type('Are you still there? The cat sleeps on the warm roof.')
    await page.waitForFunction(() => document.querySelectorAll('#answers > li').length === 2)
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll('#answers > li')].map((one) => one.textContent),
    )
    expect(texts[0]).toMatch(/Urgente/)
    expect(texts[1]).toMatch(/No sabemos con certeza/)
    expect(await page.evaluate(() => document.querySelectorAll('.translate > *').length)).toBe(0)
    expect(await firefox.complaints()).toEqual([])
    await page.close()
  })
})
