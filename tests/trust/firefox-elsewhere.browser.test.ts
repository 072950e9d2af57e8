import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXTENSION_ID, type Firefox, startFirefox } from '../support/firefox'
import { type FirefoxPage, firefoxPage } from '../support/firefox-page'
import { pageWith } from '../support/forms'
import { readNotes, whenAnnotated } from '../support/notes'
import { DETAILS } from './support/hostile-pages'
import { openTheRest } from './support/outsider'
import { makeRogue } from './support/rogue'

let firefox: Firefox
let bare: Firefox

beforeAll(async () => {
  firefox = await startFirefox('dist/firefox')
  bare = await startFirefox(null)
})
afterAll(() => Promise.all([firefox.close(), bare.close()]))

/** Open the form at any address. */
async function openAt(of: Firefox, address: string): Promise<FirefoxPage> {
  const { protocol, hostname } = new URL(address)
  const pattern = { type: 'pattern', protocol: protocol.replace(':', ''), hostname }
  await of.bidi.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns: [pattern] })
  await (await of.open(pageWith(DETAILS))).close()
  const { context } = await of.bidi.send('browsingContext.create', { type: 'tab' })
  await of.bidi.send('browsingContext.navigate', { context, url: address, wait: 'complete' })
  return firefoxPage(of.bidi, context)
}

const html = (page: FirefoxPage) => page.evaluate(() => [location.hostname, document.documentElement.outerHTML])

describe('in Firefox, an address that only looks like the form’s', () => {
  it.each([
    'https://helpchat.hostgator.com.evil.example/',
    'http://helpchat.hostgator.com/',
    'https://helpchat.hostgator.com:8443/',
    'https://www.helpchat.hostgator.com/',
  ])('gets nothing of ours: %s', async (address) => {
    const [page, plain] = [await openAt(firefox, address), await openAt(bare, address)]
    const form = await firefox.open(pageWith(DETAILS))
    await whenAnnotated(form)
    await page.click('#n')
    const seen = await html(page)
    expect(seen[1]).toContain('Billing Username')
    expect(seen).toEqual(await html(plain))
    for (const one of [page, plain, form]) await one.close()
  })
})

describe('in Firefox, a page that looks for the extension', () => {
  it('finds no file of it and no door to it', async () => {
    const entries = await readdir('dist/firefox', { recursive: true, withFileTypes: true })
    const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
    const paths = files.map((file) => file.replace('dist/firefox/', ''))
    const found = async (of: Firefox, address: string) => {
      const page = await openAt(of, address)
      const answer = await page.evaluate(openTheRest, [firefox.origin, paths])
      await page.close()
      return answer
    }
    for (const address of ['https://elsewhere.example/', 'https://helpchat.hostgator.com/']) {
      const seen = await found(firefox, address)
      expect(seen).toEqual(await found(bare, address))
      expect(seen).toMatchObject({ files: [], runtime: 'undefined' })
    }
  })
})

describe('in Firefox, another extension', () => {
  it('gets no answer and moves nothing, whatever it says to ours', async () => {
    const rogue = await makeRogue(EXTENSION_ID, { scripts: ['worker.js'] })
    const extensionData = { type: 'path', path: rogue.folder }
    await firefox.bidi.send('webExtension.install', { extensionData })
    const page = await firefox.open(pageWith(DETAILS))
    await page.waitForFunction(() => document.documentElement.dataset.rogue)
    expect(await page.evaluate(() => document.documentElement.dataset.rogue)).toBe('[]')
    await whenAnnotated(page)
    expect((await readNotes(page)).length).toBeGreaterThan(4)
    const { contexts } = await firefox.bidi.send('browsingContext.getTree')
    expect(contexts.filter(({ url }: { url: string }) => url.includes('/chat/'))).toEqual([])
    await rogue.remove()
  })
})
