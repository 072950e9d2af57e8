import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from '../support/extension'
import { MARKUPS, pageWith } from '../support/forms'
import { readDrawn, whenAnnotated } from '../support/notes'
import { sideBySide } from '../support/side-by-side'
import { said, saidOf } from './support/said'
import { variantWith } from './support/variant'
import { htmlWhenOff, openWatched, whenLooked, writeAnew } from './support/watched'

const [native] = MARKUPS
const DETAILS = native?.body('details') ?? ''
const TOPICS = native?.body('topic') ?? ''
const RADIOS = MARKUPS.find(({ name }) => name.startsWith('radios'))?.body('topic') ?? ''
const MANY = '<option>More</option>'.repeat(10_000)

const browsers = sideBySide()

/** Have the page do something, in its own world. */
const run = (page: Page, code: string) => page.evaluate(`(async () => { ${code} })()`)

/** What becomes of a page in the end as when it is opened so at once. */
const LIVES: ReadonlyArray<readonly [string, string, string, string]> = [
  [
    'the form is adopted by another document and comes back',
    TOPICS,
    `const form = document.forms[0], home = form.parentNode, next = form.nextSibling
     document.implementation.createHTMLDocument('').adoptNode(form)
     await new Promise(requestAnimationFrame)
     home.insertBefore(document.adoptNode(form), next)`,
    TOPICS,
  ],
  [
    'the form goes into a frame and comes back',
    RADIOS,
    `const form = document.forms[0], home = form.parentNode, next = form.nextSibling
     const frame = home.appendChild(document.createElement('iframe'))
     frame.contentDocument.body.append(form)
     await new Promise(requestAnimationFrame)
     home.insertBefore(form, next)
     frame.remove()`,
    RADIOS,
  ],
  [
    'the document is opened anew and built by script',
    DETAILS,
    `const html = ${JSON.stringify(pageWith(TOPICS))}
     document.open(); document.close()
     document.replaceChild(document.adoptNode(new DOMParser().parseFromString(html, 'text/html').documentElement), document.documentElement)`,
    TOPICS,
  ],
  [
    'the form is written anew sixty times a second',
    RADIOS,
    `const holder = document.createElement('div'); document.forms[0].replaceWith(holder)
     const html = ${JSON.stringify(RADIOS)}
     for (let frame = 0; frame < 60; frame++) { holder.innerHTML = html; await new Promise(requestAnimationFrame) }`,
    RADIOS,
  ],
  [
    'the form is written anew three hundred times in one frame',
    TOPICS,
    `const holder = document.createElement('div'); document.forms[0].replaceWith(holder)
     const html = ${JSON.stringify(TOPICS)}
     for (let time = 0; time < 300; time++) holder.innerHTML = html`,
    TOPICS,
  ],
  [
    'a list gets 10,000 options',
    DETAILS,
    `document.querySelector('#k').insertAdjacentHTML('beforeend', ${JSON.stringify(MANY)})`,
    DETAILS.replace('</select>', `${MANY}</select>`),
  ],
]

describe('the notes are those of the page as it is, after', () => {
  it.each(LIVES)('%s', async (_name, before, change, after) => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(before))
    await whenAnnotated(page)
    await run(page, change)
    const notes = await saidOf(browsers.chromium, pageWith(after))
    await page.bringToFront()
    await expect.poll(() => said(page)).toEqual(notes)
    const bare = await browsers.without.open(pageWith(before))
    await run(bare, change)
    expect(await htmlWhenOff(browsers.chromium, page)).toBe(await bare.content())
    expect(complaints).toEqual([])
    await bare.close()
    await page.close()
  })
})

