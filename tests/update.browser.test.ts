import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'
import { copyOf, raiseVersion } from './support/update'

const html = pageWith(MARKUPS[0]?.body('details') ?? '')
let chromium: Chromium
let copy: string | undefined

afterEach(async () => {
  await chromium.close()
  if (copy) await rm(copy, { recursive: true })
  copy = undefined
})

/** The page of the browser that lists the extensions. */
declare const chrome: Browser & {
  readonly developerPrivate: {
    updateProfileConfiguration(changed: { inDeveloperMode: boolean }): Promise<void>
    reload(id: string, options: { failQuietly: boolean }): Promise<void>
  }
}

/** Lets the extension be installed later. Without the second switch Playwright forbids all extensions. */
const INSTALLABLE = ['--enable-unsafe-extension-debugging', `--disable-extensions-except=${resolve('dist/chrome')}`]

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Ana Ñandú')
  await page.getByLabel('Password').fill('a medias')
  await page.getByLabel('Hosting Package').selectOption('Domain')
}

const spanish = async (page: Page) => (await readNotes(page)).map((note) => note.spanish).sort()

const held = (page: Page) => page.evaluate(() => [...new FormData(document.forms[0])].map(String))

describe('a form that is open', () => {
  it('when the extension is installed gets its notes without being reloaded, and keeps what was typed', async () => {
    chromium = await startChromium(null, INSTALLABLE)
    const page = await chromium.open(html)
    await fillIn(page)
    const typed = await held(page)
    const browser = await chromium.context.browser()?.newBrowserCDPSession()
    // Playwright's types do not know this command of the protocol yet.
    await browser?.send('Extensions.loadUnpacked' as 'Browser.close', { path: resolve('dist/chrome') } as never)
    await whenAnnotated(page)
    expect(await held(page)).toEqual(typed)
    await page.bringToFront()
    await expect.poll(() => spanish(page)).toContain('Elegido: Dominio')
  })

  it('when the extension is updated goes from the old copy to the new one, and keeps what was typed', async () => {
    copy = await copyOf('dist/chrome')
    chromium = await startChromium(copy)
    const untouched = await chromium.context.newPage()
    await untouched.setContent(html)
    const original = await untouched.evaluate(() => document.documentElement.outerHTML)
    const page = await chromium.open(html)
    await whenAnnotated(page)
    await fillIn(page)
    const typed = await held(page)
    await expect.poll(() => spanish(page)).toContain('Elegido: Dominio')
    const notes = await spanish(page)
    const isReplaced = await markLayer(page)

    await update(copy)
    await page.waitForFunction(isReplaced, null, { polling: 50 })
    await whenAnnotated(page)
    await page.bringToFront()
    const renamed = notes.map((note) => note.replace('Tu nombre', 'Tu nombre completo'))
    await expect.poll(() => spanish(page)).toEqual(renamed)
    expect(await page.getByLabel('Name', { exact: true }).getAttribute('aria-description')).toBe(
      'Tu nombre completo. Escribe tu primer nombre y tu primer apellido.',
    )
    expect(await page.locator('guia-capa').count()).toBe(1)
    expect(await held(page)).toEqual(typed)

    await chromium.set({ enabled: false })
    await page.waitForFunction(() => !document.querySelector('guia-capa, [aria-description]'), null, { polling: 50 })
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(original)
    expect(await held(page)).toEqual(typed)
  })
})

/** Mark the old copy's layer; answers a question that is true once another layer stands in its place. */
async function markLayer(page: Page): Promise<() => boolean> {
  await page.evaluate(() => Object.assign(document.querySelector('guia-capa') as Element, { old: true }))
  return () => {
    const layer = document.querySelector('guia-capa')
    return layer !== null && !('old' in layer)
  }
}

/** Load a newer version, as an update does. Without the developer mode the browser would switch the extension off. */
async function update(folder: string): Promise<void> {
  await raiseVersion(folder, ['Tu nombre', 'Tu nombre completo'])
  const extensions = await chromium.context.newPage()
  await extensions.goto('chrome://extensions')
  await extensions.evaluate(async (id) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
    await chrome.developerPrivate.reload(id, { failQuietly: true })
  }, new URL(chromium.origin).host)
  await extensions.close()
}
