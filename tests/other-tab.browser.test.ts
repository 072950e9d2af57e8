import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import type { Attached } from './support/attached'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { whenAnnotated } from './support/notes'
import { PRESSABLE, pressIcon } from './support/popup'

/** The extension's API, inside its worker. */
declare const chrome: Browser

let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome', PRESSABLE)
})
afterAll(() => chromium.close())
beforeEach(() => chromium.remember({ topic: null }))

const shown = (popup: Attached) =>
  popup.evaluate(`[...document.querySelectorAll('#place-title, #place .button')]
    .filter((one) => one.checkVisibility()).map((one) => one.textContent)`)

it('takes the practice page, open since the installation, for no form once the customer has gone elsewhere', async () => {
  const page = await chromium.openElsewhere('<!doctype html><title>My site</title>')
  await chromium.remember({ topic: 'topic.ssl' })
  const popup = await pressIcon(chromium, page)
  await expect
    .poll(() => shown(popup))
    .toEqual(['Aquí no está el formulario', 'Abrir el formulario', 'Practicar sin enviar nada'])
  expect(await popup.evaluate(`document.querySelector('#topic-open').checkVisibility()`)).toBe(true)
  await popup.close()
})

it('says that the form in front is the one to practise with, and opens the real one from there', async () => {
  const popup = await pressIcon(chromium, chromium.welcome as never)
  await expect.poll(() => shown(popup)).toEqual(['Formulario de práctica: paso 1 de 4', 'Abrir el formulario'])
  await popup.close()
})

it('leads from another tab, even in another window, to the form', async () => {
  const form = await chromium.open(pageWith(MARKUPS[0]?.body('details') ?? ''))
  await whenAnnotated(form)
  await chromium.context.serviceWorkers()[0]?.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url })
    await chrome.windows.create({ tabId: tab?.id ?? 0, focused: false })
  }, form.url())
  const page = await chromium.openElsewhere('<!doctype html><title>My site</title>')
  const popup = await pressIcon(chromium, page)
  await expect.poll(() => shown(popup)).toEqual(['Formulario en otra pestaña: paso 2 de 4', 'Ir al formulario'])
  await popup.evaluate(`document.querySelector('#go').click()`)
  const inFront = async () => (await focused())?.url
  await expect.poll(inFront).toBe(form.url())
})

/** The tab in front of the window in front. */
async function focused(): Promise<{ readonly url?: string } | undefined> {
  return chromium.context.serviceWorkers()[0]?.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    return { url: tab?.url ?? '' }
  })
}