/** Storages that are slow, fail, or hold what nobody has put there. Each runs in the guide's own world before it. */
const STORES: ReadonlyArray<readonly [string, string]> = [
  ['answers late', 'get: (...given) => new Promise((done) => setTimeout(() => done(raw.get(...given)), 1500))'],
  ['fails', 'get: () => Promise.reject(new Error("dead"))'],
  ['throws', 'get: () => { throw new Error("dead") }'],
  ['fails once', 'get: (...given) => (left-- > 0 ? Promise.reject(new Error("dead")) : raw.get(...given))'],
  ['has nothing', 'get: async () => undefined'],
  [
    'holds rubbish',
    'get: async () => ({ enabled: "no", language: { es: 1 }, companion: [], ticks: null, topic: { id: "spam" }, placement: "left", ["__proto__"]: 1 })',
  ],
  ['cannot keep anything', 'get: (...given) => raw.get(...given), set: () => Promise.reject(new Error("full"))'],
]

describe('a storage that', () => {
  it.each(STORES)('%s keeps nobody from the notes', async (_name, methods) => {
    const before = `for (const area of ['sync', 'local']) {
      const raw = chrome.storage[area]; let left = 1
      const fake = { ${methods}, set: (...given) => raw.set(...given), ...{ ${methods} } }
      Object.defineProperty(chrome.storage, area, { value: fake })
    }`
    const variant = await variantWith(
      before,
      'document.documentElement.dataset.store = String(chrome.storage.sync.get)',
    )
    const other = await startChromium(variant.folder)
    const { page, complaints } = await openWatched(other, pageWith(DETAILS))
    expect(await page.locator('html').getAttribute('data-store')).toMatch(/dead|raw|async/)
    await whenAnnotated(page)
    expect(await said(page)).toEqual(await saidOf(browsers.chromium, pageWith(DETAILS)))
    // The customer opens the panel, which is kept.
    await page.locator('guia-pasos .toggle').click()
    await expect.poll(() => page.locator('guia-pasos .toggle').getAttribute('aria-expanded')).toBe('true')
    expect(complaints).toEqual([])
    await other.close()
    await variant.remove()
  })
})

describe('a page that is not painted as usual', () => {
  it('has its notes where no animation frame ever comes', async () => {
    const variant = await variantWith('window.requestAnimationFrame = () => 0', '')
    const other = await startChromium(variant.folder)
    const { page, complaints } = await openWatched(other, pageWith(DETAILS))
    await whenAnnotated(page)
    expect(await said(page)).toEqual(await saidOf(browsers.chromium, pageWith(DETAILS)))
    expect(complaints).toEqual([])
    await other.close()
    await variant.remove()
  })

  it('is left alone while nobody sees it, and has the right notes as soon as somebody does', async () => {
    const away = `Object.defineProperty(Document.prototype, 'hidden', {
      get() { return this.documentElement.hasAttribute('data-away') },
    })`
    const variant = await variantWith(away, '')
    const other = await startChromium(variant.folder)
    const { page, complaints } = await openWatched(other, pageWith(TOPICS))
    await whenAnnotated(page)
    await writeAnew(page, pageWith(TOPICS))
    await whenAnnotated(page)
    const before = await said(page)
    await run(
      page,
      `document.documentElement.dataset.away = ''
       ;[...document.querySelectorAll('option')].find(({ text }) => text === 'cPanel').firstChild.data = 'Site Builder'`,
    )
    await whenLooked(other, page)
    expect(await said(page)).toEqual(before)
    await run(
      page,
      `delete document.documentElement.dataset.away; document.dispatchEvent(new Event('visibilitychange'))`,
    )
    const after = await said(page)
    expect(after).toContain('Sin revisar')
    expect(after.length).toBe(before.length)
    expect(complaints).toEqual([])
    await other.close()
    await variant.remove()
  })

  it('has notes with edges, in the customer’s own colours, where those are forced', async () => {
    const page = await browsers.chromium.open(pageWith(RADIOS))
    await whenAnnotated(page)
    await page.emulateMedia({ forcedColors: 'active' })
    const rows = (await readDrawn(page)).map(({ host, side }) => ({ host, side }))
    const looks = await page.evaluate((rows) => {
      const system = document.body.appendChild(document.createElement('i'))
      system.style.cssText = 'color:CanvasText;background:Canvas;forced-color-adjust:none'
      const { color: ink, backgroundColor: paper } = getComputedStyle(system)
      system.remove()
      return rows.map(({ host, side }) => {
        const element = host.reduce<Node>((node, step) => node.childNodes[step] as Node, document) as Element
        const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(element, `::${side}`)
        return color === ink && backgroundColor === paper && borderTopColor === ink && borderTopWidth === '1px'
      })
    }, rows)
    expect(looks.length).toBeGreaterThan(20)
    expect(looks.filter((isRight) => !isRight)).toEqual([])
    await page.close()
  })

  it('shows nothing of ours on paper', async () => {
    const page = await browsers.chromium.open(pageWith(RADIOS))
    await whenAnnotated(page)
    const shown = async () => {
      const above = await page.evaluate(() =>
        [...document.querySelectorAll('guia-capa, guia-pasos')]
          .flatMap((host) => [...(host.shadowRoot?.querySelectorAll('.note, .panel, .mark') ?? [])])
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .map((one) => one.className),
      )
      return [...above, ...(await readDrawn(page)).map(({ content }) => content)]
    }
    expect((await shown()).length).toBeGreaterThan(20)
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toEqual([])
    await page.close()
  })
})

