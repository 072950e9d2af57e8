import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from '../support/extension'
import { MARKUPS, pageWith } from '../support/forms'
import { readNotes, whenAnnotated } from '../support/notes'
import { sideBySide } from '../support/side-by-side'
import { openTheRest } from './support/outsider'
import { makeRogue } from './support/rogue'
import { whenLooked } from './support/watched'

const [native] = MARKUPS
const DETAILS = pageWith(native?.body('details') ?? '')

const browsers = sideBySide()

/** Open a page of any address. */
async function openAt(of: Chromium, address: string): Promise<Page> {
  const page = await of.context.newPage()
  const headers = address.endsWith('?sandbox') ? { 'Content-Security-Policy': 'sandbox allow-scripts' } : {}
  const contentType = 'text/html; charset=utf-8'
  await page.route('**', (route) =>
    route.fulfill({ headers: { 'Content-Type': contentType, ...headers }, body: DETAILS }),
  )
  await page.goto(address)
  return page
}

describe('an address that only looks like the form’s', () => {
  it.each([
    'https://helpchat.hostgator.com.evil.example/',
    'http://helpchat.hostgator.com/',
    'https://helpchat.hostgator.com:8443/',
    'https://helpchat.hostgator.com:8443/?sandbox',
    'https://hostgator.com/helpchat.hostgator.com/',
    'https://www.helpchat.hostgator.com/',
    'https://helpchat-hostgator.com/',
    'https://helpchat.hostgator.com@evil.example/',
    'https://helpchat.hostgatоr.com/',
    'https://evil.example/?https://helpchat.hostgator.com/',
  ])('gets nothing of ours: %s', async (address) => {
    const page = await openAt(browsers.chromium, address)
    const form = await browsers.chromium.open(DETAILS)
    await whenAnnotated(form)
    await page.bringToFront()
    await page.locator('#n').click()
    const bare = await openAt(browsers.without, address)
    expect(await page.content()).toBe(await bare.content())
    expect(await browsers.chromium.statusInFront()).toBeNull()
    for (const one of [page, form, bare]) await one.close()
  })
})

/** What a page of another site can find out about the extension, file by file and in its own world. */
async function foundOn(page: Page, origin: string, files: readonly string[]): Promise<unknown> {
  return page.evaluate(openTheRest, [origin, files] as const)
}

describe('a page that looks for the extension', () => {
  it.each(['another site', 'the form itself'])('finds no file of it and no door to it: %s', async (where) => {
    const entries = await readdir('dist/chrome', { recursive: true, withFileTypes: true })
    const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
    const paths = files.map((file) => file.replace('dist/chrome/', ''))
    expect(paths.length).toBeGreaterThan(20)
    const open = (of: Chromium) => (where === 'another site' ? of.openElsewhere(DETAILS) : of.open(DETAILS))
    const [page, bare] = [await open(browsers.chromium), await open(browsers.without)]
    const found = await foundOn(page, browsers.chromium.origin, paths)
    expect(found).toEqual(await foundOn(bare, browsers.chromium.origin, paths))
    expect(found).toMatchObject({ files: [], runtime: 'undefined' })
    await page.close()
    await bare.close()
  })

  it('would find a file that were open to it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guia-open-'))
    await cp('dist/chrome', folder, { recursive: true })
    const file = join(folder, 'manifest.json')
    const open = { web_accessible_resources: [{ resources: ['icons/16.png'], matches: ['<all_urls>'] }] }
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...open }))
    const other = await startChromium(folder)
    const page = await other.openElsewhere(DETAILS)
    expect(await foundOn(page, other.origin, ['icons/16.png'])).toMatchObject({
      files: expect.arrayContaining(['icons/16.png fetch', 'icons/16.png img']),
    })
    await other.close()
    await rm(folder, { recursive: true })
  })
})

/** Lets a second extension be installed. */
const WITH_ANOTHER = (folder: string, other: string) => [
  '--enable-unsafe-extension-debugging',
  `--disable-extensions-except=${resolve(folder)},${other}`,
]

/** Have another extension say all that it can to ours, from its worker and from its script in the form's page. */
async function heardByAnother(folder: string): Promise<readonly unknown[]> {
  const id = new URL(browsers.chromium.origin).host
  const rogue = await makeRogue(id)
  const other = await startChromium(folder, WITH_ANOTHER(folder, rogue.folder))
  const ours = new URL(other.origin).host
  const browser = await other.context.browser()?.newBrowserCDPSession()
  // Playwright's types do not know this command of the protocol yet.
  const loading = browser?.send('Extensions.loadUnpacked' as 'Browser.close', { path: rogue.folder } as never)
  const { id: loaded } = (await loading) as unknown as { readonly id: string }
  const page = await other.open(DETAILS)
  await whenAnnotated(page)
  const find = () => other.context.serviceWorkers().find((one) => one.url().includes(loaded))
  await expect.poll(() => Boolean(find())).toBe(true)
  const stored = await other.stored('sync')
  const pages = other.context.pages().length
  const answers = await find()?.evaluate((target) => Reflect.get(globalThis, 'attempt')(target), ours)
  const html = page.locator('html')
  await expect.poll(() => html.getAttribute('data-rogue'), { timeout: 10_000 }).not.toBeNull()
  const inPage = JSON.parse((await html.getAttribute('data-rogue')) ?? '')
  await whenLooked(other, page)
  expect(await other.stored('sync')).toEqual(stored)
  expect(other.context.pages().length).toBe(pages)
  expect((await readNotes(page)).length).toBeGreaterThan(4)
  await other.close()
  await rogue.remove()
  return [...(answers as readonly unknown[]), ...inPage]
}

describe('another extension', () => {
  it('gets no answer and moves nothing, whatever it says to ours', async () => {
    expect(await heardByAnother('dist/chrome')).toEqual([])
  })

  it('would get one if ours listened to others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guia-heard-'))
    await cp('dist/chrome', folder, { recursive: true })
    const file = join(folder, 'manifest.json')
    const { externally_connectable: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify(manifest))
    const worker = join(folder, 'background.js')
    const listening = 'chrome.runtime.onMessageExternal.addListener((message, sender, say) => say("heard"));'
    await writeFile(worker, `${listening}\n${await readFile(worker, 'utf8')}`)
    expect(await heardByAnother(folder)).toContainEqual(['message', '"heard"'])
    await rm(folder, { recursive: true })
  })
})
