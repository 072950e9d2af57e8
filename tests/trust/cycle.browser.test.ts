import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { ADDRESS, startChromium } from '../support/extension'
import { MARKUPS, pageWith } from '../support/forms'
import { whenAnnotated } from '../support/notes'
import { sideBySide } from '../support/side-by-side'
import { prerendered } from './support/prerendered'
import { said, saidOf } from './support/said'
import { variantWith } from './support/variant'
import { openWatched, whenLooked } from './support/watched'

/** The extension's API, inside its worker. */
declare const chrome: Browser

const [native] = MARKUPS
const DETAILS = pageWith(native?.body('details') ?? '')
const RADIOS = pageWith(MARKUPS.find(({ name }) => name.startsWith('radios'))?.body('topic') ?? '')

const browsers = sideBySide([], ['--disable-back-forward-cache'])

describe('a page that comes back from the browser’s cache', () => {
  /** Leave an annotated page, do something, and go back to it as it was. */
  async function awayAndBack(meanwhile: () => Promise<void>): Promise<Page> {
    const page = await browsers.chromium.open(
      DETAILS.replace('<head>', '<head><script>onpageshow = (event) => { window.kept = event.persisted }</script>'),
    )
    await whenAnnotated(page)
    await page.goto(new URL('/elsewhere', ADDRESS).href)
    await meanwhile()
    await page.evaluate(() => history.back())
    await page.waitForFunction(() => Reflect.get(window, 'kept') === true)
    return page
  }

  it('has its notes, and follows the page on', async () => {
    const page = await awayAndBack(async () => {})
    await whenAnnotated(page)
    expect(await said(page)).toEqual(await saidOf(browsers.chromium, DETAILS, '/expected'))
    const label = await page.evaluate(() => {
      const added = new Option('Domain')
      document.querySelector('select')?.add(added)
      return Promise.resolve().then(() => added.label)
    })
    expect(label).toBe('Domain — Dominio')
    await page.close()
  })

  it('has none if they were switched off meanwhile, and has them again when they are on', async () => {
    const page = await awayAndBack(() => browsers.chromium.set({ enabled: false }))
    await page.waitForFunction(() => !document.querySelector('guia-capa, option[label], [aria-description]'))
    await browsers.chromium.set({ enabled: true })
    await whenAnnotated(page)
    expect(await said(page)).toEqual(await saidOf(browsers.chromium, DETAILS, '/expected'))
    await page.close()
  })
})

/** The notes of a page, by their entry. Runs in the page. */
const seen = () => ({
  labels: [...document.querySelectorAll('option')].map((option) => option.getAttribute('label')),
  pills: [...(document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? [])]
    .filter(({ style }) => style.visibility === 'visible')
    .map((pill) => pill.dataset.entry),
})

describe('a page that is prerendered', () => {
  it('has its notes when it is shown, and none but the right ones before', async () => {
    const page = await browsers.chromium.open(DETAILS)
    await whenAnnotated(page)
    const { labels, pills } = await page.evaluate(seen)
    expect(pills.length).toBe(5)
    const { shownAt, before, after } = await prerendered(DETAILS, seen)
    expect(shownAt).toBeGreaterThan(0)
    expect(before).toEqual({ labels, pills: [] })
    expect(after).toEqual({ labels, pills })
    await page.close()
  })
})

/** A storage in the guide's own world that the page can switch: the browser's own allows no more than two writes a second. */
const SWITCH = `
  let enabled = true
  const heard = []
  const fake = (name, value) => Object.defineProperty(chrome.storage, name, { value })
  fake('sync', { get: async () => ({ enabled }), set: async () => {} })
  fake('onChanged', { addListener: (listener) => heard.push(listener) })
  document.addEventListener('switch-notes', () => { enabled = !enabled; for (const listener of heard) listener({}) })
`

describe('notes that are switched on and off a thousand times', () => {
  it('are there each time, leave nothing behind, and cost no more memory than at first', async () => {
    const variant = await variantWith(SWITCH, '')
    const other = await startChromium(variant.folder)
    const { page, complaints } = await openWatched(other, RADIOS)
    await whenAnnotated(page)
    const notes = await said(page)
    const toggle = (times: number) =>
      page.evaluate(async (count) => {
        const wrong: number[] = []
        for (let time = 0; time < count; time++) {
          const wanted = document.querySelector('guia-capa > style') === null
          document.dispatchEvent(new Event('switch-notes'))
          for (let wait = 0; wait < 200 && (document.querySelector('guia-capa > style') !== null) !== wanted; wait++) {
            await new Promise((done) => setTimeout(done))
          }
          if ((document.querySelector('guia-capa > style') !== null) !== wanted) wrong.push(time)
        }
        return wrong
      }, times)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const used = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    expect(await toggle(200)).toEqual([])
    const first = await used()
    expect(await toggle(800)).toEqual([])
    const last = await used()
    // The browser has made faster code meanwhile, which it keeps there too; sessions that stayed would be five times as much.
    expect(last.heap).toBeLessThan(first.heap * 1.5)
    expect(last.nodes).toBeLessThan(first.nodes * 1.1)
    expect(last.listeners).toBeLessThan(first.listeners * 1.1)
    expect(await said(page)).toEqual(notes)
    await toggle(1)
    const bare = await (await browsers.without.open(RADIOS)).content()
    expect(await page.content()).toBe(bare)
    expect(complaints).toEqual([])
    await other.close()
    await variant.remove()
  })
})

