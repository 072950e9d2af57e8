import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Browser } from 'webextension-polyfill'
import { findBrowser } from '../../scripts/browser.mjs'
import type { Status } from '../../src/shared/status'
import { type Attached, attach } from './attached'

/** The production address, which the tests serve themselves. */
export const ADDRESS = 'https://helpchat.hostgator.com/'
/** An address that the extension does not know, for the same page without us. */
export const ELSEWHERE = 'https://elsewhere.example/'

/** A real Chromium, with or without the extension, that reaches nothing but what the tests serve. */
export interface Chromium {
  readonly context: BrowserContext
  /** The extension's origin; empty without it. */
  readonly origin: string
  /** The welcome page that the first run opens; null without the extension. */
  readonly welcome: Page | null
  /** Bodies of the forms that were sent. */
  readonly sent: string[]
  /** Open a page at the production address. */
  readonly open: (html: string, path?: string) => Promise<Page>
  /** Store settings as the popup does. */
  readonly set: (settings: Readonly<Record<string, unknown>>) => Promise<void>
  /** Store something of the way through the form, as the popup and the companion do. */
  readonly remember: (items: Readonly<Record<string, unknown>>) => Promise<void>
  /** All that one of the browser's stores holds. */
  readonly stored: (area: 'sync' | 'local' | 'session') => Promise<Record<string, unknown>>
  /** The page for the chat, once it has opened in the browser's side panel. */
  readonly panel: () => Promise<Attached>
  /** Send a message on the popup's connection to the page in front, once it has answered. */
  readonly tell: (message: unknown) => Promise<void>
  /** Ask the guide in the page in front for its status, as the popup does; null if no guide is there. */
  readonly statusInFront: () => Promise<Status | null>
  /** Open a page where the extension does nothing. */
  readonly openElsewhere: (html: string) => Promise<Page>
  readonly close: () => Promise<void>
}

/** The extension's API, inside its worker. */
declare const chrome: Browser

/**
 * Start it. @param extension the built folder, or null for none. @param flags more switches for the browser.
 * @param left those of Playwright's own switches that are left out.
 */
export async function startChromium(
  extension: string | null,
  flags: readonly string[] = [],
  left: readonly string[] = [],
): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'guia-'))
  const load = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: (await findBrowser()) as string,
    headless: true,
    ignoreDefaultArgs: [...left],
    viewport: { width: 1000, height: 900 },
    args: [
      ...load,
      ...flags,
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
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
  let welcome: Page | null = null
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  if (extension) {
    origin = `chrome-extension://${new URL((await worker()).url()).host}`
    const isWelcome = (page: Page) => page.url().startsWith(`${origin}/practice/`)
    welcome = await found(() => context.pages().find(isWelcome))
  }
  return {
    context,
    origin,
    welcome,
    sent,
    open: (html, path = '/') => openAt(html, new URL(path, ADDRESS).href),
    openElsewhere: (html) => openAt(html, ELSEWHERE),
    async set(settings) {
      await (await worker()).evaluate((changed) => chrome.storage.sync.set(changed), settings)
    },
    async remember(items) {
      await (await worker()).evaluate((changed) => chrome.storage.local.set(changed), items)
    },
    async stored(area) {
      return (await worker()).evaluate((name) => chrome.storage[name].get(null), area)
    },
    panel: () => attach(context, `${origin}/chat/chat.html`),
    async tell(message) {
      await (await worker()).evaluate(async (sent) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        const port = chrome.tabs.connect(tab?.id ?? 0, { name: 'status' })
        await new Promise((done) => port.onMessage.addListener(done))
        port.postMessage(sent)
        port.disconnect()
      }, message)
    },
    async statusInFront() {
      return (await worker()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        const port = chrome.tabs.connect(tab?.id ?? 0, { name: 'status' })
        return new Promise<Status | null>((done) => {
          port.onMessage.addListener((status) => done(status as Status))
          port.onDisconnect.addListener(() => done(null))
        })
      })
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Wait until something is there. */
async function found<T>(look: () => T | undefined): Promise<T> {
  for (let time = 0; time < 200; time++) {
    const thing = look()
    if (thing !== undefined) return thing
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the welcome page did not open')
}
