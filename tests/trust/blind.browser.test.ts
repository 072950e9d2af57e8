import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { type Chromium, startChromium } from '../support/extension'
import { pageWith } from '../support/forms'
import { whenAnnotated } from '../support/notes'
import { heapOf } from './support/heap'
import { TRAP } from './support/trap'
import { type Variant, variantWith } from './support/variant'
import { whenLooked } from './support/watched'

declare const chrome: Browser

const FORM = pageWith(`<form method="post" action="/submit">
  <div class="field"><label for="n">Name</label><input id="n" name="name"></div>
  <div class="field"><label for="u">Billing Username</label><input id="u" name="user" placeholder="you@example.com"></div>
  <div class="field"><label for="p">Password</label><input id="p" name="pass" type="password" required></div>
  <div class="field"><label for="k">Hosting Package</label><select id="k" name="package"><option value="">Select package…</option><option>Shared</option><option>Domain</option></select></div>
  <div class="field"><label for="m">Message</label><textarea id="m" name="message"></textarea></div>
  <div class="field" id="e" contenteditable="true" role="textbox" aria-label="Comment"></div>
  <button>Login</button></form>`)

/** A page on which one types, without the form. */
const OTHER = pageWith('<div id="e" contenteditable="true">Notes</div><textarea id="m">Notes</textarea>')

/** Tries every door that the guide has closed, in the guide's world. */
const PROBE = (control: string) => `
  globalThis.kept = ${JSON.stringify(control)}.split('').reverse().join('')
  const field = document.createElement('input'), area = document.createElement('textarea')
  const text = new InputEvent('input', { data: 'x' }), letter = new KeyboardEvent('keydown', { key: 'x' })
  const doors = {
    value: () => field.value, defaultValue: () => field.defaultValue, valueAsNumber: () => field.valueAsNumber,
    valueAsDate: () => field.valueAsDate, files: () => field.files, selectionStart: () => field.selectionStart,
    selection: () => getSelection(), pageSelection: () => document.getSelection(), message: () => field.validationMessage, areaMessage: () => area.validationMessage,
    area: () => area.value, areaDefault: () => area.defaultValue, length: () => area.textLength,
    attribute: () => field.getAttribute('VALUE'), data: () => text.data, code: () => letter.code,
    whole: () => new FormData(), serialized: () => new XMLSerializer(), letter: () => { if (letter.key === '') throw 1 },
    redefined: () => Object.defineProperty(HTMLInputElement.prototype, 'value', { get: () => '' }),
    deleted: () => { 'use strict'; delete HTMLInputElement.prototype.value },
  }
  const open = Object.entries(doors).filter(([, read]) => { try { read(); return true } catch { return false } })
  document.documentElement.dataset.open = open.map(([name]) => name).join(' ')
  document.documentElement.dataset.doors = Object.keys(doors).length
`

const nonce = randomBytes(8).toString('hex')
const SECRETS = Array.from({ length: 1000 }, (_, index) => `zq${nonce}${index.toString(36).padStart(3, '0')}ñ`)

/** Type secrets as a person does, or a password manager. No script of the page ever holds them. */
async function type(page: Page, secrets: readonly string[], fields = ['#n', '#u', '#p', '#m', '#e']): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const [index, field] of fields.entries()) {
    await page.locator(field).click()
    for (let at = index; at < secrets.length; at += fields.length) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', commands: ['selectAll'] })
      await session.send('Input.insertText', { text: secrets[at] as string })
    }
  }
}

async function startVariant(before: string, after: string): Promise<readonly [Variant, Chromium]> {
  const variant = await variantWith(before, after)
  return [variant, await startChromium(variant.folder)]
}

describe('what the customer types', () => {
  let variant: Variant
  let chromium: Chromium

  beforeAll(async () => {
    ;[variant, chromium] = await startVariant('', PROBE([...`control${nonce}`].reverse().join('')))
  })
  afterAll(async () => {
    await chromium.close()
    await variant.remove()
  })

  it('cannot be read by the guide’s script, whatever it tries', async () => {
    const page = await chromium.open(FORM)
    await whenAnnotated(page)
    const html = page.locator('html')
    expect(Number(await html.getAttribute('data-doors'))).toBeGreaterThan(15)
    expect(await html.getAttribute('data-open')).toBe('')
    await page.locator('#n').fill('Ana')
    expect(await page.evaluate(() => (document.getElementById('n') as HTMLInputElement).value)).toBe('Ana')
    await page.close()
  })

  it('is in no storage, no message and nowhere in the heap, a thousand secrets over', async () => {
    const said: string[] = []
    chromium.context.on('console', (message) => {
      // The browser itself advises the page's author.
      if (!message.text().startsWith('[DOM]')) said.push(message.text())
    })
    const page = await chromium.open(FORM)
    await whenAnnotated(page)
    const [worker] = chromium.context.serviceWorkers()
    await worker?.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      const heard: unknown[] = []
      Object.assign(globalThis, { heard })
      chrome.tabs.connect(tab?.id ?? 0, { name: 'status' }).onMessage.addListener((message) => heard.push(message))
    })
    await type(page, SECRETS)
    const [messages, stores] = (await worker?.evaluate(async () => {
      const { sync, local, session } = chrome.storage
      const stores = await Promise.all([sync, local, session].map((store) => store.get(null)))
      return [
        (globalThis as unknown as { heard: unknown[] }).heard.map((one) => JSON.stringify(one)),
        JSON.stringify(stores),
      ] as const
    })) ?? [[], '']
    expect(messages.length).toBeGreaterThan(500)
    expect([...messages, stores, ...said].filter((text) => text.includes(nonce))).toEqual([])
    const heap = await heapOf(page)
    expect(heap).toContain(`control${nonce}`)
    expect(SECRETS.filter((secret) => heap.includes(secret.slice(0, -1)))).toEqual([])
    expect(said).toEqual([])
    await page.close()
  })
})

describe('a trap in the guide’s own world', () => {
  it('sees no read while a thousand secrets are typed, and copied into attributes', async () => {
    const [variant, chromium] = await startVariant(TRAP, '')
    const page = await chromium.open(FORM)
    await whenAnnotated(page)
    await page.evaluate(() => {
      // As React does with a controlled field.
      document.addEventListener('input', ({ target }) => {
        if (target instanceof HTMLInputElement) target.setAttribute('value', target.value)
      })
    })
    await type(page, SECRETS)
    await page.locator('#k').selectOption('Domain')
    expect(await page.locator('#u').getAttribute('value')).toMatch(nonce)
    expect(await page.locator('html').getAttribute('data-reads')).toBeNull()
    expect(await page.locator('html').getAttribute('data-missing')).toBeNull()
    const other = await chromium.open(OTHER, '/other')
    await whenLooked(chromium, other)
    await type(other, SECRETS.slice(0, 100), ['#e', '#m'])
    expect(await other.locator('html').getAttribute('data-reads')).toBeNull()
    await chromium.close()
    await variant.remove()
  })

  it('would see one', async () => {
    const [variant, chromium] = await startVariant(TRAP, 'document.querySelector("input").value')
    const page = await chromium.open(FORM)
    expect(await page.locator('html').getAttribute('data-reads')).toBe('value')
    await chromium.close()
    await variant.remove()
  })
})
