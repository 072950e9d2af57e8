import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXTENSION_ID, type Firefox, startFirefox } from '../support/firefox'
import { openPopup } from '../support/firefox-popup'
import { MARKUPS, pageWith } from '../support/forms'
import { whenAnnotated } from '../support/notes'

const [natives] = MARKUPS
const PATTERN = 'https://helpchat.hostgator.com/*'

describe('the popup in Firefox', () => {
  let firefox: Firefox

  beforeAll(async () => {
    firefox = await startFirefox('dist/firefox')
  })
  afterAll(() => firefox.close())

  it('follows the form while the customer fills it in', async () => {
    const page = await firefox.open(pageWith(natives?.body('details') ?? ''))
    await whenAnnotated(page)
    const popup = await openPopup(firefox)
    await popup.waitForFunction(() => /paso 2 de 4/.test(document.querySelector('#place-title')?.textContent ?? ''))
    await page.click('#n')
    await page.type('Ana Pérez')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#n')?.value === 'Ana Pérez')
    await popup.waitForFunction(() => document.querySelector('.parts .done')?.textContent?.startsWith('Nombre'))
    await popup.close()
    await page.close()
  })

  it('says that the form is the one to practise with', async () => {
    const practice = await firefox.openOwn('practice/practice.html')
    const popup = await openPopup(firefox)
    await popup.waitForFunction(() =>
      /de práctica: paso 1/.test(document.querySelector('#place-title')?.textContent ?? ''),
    )
    await popup.close()
    await practice.close()
  })

  it('fits a phone, where it is a page of its own, and a thumb', async () => {
    const popup = await openPopup(firefox)
    await popup.resize(320, 640)
    const seen = await popup.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      small: [...document.querySelectorAll('button, a, label:has(input), summary')].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width > 0 && (width < 24 || height < 24) ? [one.outerHTML] : []
      }),
    }))
    expect(seen).toEqual({ width: 320, small: [] })
    await popup.close()
  })

  it('says that its permission was taken back, and gets it again with one tap', async () => {
    expect(await isAllowed(firefox)).toBe(true)
    await revoke(firefox)
    const popup = await openPopup(firefox)
    await popup.waitForFunction(() => document.querySelector<HTMLElement>('#permission')?.hidden === false)
    const page = await firefox.open(pageWith(natives?.body('details') ?? ''))
    expect(await page.evaluate(() => document.querySelector('option[label], guia-capa'))).toBe(null)

    await firefox.bidi.send('browsingContext.activate', { context: popup.context })
    await popup.click('#grant')
    await answerPrompt(firefox, 'primary')
    await popup.waitForFunction(() => document.querySelector<HTMLElement>('#permission')?.hidden === true)
    expect(await isAllowed(firefox)).toBe(true)
    await page.evaluate(() => location.reload())
    await whenAnnotated(page)
    await popup.close()
    await page.close()
  })

  it('stays as it is when the customer says no', async () => {
    await revoke(firefox)
    const popup = await openPopup(firefox)
    await popup.waitForFunction(() => document.querySelector<HTMLElement>('#permission')?.hidden === false)
    await firefox.bidi.send('browsingContext.activate', { context: popup.context })
    await popup.click('#grant')
    await answerPrompt(firefox, 'secondary')
    expect(await isAllowed(firefox)).toBe(false)
    expect(await popup.evaluate(() => document.querySelector<HTMLElement>('#permission')?.hidden)).toBe(false)
    expect(await firefox.complaints()).toEqual([])
    await popup.close()
  })
})

/** Firefox's own interfaces, which have no published types. */
// biome-ignore lint/suspicious/noExplicitAny: as said.
declare const ChromeUtils: any, WebExtensionPolicy: any

/** Take the permission back as the settings of Firefox do. */
function revoke(firefox: Firefox): Promise<void> {
  const run = async ({ id, pattern }: { id: string; pattern: string }) => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
    const { extension } = WebExtensionPolicy.getByID(id)
    await ExtensionPermissions.remove(id, { permissions: [], origins: [pattern] }, extension)
  }
  return firefox.inBrowser(run, { id: EXTENSION_ID, pattern: PATTERN })
}

function isAllowed(firefox: Firefox): Promise<boolean> {
  const run = (id: string) =>
    WebExtensionPolicy.getByID(id).allowedOrigins.patterns.some(
      ({ pattern }: { pattern: string }) => pattern === 'https://helpchat.hostgator.com/*',
    )
  return firefox.inBrowser(run, EXTENSION_ID)
}

/** Wait for the browser's question and press its first or second button. */
async function answerPrompt(firefox: Firefox, button: 'primary' | 'secondary'): Promise<void> {
  const press = (name: string) => {
    const prompt = document.querySelector('#addon-webext-permissions-notification')
    const found = prompt?.closest('panel')?.getAttribute('panelopen') === 'true'
    const target = prompt?.querySelector<HTMLElement>(`.popup-notification-${name}-button`)
    if (found) target?.click()
    return found && Boolean(target)
  }
  await expect.poll(() => firefox.inBrowser(press, button), { timeout: 10_000 }).toBe(true)
}
