// A Chromium with the built extension and a copy of the form at the production address, for the demonstration, the
// pictures and the development.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'
import { copyOfTheForm } from './form-copy.mjs'

/** Where the form is, and where its copy is served. */
export const ADDRESS = 'https://helpchat.hostgator.com/'
/** Whether there is no screen to show a window on. */
export const headless = !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux')
const extension = fileURLToPath(new URL('../dist/chrome', import.meta.url))

/**
 * Start it. `dist/chrome` must have been built.
 * @param options of the browser's context, as Playwright has them.
 * @param change may change the copy of the form before it is served.
 */
export async function launch(options, change = (html) => html) {
  const executablePath = await findBrowser()
  const profile = await mkdtemp(join(tmpdir(), 'guia-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    ...options,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  context.on('close', () => void rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const body = change(await copyOfTheForm())
  await context.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return { context, worker, origin: `chrome-extension://${new URL(worker.url()).host}` }
}
