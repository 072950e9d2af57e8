import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.mjs'

/** The production address, which the tests serve themselves. */
export const ADDRESS = 'https://helpchat.hostgator.com/'

/** A real Chromium, with or without the extension, that reaches nothing but what the tests serve. */
export interface Chromium {
  readonly context: BrowserContext
  /** The extension's origin; empty without it. */
  readonly origin: string
  /** Bodies of the forms that were sent. */
  readonly sent: string[]
  /** Open a page at the production address. */
  readonly open: (html: string, path?: string) => Promise<Page>
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
  const pages = new Map<string, string>()
  const sent: string[] = []
  await context.route(`${ADDRESS}**`, (route) => {
    const request = route.request()
    const path = new URL(request.url()).pathname
    if (request.method() === 'POST') sent.push(request.postData() ?? '')
    const body = pages.get(path) ?? '<!doctype html><title>sent</title>'
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
  })
  let origin = ''
  if (extension) {
    const [worker] = context.serviceWorkers()
    origin = `chrome-extension://${new URL((worker ?? (await context.waitForEvent('serviceworker'))).url()).host}`
  }
  return {
    context,
    origin,
    sent,
    async open(html, path = '/') {
      pages.set(path, html)
      const page = await context.newPage()
      await page.goto(new URL(path, ADDRESS).href)
      return page
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
