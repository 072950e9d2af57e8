import type { BrowserContext, Page } from 'playwright-core'
import type { Chromium } from '../../support/extension'

/** What went wrong on a page while it was watched. */
export interface Watched {
  readonly page: Page
  /** Uncaught errors, what else the window hears of errors, and lines in the console, except the browser's own advice. */
  readonly complaints: string[]
}

/** Open a page at the production address and note all that is complained of. */
export async function openWatched(chromium: Chromium, html: string, path?: string): Promise<Watched> {
  const complaints: string[] = []
  let watched: Page | null = null
  chromium.context.once('page', (page) => {
    watched = page
  })
  chromium.context.on('console', (message) => {
    if (message.page() === watched && !/^\[DOM\]|^\[Violation\]/.test(message.text())) complaints.push(message.text())
  })
  chromium.context.on('weberror', (error) => {
    if (error.page() === watched) complaints.push(String(error.error()))
  })
  await hearErrors(chromium.context)
  const page = await chromium.open(html, path)
  return { page, complaints }
}

const hearing = new WeakSet<BrowserContext>()

/** Have pages say in their console what their window hears of errors, as of observers: browsers say it nowhere else. */
async function hearErrors(context: BrowserContext): Promise<void> {
  if (hearing.has(context)) return
  hearing.add(context)
  await context.addInitScript(() => {
    window.addEventListener('error', ({ message }) => {
      if (message) console.error(`the window has heard of: ${message}`)
    })
  })
}

/** Have a page write itself anew, which takes all listeners from its document and window. */
export async function writeAnew(page: Page, html: string): Promise<void> {
  await page.evaluate((text) => {
    document.open()
    document.write(text)
    document.close()
  }, html)
}

/** Wait until the guide in the page in front has answered, so has made its first pass, and two frames are painted. */
export async function whenLooked(chromium: Chromium, page: Page): Promise<void> {
  await page.bringToFront()
  for (let time = 0; time < 100; time++) {
    if (await chromium.statusInFront()) break
    await new Promise((done) => setTimeout(done, 50))
  }
  // A document without elements has no frames.
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done))
        setTimeout(done, 500)
      }),
  )
}

/** The page's HTML after the guide is switched off; it is on again afterwards. */
export async function htmlWhenOff(chromium: Chromium, page: Page): Promise<string> {
  await chromium.set({ enabled: false })
  await page.waitForFunction(() => !document.querySelector('guia-capa'), null, {
    polling: 20,
    timeout: 5000,
  })
  const html = await page.content()
  await chromium.set({ enabled: true })
  return html
}
