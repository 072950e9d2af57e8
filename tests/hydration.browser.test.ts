import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import type { Stage } from './support/forms'
import { LIBRARIES, latePage } from './support/late-page'
import { readNotes, whenAnnotated } from './support/notes'
import { difference, treeOf } from './support/tree'

declare global {
  interface Window {
    /** Set by the page: the library has taken it over, and whether the guide was there before. */
    taken?: boolean
    noted?: boolean
  }
}

let chromium: Chromium
beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())

const DELAYS = [0, 1000, 4000]
const CASES = LIBRARIES.flatMap((library) =>
  DELAYS.flatMap((delay) =>
    (['details', 'topic'] as const).map((stage: Stage) => ({
      library,
      stage,
      delay,
      name: `${library.name} takes over its stage ${stage} after ${delay} ms`,
    })),
  ),
)

/** Type into each field and choose the last of all choices, as a person does. */
async function fillIn(page: Page): Promise<void> {
  await page.bringToFront()
  for (const field of await page.locator('form input:not([type=hidden], [type=radio])').all()) {
    await field.click()
    await page.keyboard.type('Ana')
  }
  for (const list of await page.locator('form select').all()) await list.selectOption('Domain')
  const choices = page.locator('form [type=radio]')
  if ((await choices.count()) > 0) await choices.last().click()
}

/** What is typed and chosen. */
const chosen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form input, form select')].map((one) =>
      one instanceof HTMLInputElement && one.type === 'radio' ? one.checked : one.value,
    ),
  )
/** What the notes say; that of a list says what is chosen, which is another thing, and may have its place elsewhere. */
const notesOf = async (page: Page) =>
  (await readNotes(page))
    .map(({ english, spanish }) =>
      /^(Elegido: .*|Elige tu servicio)$/.test(spanish) ? '(list)' : `${english}: ${spanish}`,
    )
    .sort()
const paint = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Open a page, and keep all that its console and its errors say. */
async function opened(open: (html: string) => Promise<Page>, html: string) {
  const said: string[] = []
  const listen = (page: Page) => {
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
  }
  chromium.context.once('page', listen)
  return { page: await open(html), said }
}

describe('a form that a server has made', () => {
  it.each(CASES)('loses nothing when $name', async ({ library, stage, delay }) => {
    const html = await latePage(library, stage, delay)
    const sides = [await opened(chromium.openElsewhere, html), await opened(chromium.open, html)] as const
    const [plain, ours] = sides
    await whenAnnotated(ours.page)
    const before = await notesOf(ours.page)
    for (const { page } of sides) {
      await fillIn(page)
      await page.waitForFunction(() => window.taken, null, { timeout: 8000 })
      await paint(page)
    }
    if (delay > 0) expect(await ours.page.evaluate(() => window.noted)).toBe(true)
    expect(await chosen(ours.page)).toEqual(await chosen(plain.page))
    expect(difference(await treeOf(ours.page), await treeOf(plain.page))).toBeNull()
    expect(before.length).toBeGreaterThan(4)
    expect(await notesOf(ours.page)).toEqual(before)

    // It works on, with notes for what comes.
    const button = '#reorder, button.header, .branch'
    for (const { page } of sides) {
      if ((await page.locator(button).count()) > 0) await page.locator(button).first().click()
      await paint(page)
    }
    expect(difference(await treeOf(ours.page), await treeOf(plain.page))).toBeNull()
    expect(ours.said).toEqual(plain.said)
    expect(ours.said.filter((line) => /hydrat|mismatch|#4\d\d|did not match/i.test(line))).toEqual([])
    for (const { page } of sides) await page.close()
  })
})
