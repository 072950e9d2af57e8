import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../scripts/picture.mjs'
import { ABREAST, type Abreast } from './support/abreast'
import { type Chromium, startChromium } from './support/extension'
import { pageWith } from './support/forms'
import { type Seen, shift } from './support/kit-measure'
import { whenStill } from './support/kit-run'
import { whenAnnotated } from './support/notes'
import { type PaintedBox, readPainted } from './support/painted'
import { DEPARTMENTS } from './support/words'

const PICTURES = process.env.PICTURES
const WINDOWS = [
  [1100, 900],
  [500, 375],
  [320, 640],
] as const

/** Do two boxes share more than an edge? */
const meet = (a: PaintedBox, b: PaintedBox) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1

let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
  if (PICTURES) await mkdir(PICTURES, { recursive: true })
})
afterAll(() => chromium.close())

/** Look at all of a page, most of a window's height at a time. */
async function lookAlong(page: Page, { name, stage }: Abreast): Promise<readonly Seen[]> {
  const views: Seen[] = []
  for (let step = 0; step < 24; step++) {
    views.push(await whenStill(page, stage))
    const { width } = page.viewportSize() ?? { width: 0 }
    if (PICTURES) await picture(page, { path: `${PICTURES}/${`${name} ${width} ${step}`.replace(/\W+/g, '-')}.png` })
    const isEnd = await page.evaluate(() => {
      const before = scrollY
      scrollBy({ top: innerHeight * 0.6, behavior: 'instant' })
      return scrollY === before
    })
    if (isEnd) break
  }
  return views
}

describe.each(ABREAST)('$name', (markup) => {
  it.each(WINDOWS)(
    'have each their own note, whole and covering nothing, in a window of %d by %d',
    async (width, height) => {
      const page = await chromium.open(pageWith(markup.body(markup.stage)))
      await page.setViewportSize({ width, height })
      await page.waitForFunction(() => document.querySelector('guia-capa'))
      const views = await lookAlong(page, markup)
      const said = new Set(views.flatMap((view) => view.said))
      const never = views.flatMap(({ unsaid }) => unsaid).filter((words) => !said.has(words))
      const wrong = views.flatMap(({ faults }) => faults).filter((fault) => !fault.startsWith('without: '))
      expect([...wrong, ...never]).toEqual([])
      await page.close()
    },
  )

  it(`moves nothing of the page by more than ${markup.moved} pixels`, async () => {
    const views: Seen[] = []
    for (const open of [chromium.openElsewhere, chromium.open]) {
      const page = await open(pageWith(markup.body(markup.stage)))
      await page.setViewportSize({ width: 1100, height: 900 })
      views.push(await whenStill(page, markup.stage))
      await page.close()
    }
    const [plain, ours] = views as [Seen, Seen]
    expect(ours.right).toBeGreaterThan(0)
    expect(shift(ours, plain)[0]).toBeLessThanOrEqual(markup.moved)
  })
})

it('a note that has a line of its own in a narrow row lies on none of the words above it', async () => {
  const rows = DEPARTMENTS.map(
    ([name, , list]) =>
      `<li role="presentation">${name}</li>${list.map(([topic]) => `<li role="option">${topic}</li>`).join('')}`,
  )
  const page = await chromium.open(
    pageWith(`<ul role="listbox" style="width: 170px; font-size: 14px; line-height: 1.1">${rows.join('')}</ul>`),
  )
  const look = async () => {
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('li')].map((row) => {
        const range = document.createRange()
        range.selectNodeContents(row)
        const { left, right, top, bottom } = [...range.getClientRects()].at(-1) as DOMRect
        return { left, right, top, bottom }
      }),
    )
    const boxes = (await readPainted(page)).flatMap(({ box, isHeard }) => (box && !isHeard ? [box] : []))
    const under = boxes.filter(({ top, bottom }) => lines.some((line) => top >= line.top && bottom > line.bottom + 9))
    const lying = boxes.filter((box) => lines.some((line) => meet(box, line)))
    return { notes: boxes.length, under: under.length, lying: lying.length }
  }
  await whenAnnotated(page)
  await expect.poll(look).toMatchObject({ lying: 0 })
  expect((await look()).under).toBeGreaterThan(5)
  // The row gets another width, and the notes are measured anew.
  await page.evaluate(() => document.querySelector('ul')?.style.setProperty('width', '180px'))
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await look()).toMatchObject({ lying: 0 })
  await page.close()
})
