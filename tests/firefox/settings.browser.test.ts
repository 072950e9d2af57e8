import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Firefox, startFirefox } from '../support/firefox'
import { MARKUPS, pageWith } from '../support/forms'
import { whenAnnotated } from '../support/notes'

let firefox: Firefox

beforeAll(async () => {
  firefox = await startFirefox('dist/firefox')
})
afterAll(() => firefox.close())

it('says the keys that switch the notes, as they are called on the customer’s keyboard', async () => {
  const settings = await firefox.openOwn('settings/settings.html')
  await settings.waitForFunction(() => /Alt\+Mayús\+N$/.test(document.querySelector('#shortcut')?.textContent ?? ''))
  await settings.close()
})

it('switches the notes off and on with these keys, on the form’s own page', async () => {
  const page = await firefox.open(pageWith(MARKUPS[0]?.body('details') ?? ''))
  await whenAnnotated(page)
  await press(firefox)
  await page.waitForFunction(() => !document.querySelector('guia-capa, [aria-description]'))
  await press(firefox)
  await whenAnnotated(page)
  expect(await firefox.complaints()).toEqual([])
  await page.close()
})

it('opens the page on which Firefox lets its keys be changed', async () => {
  const settings = await firefox.openOwn('settings/settings.html')
  await settings.waitForFunction(() => document.querySelector<HTMLElement>('#keys')?.hidden === false)
  await settings.click('#change-keys')
  const shown = () => firefox.inBrowser(() => Reflect.get(globalThis, 'gBrowser').currentURI.spec)
  await expect.poll(shown, { timeout: 5000 }).toBe('about:addons')
})

/** Let the browser act on the keys: the protocol's own key strokes go to the page alone, past the browser's shortcuts. */
function press(firefox: Firefox): Promise<void> {
  return firefox.inBrowser(() => {
    const key = document.querySelector('keyset[id^="ext-keyset"] key[key="N"][modifiers="alt,shift"]')
    key?.dispatchEvent(new Event('command'))
  })
}