describe('the worker', () => {
  it('may be stopped at any time: the notes stay, the switch works, and the companion wakes it', async () => {
    const other = await startChromium('dist/chrome')
    await other.welcome?.close()
    const { page, complaints } = await openWatched(other, DETAILS)
    await whenAnnotated(page)
    const notes = await said(page)
    const own = await other.context.newPage()
    await own.goto(`${other.origin}/popup/popup.html`)
    const session = await other.context.newCDPSession(own)
    let running = ''
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      running = versions.at(-1)?.runningStatus ?? running
    })
    await session.send('ServiceWorker.enable')
    const stop = async () => {
      await session.send('ServiceWorker.stopAllWorkers')
      await expect.poll(() => running).toBe('stopped')
    }
    await stop()
    expect(await said(page)).toEqual(notes)
    await own.locator('#switch').click()
    await page.waitForFunction(() => !document.querySelector('guia-capa, option[label]'))
    await own.locator('#switch').click()
    await whenAnnotated(page)
    await stop()
    await page.bringToFront()
    await page.locator('guia-pasos .toggle').click()
    await page.locator('guia-pasos .foot button').first().click()
    await (await other.panel()).close()
    expect(running).toBe('running')
    expect(complaints).toEqual([])
    await other.close()
  })
})

describe('two popups', () => {
  it('say the same of one form, whichever of them is used', async () => {
    const page = await browsers.chromium.open(DETAILS)
    await whenAnnotated(page)
    const popups = await Promise.all([1, 2].map(() => browsers.chromium.context.newPage()))
    for (const popup of popups) await popup.goto(`${browsers.chromium.origin}/popup/popup.html`)
    const all = (ask: (popup: Page) => Promise<unknown>) => Promise.all(popups.map(ask))
    const titles = () => all((popup) => popup.locator('#place-title').textContent())
    await expect.poll(titles).toEqual(Array(2).fill(expect.stringContaining('paso 2 de 4')))
    await popups[0]?.locator('#step-details').click()
    await expect.poll(() => all((popup) => popup.locator('#step-details').isChecked())).toEqual([true, true])
    await popups[1]?.locator('#switch').click()
    await page.waitForFunction(() => !document.querySelector('guia-capa, option[label]'))
    const states = () => all((popup) => popup.locator('#switch').getAttribute('aria-checked'))
    await expect.poll(states).toEqual(['false', 'false'])
    await popups[0]?.close()
    await popups[1]?.locator('#switch').click()
    await whenAnnotated(page)
    await popups[1]?.close()
    await page.close()
    await browsers.chromium.remember({ ticks: {} })
  })
})

describe('the guide’s script', () => {
  it.each([
    ['before there is a body', { run_at: 'document_start' }],
    ['before all is loaded', { run_at: 'document_end' }],
    ['twice', { js: ['content.js', 'content.js'] }],
    ['twice, before there is a body', { run_at: 'document_start', js: ['content.js', 'content.js'] }],
  ])('has the same notes when it comes %s', async (_when, changed) => {
    const variant = await variantWith('', '', 'dist/chrome', changed)
    const other = await startChromium(variant.folder)
    const { page, complaints } = await openWatched(other, RADIOS)
    await whenAnnotated(page)
    expect(await said(page)).toEqual(await saidOf(browsers.chromium, RADIOS, '/expected'))
    await other.context.serviceWorkers()[0]?.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files: ['/content.js'] })
    })
    await whenLooked(other, page)
    expect(await said(page)).toEqual(await saidOf(browsers.chromium, RADIOS, '/expected'))
    expect(await page.evaluate(() => document.querySelectorAll('guia-capa, guia-pasos').length)).toBe(2)
    await other.set({ enabled: false })
    const bare = await (await browsers.without.open(RADIOS)).content()
    await expect.poll(() => page.content()).toBe(bare)
    expect(complaints).toEqual([])
    await other.close()
    await variant.remove()
  })
})
