import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EXTENSION_ID, type Firefox, startFirefox } from '../support/firefox'
import type { FirefoxPage } from '../support/firefox-page'
import { MARKUPS, pageWith, STAGES } from '../support/forms'
import { whenAnnotated } from '../support/notes'
import { heldBy } from './support/firefox-heap'
import { startRefusing } from './support/proxy'
import { TRAP } from './support/trap'
import { variantWith } from './support/variant'

const [native] = MARKUPS
/** Consonants, which stand in a row like this in no word and no number. */
const nonce = [...randomBytes(4)].map((byte) => 'bcdfghjkmpqvwxz'[byte % 15]).join('')
const SECRETS = Array.from({ length: 1000 }, (_, index) => `${nonce}${index.toString(36)}`)
const OTHERS =
  '<textarea id="m" aria-label="Message"></textarea><div id="e" contenteditable="true" role="textbox" aria-label="Comment"></div>'
const FORM = pageWith(`${native?.body('details') ?? ''}<aside>${OTHERS}</aside>`)

/** Type secrets into all fields in turn, as a person does. */
async function type(page: FirefoxPage): Promise<void> {
  const fields = ['#n', '#u', '#p', '#m', '#e']
  for (const [index, field] of fields.entries()) {
    await page.click(field)
    await page.type(SECRETS.filter((_, at) => at % fields.length === index).join(' '))
  }
}

/** Something that the search through the heap has to find: in a closure, and made of parts, so that it stands in no source. */
const CONTROL = `control${nonce}`
const KEEPER = `globalThis.keeper = (() => { const kept = new Map([[1, 'control' + ${JSON.stringify(nonce)}]]); return () => kept })()`

const readsIn = (page: FirefoxPage) => page.evaluate(() => document.documentElement.dataset.reads ?? '')

/** A thousand secrets take their time, letter by letter. */
const LONG = 240_000

describe('in Firefox, a trap in the guide’s own world', () => {
  it(
    'sees no read while a thousand secrets are typed, and none is stored or kept',
    async () => {
      const variant = await variantWith(`${TRAP}; ${KEEPER}`, '', 'dist/firefox')
      const firefox = await startFirefox(variant.folder)
      const page = await firefox.open(FORM)
      await whenAnnotated(page)
      await page.evaluate(() => {
        document.addEventListener('input', ({ target }) => {
          if (target instanceof HTMLInputElement) target.setAttribute('value', target.value)
        })
      })
      await type(page)
      expect(await page.evaluate(() => document.querySelector('#p')?.getAttribute('value'))).toContain(nonce)
      expect(await page.evaluate(() => document.querySelector('#e')?.textContent)).toContain(nonce)
      expect(await readsIn(page)).toBe('')
      expect(await page.evaluate(() => document.documentElement.dataset.missing ?? '')).toBe('')
      const held = await heldBy(firefox, EXTENSION_ID, [CONTROL, ...SECRETS])
      expect(held.strings).toBeGreaterThan(10_000)
      expect(held.found).toEqual([CONTROL])
      const own = await firefox.openOwn('settings/settings.html')
      const stored = await own.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: the extension's API, which the page's side does not type.
        const { sync, local, session } = (globalThis as any).browser.storage
        return JSON.stringify(await Promise.all([sync.get(null), local.get(null), session.get(null)]))
      })
      expect(stored).toMatch(/^\[\{/)
      expect(stored).not.toContain(nonce)
      expect(await firefox.complaints()).toEqual([])
      await firefox.close()
      await variant.remove()
    },
    LONG,
  )

  it('would see one there', async () => {
    const variant = await variantWith(TRAP, 'document.querySelector("input").value', 'dist/firefox')
    const firefox = await startFirefox(variant.folder)
    const page = await firefox.open(FORM)
    await page.waitForFunction(() => document.documentElement.dataset.reads)
    expect(await readsIn(page)).toBe('value')
    await firefox.close()
    await variant.remove()
  })
})

/** Firefox asks its makers for this and that, and Google for its film decoder, with or without extensions. */
const OWN_BUSINESS = /\bupdate\.googleapis\.com\b|\.(?:mozilla\.(?:org|com|net)|firefox\.com|mozaws\.net|mozgcp\.net)\b/

/** Walk through the form, and with the guide through its pages. Answers what was asked of the network. */
async function walk(extension: string | null): Promise<ReadonlySet<string>> {
  const proxy = await startRefusing()
  const firefox: Firefox = await startFirefox(extension, proxy.port)
  const asked = new Set<string>()
  firefox.bidi.onEvent(({ method, params }) => {
    if (method !== 'network.beforeRequestSent') return
    const { method: verb, url } = params.request
    if (!url.startsWith(firefox.origin)) asked.add(`${verb} ${url}`)
  })
  for (const stage of STAGES) {
    const page = await firefox.open(pageWith(native?.body(stage) ?? ''), `/${stage}`)
    if (extension) await whenAnnotated(page)
    for (const id of stage === 'details' ? ['#n', '#u', '#p'] : []) {
      await page.click(id)
      await page.type('secreto')
    }
    const before = firefox.sent.length
    await page.click('form button, form [type=submit]')
    await expect.poll(() => firefox.sent.length).toBe(before + 1)
    await page.close()
  }
  for (const path of extension ? ['popup/popup.html', 'chat/chat.html', 'settings/settings.html'] : []) {
    const page = await firefox.openOwn(path)
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button')) button.click()
    })
    await page.close()
  }
  for (const one of proxy.asked) if (!OWN_BUSINESS.test(one)) asked.add(one)
  await firefox.close()
  await proxy.close()
  return asked
}

describe('in Firefox, the network', () => {
  it('sees nothing more with the guide than without it', async () => {
    const without = await walk(null)
    const withUs = await walk('dist/firefox')
    expect([...without].filter((one) => one.startsWith('POST')).length).toBeGreaterThan(0)
    expect([...withUs].filter((one) => !without.has(one))).toEqual([])
  })
})
