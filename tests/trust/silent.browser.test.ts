import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../manifest.json'
import { findBrowser } from '../../scripts/browser.mjs'
import { ADDRESS } from '../support/extension'
import { MARKUPS, pageWith, STAGES } from '../support/forms'
import { whenAnnotated } from '../support/notes'
import { type Refusing, startRefusing } from './support/proxy'

const [native] = MARKUPS
/** Chromium asks now and then for updates of itself, with or without extensions. */
const UPDATES = 'http://update.googleapis.com/service/update2/'
const EXTENSION = 'dist/chrome'

/** All that leaves the browser goes through this proxy, which notes it and refuses it. */
let proxy: Refusing

beforeAll(async () => {
  proxy = await startRefusing()
})
afterAll(() => proxy.close())

/** Walk through the whole form, and with the guide through its own pages too. */
async function walk(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  for (const stage of STAGES) {
    await context.unrouteAll()
    const body = pageWith(native?.body(stage) ?? '')
    await context.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(ADDRESS)
    if (origin) await whenAnnotated(page)
    for (const field of await page.locator('form input:not([type=submit])').all()) await field.fill('secreto')
    for (const select of await page.locator('form select').all()) await select.selectOption({ index: 2 })
    await page.locator('form button, form input[type=submit]').first().click()
    await page.waitForLoadState()
  }
  if (!origin) return
  for (const path of ['practice', 'popup', 'chat', 'settings'].map((name) => `${name}/${name}.html`)) {
    await page.goto(`${origin}/${path}`)
    for (const button of await page.locator('button:visible').all())
      await button.click({ timeout: 2000 }).catch(() => {})
  }
  await page.evaluate(async () => {
    // Pages of the extension may not reach out even if they wanted to.
    await fetch('https://example.com/').catch(() => {})
    new Image().src = 'https://example.com/image'
    await navigator.sendBeacon('https://example.com/beacon')
  })
}

interface Heard {
  readonly requests: ReadonlySet<string>
  readonly own: readonly string[]
  readonly outside: ReadonlySet<string>
}

async function listen(extension: boolean): Promise<Heard> {
  proxy.asked.length = 0
  const profile = await mkdtemp(join(tmpdir(), 'guia-silent-'))
  const load = extension ? [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`] : []
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: (await findBrowser()) as string,
    headless: true,
    proxy: { server: `http://127.0.0.1:${proxy.port}` },
    args: [...load, '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
  const urls: string[] = []
  context.on('request', (request) => urls.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const origin = extension ? `chrome-extension://${new URL((await worker()).url()).host}` : ''
  await walk(context, origin)
  await context.close()
  await rm(profile, { recursive: true, force: true })
  const own = urls.filter((url) => origin !== '' && url.startsWith(`GET ${origin}/`))
  return {
    requests: new Set(urls.filter((url) => !own.includes(url))),
    own,
    outside: new Set(proxy.asked.filter((one) => !one.includes(UPDATES))),
  }
}

describe('the network', () => {
  it('sees nothing more with the guide than without it, on the whole walk', async () => {
    const without = await listen(false)
    const withUs = await listen(true)
    expect(without.requests.size).toBeGreaterThan(2)
    expect(withUs.own.length).toBeGreaterThan(4)
    const blocked = (url: string) => url.includes('https://example.com/')
    expect([...withUs.requests].filter((url) => !without.requests.has(url) && !blocked(url))).toEqual([])
    expect([...withUs.outside].filter((url) => !without.outside.has(url))).toEqual([])
  })
})

describe('the pages of the extension', () => {
  it('allow nothing but the extension’s own files, no connection and no HTML made of text', () => {
    expect(manifest.content_security_policy.extension_pages.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self'",
      "trusted-types 'none'",
    ])
  })
})
