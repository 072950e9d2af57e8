import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { note } from '../locales/es.json'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { readDrawn, readNotes, whenAnnotated } from './support/notes'

/** Do what a browser's translator does to the page's texts; `undo` brings them back. */
const TRANSLATE = `
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) { const node = walker.currentNode; if (node.data.trim() && !node.parentElement.closest('.notranslate, script, style, option')) texts.push(node) }
  window.undo = []
  for (const node of texts) { const outer = document.createElement('font'); const inner = document.createElement('font'); inner.textContent = node.data.replace(/\\w+/g, (word) => word + 'o'); outer.append(inner); node.replaceWith(outer); window.undo.push(() => outer.replaceWith(node)) }
  document.documentElement.lang = 'es'; document.documentElement.classList.add('translated-ltr')`
const UNDO = `for (const back of window.undo) back(); document.documentElement.lang = 'en'; document.documentElement.removeAttribute('class')`

/** What the notes of rows say. */
const rows = async (page: Page) => (await readDrawn(page)).map(({ content }) => content).sort()
const notice = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('guia-capa')?.shadowRoot?.querySelector<HTMLElement>('.notice')
    return element?.checkVisibility() ? element.textContent : null
  })
const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

describe("the browser's translator on the same page", () => {
  let chromium: Chromium
  const radios = MARKUPS.find(({ name }) => name === 'radios in fieldsets')
  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())

  it.each(['details', 'topic'] as const)(
    'leaves the notes of the stage %s as they are, and is warned of',
    async (stage) => {
      const page = await chromium.open(pageWith(radios?.body(stage) ?? ''))
      await page.setViewportSize({ width: 1100, height: 2200 })
      await whenAnnotated(page)
      const before = await rows(page)
      const pills = (await readNotes(page)).filter(({ kind }) => kind === 'pill').map(({ spanish }) => spanish)
      expect(await notice(page)).toBeNull()

      await page.evaluate(TRANSLATE)
      await settle(page)
      expect(await rows(page)).toEqual(before)
      expect((await readNotes(page)).filter(({ kind }) => kind === 'pill').map(({ spanish }) => spanish)).toEqual(pills)
      expect(await notice(page)).toBe(note.translator)

      await page.evaluate(UNDO)
      await settle(page)
      expect(await rows(page)).toEqual(before)
      expect(await notice(page)).toBeNull()
      await page.close()
    },
  )

  it('says nothing wrong where it came before us', async () => {
    const page = await chromium.open(pageWith(radios?.body('topic') ?? '', `<script>${TRANSLATE}</script>`))
    await settle(page)
    expect(await rows(page)).toEqual([])
    await page.evaluate(UNDO)
    await whenAnnotated(page)
    expect((await rows(page)).length).toBe(32)
    await page.close()
  })
})
