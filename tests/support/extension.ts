import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.mjs'

/** The production address, which the tests serve themselves. */
export const ADDRESS = 'https://helpchat.hostgator.com/'
/** An address that the extension does not know, for the same page without us. */
export const ELSEWHERE = 'https://elsewhere.example/'

/** A real Chromium, with or without the extension, that reaches nothing but what the tests serve. */
export interface Chromium {
  readonly context: BrowserContext
  /** The extension's origin; empty without it. */
  readonly origin: string
  /** Bodies of the forms that were sent. */
  readonly sent: string[]
  /** Open a page at the production address. */
  readonly open: (html: string, path?: string) => Promise<Page>
  /** Open a page where the extension does nothing. */
  readonly openElsewhere: (html: string) => Promise<Page>
  /** Change the extension's settings. */
  readonly set: (settings: Readonly<Record<string, unknown>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Start it. @param extension the built folder, or null for none. */
export async function startChromium(extension: string | null): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'guia-'))
  const load = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: (await findBrowser()) as string,
    headless: true,
    viewport: { width: 1000, height: 900 },
    args: [...load, '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
  context.setDefaultTimeout(5000)
  const pages = new Map<string, string>()
  const sent: string[] = []
  await context.route(/^https:/, (route) => {
    const request = route.request()
    if (request.method() === 'POST') sent.push(request.postData() ?? '')
    const body = pages.get(request.url()) ?? '<!doctype html><title>sent</title>'
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
  })
  const openAt = async (html: string, address: string) => {
    pages.set(address, html)
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  let origin = ''
  if (extension) {
    const [worker] = context.serviceWorkers()
    origin = `chrome-extension://${new URL((worker ?? (await context.waitForEvent('serviceworker'))).url()).host}`
  }
  return {
    context,
    origin,
    sent,
    open: (html, path = '/') => openAt(html, new URL(path, ADDRESS).href),
    openElsewhere: (html) => openAt(html, ELSEWHERE),
    async set(settings) {
      const [worker] = context.serviceWorkers()
      if (!worker) throw new Error('the extension sleeps')
      await worker.evaluate((changed) => {
        const { storage } = (
          globalThis as unknown as { chrome: { storage: { sync: { set(values: object): Promise<void> } } } }
        ).chrome
        return storage.sync.set(changed)
      }, settings)
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