describe('a window', () => {
  it.each([
    ['at 25 %', 4000, 3600, 0.25],
    ['at 500 %', 200, 180, 5],
    ['of a small phone on its side', 500, 375, 2],
  ])('%s has no wider page for us, and every control within reach', async (_name, width, height, deviceScaleFactor) => {
    const wide = async (of: Chromium) => {
      const { page, complaints } = await openWatched(of, pageWith(DETAILS))
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false })
      if (of.origin) await whenLooked(of, page)
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth)
      for (const field of ['#n', '#u', '#p']) await page.locator(field).click()
      await page.locator('form [type=submit]').click({ trial: true })
      expect(complaints).toEqual([])
      await page.close()
      return scrolls
    }
    expect(await wide(browsers.chromium)).toBe(await wide(browsers.without))
  })
})

/** The form inside shadow roots that come when the page has long been there. */
const ROOTS: ReadonlyArray<readonly [string, string, boolean]> = [
  [
    'an open root that is attached late',
    `document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = body`,
    true,
  ],
  [
    'an open root that is filled late',
    `const root = document.querySelector('#host').attachShadow({ mode: 'open' })
     await new Promise(requestAnimationFrame); root.innerHTML = body`,
    true,
  ],
  [
    'an element that is defined late',
    `customElements.define('late-form', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = body } })`,
    true,
  ],
  [
    'open roots in each other',
    `let host = document.querySelector('#host')
     for (let depth = 0; depth < 5; depth++) { const inner = document.createElement('div'); host.attachShadow({ mode: 'open' }).append(inner); host = inner }
     host.attachShadow({ mode: 'open' }).innerHTML = body`,
    true,
  ],
  [
    'a closed root, which nobody can look into',
    `document.querySelector('#host').attachShadow({ mode: 'closed' }).innerHTML = body`,
    false,
  ],
]

describe('the form in', () => {
  it.each(ROOTS)('%s', async (_name, attach, isSeen) => {
    const html = pageWith('<div id="host"></div><late-form></late-form>')
    const { page, complaints } = await openWatched(browsers.chromium, html)
    await whenLooked(browsers.chromium, page)
    await run(page, `const body = ${JSON.stringify(DETAILS)}; ${attach}`)
    // A person comes to the form, with a key or the mouse.
    await page
      .locator('#host, late-form')
      .first()
      .click({ force: true, position: { x: 5, y: 5 } })
    const labels = () =>
      page.evaluate(() => {
        const within = (root: ParentNode): number =>
          root.querySelectorAll('option[label*=" — "]').length +
          [...root.querySelectorAll('*')].reduce((sum, one) => sum + (one.shadowRoot ? within(one.shadowRoot) : 0), 0)
        return within(document)
      })
    if (isSeen) await expect.poll(labels).toBe(5)
    await whenLooked(browsers.chromium, page)
    expect(await labels()).toBe(isSeen ? 5 : 0)
    expect(complaints).toEqual([])
    await page.close()
  })
})
