import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../build.mjs'
import { readPanel } from './support/companion'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith, STAGES } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'
import { foldersWithPseudo, PSEUDO } from './support/pseudo'

let chromium: Chromium
let root: string

beforeAll(async () => {
  const folders = await foldersWithPseudo()
  root = folders.root
  await buildAll(folders.out, folders.locales)
  chromium = await startChromium(`${folders.out}/chrome`)
  await chromium.welcome?.close()
  await chromium.set({ language: PSEUDO, companion: false })
  await chromium.remember({ topic: 'topic.ssl', placement: { open: true } })
})
afterAll(async () => {
  await chromium.close()
  await rm(root, { recursive: true })
})

/** The texts of a page of the extension that are neither in the made-up language nor English of the form or the chat. */
function untranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement as HTMLElement
      const isEnglish = parent.closest('[lang]')?.getAttribute('lang') === 'en'
      // The names of countries are the browser's; each language says its own name.
      if (!/\p{L}/u.test(text) || isEnglish || parent.closest('script, style, #brands a, #languages')) continue
      if (!(text.includes('⟦') && text.includes('⟧'))) found.push(text)
    }
    return found
  })
}

describe('a language that is one more file', () => {
  it.each(STAGES)('is spoken by every note at the stage %s', async (stage) => {
    const page = await chromium.open(pageWith(MARKUPS[0]?.body(stage) ?? ''))
    await whenAnnotated(page)
    const notes = await readNotes(page)
    expect(notes.length).toBeGreaterThan(1)
    expect(notes.filter(({ spanish }) => !spanish.includes('⟦'))).toEqual([])
    await page.close()
  })

  it('is spoken by the companion', async () => {
    await chromium.set({ companion: true })
    const page = await chromium.open(pageWith(MARKUPS[0]?.body('topic') ?? ''))
    await expect.poll(async () => (await readPanel(page))?.form).toBe('open')
    const texts = await page.locator('guia-pasos').locator('button, p, label, summary, .items li').allTextContents()
    expect(texts.length).toBeGreaterThan(12)
    expect(texts.filter((text) => /\p{L}/u.test(text) && !text.includes('⟦'))).toEqual([])
    expect(await page.locator('guia-pasos').getAttribute('lang')).toBe(PSEUDO)
    await page.close()
  })

  it.each(['popup/popup.html', 'chat/chat.html', 'practice/practice.html', 'settings/settings.html'])(
    'is all that %s speaks, and fits at 320 px',
    async (path) => {
      const page = await chromium.context.newPage()
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`${chromium.origin}/${path}`)
      await expect.poll(() => page.title()).toContain('⟦')
      await expect.poll(() => untranslated(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await page.close()
    },
  )
})
