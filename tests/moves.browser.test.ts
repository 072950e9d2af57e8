import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from './support/extension'
import { startFirefox } from './support/firefox'
import { MOVES, OPENINGS } from './support/moves'
import { type AnyPage, whenAnnotated } from './support/notes'

interface Opened extends AnyPage {
  evaluate<T, A = undefined>(run: (arg: A) => T | Promise<T>, arg?: A): Promise<T>
  close(): Promise<void>
}

interface Side {
  readonly open: (html: string) => Promise<Opened>
  readonly close: () => Promise<void>
}

const BROWSERS: ReadonlyArray<readonly [string, () => Promise<Side>]> = [
  ['Chromium', async () => (await startChromium('dist/chrome')) as unknown as Side],
  ['Firefox', async () => (await startFirefox('dist/firefox')) as unknown as Side],
]

/**
 * Do something in a page; after two frames, how many notes are seen, and how far each is from the nearest field or button. The
 * frame in which it is done is not one of them.
 */
async function seenAfter(page: Opened, act: string) {
  return page.evaluate(async (code: string) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    new Function(code)()
    for (let count = 0; count < 3; count++) await frame()
    const views = [...(document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll('.pill') ?? [])]
    const boxes = views
      .filter((view) => getComputedStyle(view).visibility === 'visible')
      .map((view) => view.getBoundingClientRect())
    const texts = [...document.querySelectorAll('main label, main input, main select, main button')].map((one) =>
      one.getBoundingClientRect(),
    )
    const gaps = boxes.map((box) =>
      Math.min(
        ...texts.map((text) =>
          Math.hypot(
            Math.max(text.left - box.right, box.left - text.right, 0),
            Math.max(text.top - box.bottom, box.top - text.bottom, 0),
          ),
        ),
      ),
    )
    const covering = boxes.filter((box) =>
      [...document.querySelectorAll('main label')].some((label) => {
        const range = document.createRange()
        range.selectNodeContents(label)
        const text = range.getBoundingClientRect()
        return (
          text.left < box.right - 2 &&
          box.left < text.right - 2 &&
          text.top < box.bottom - 3 &&
          box.top < text.bottom - 3
        )
      }),
    )
    return { seen: boxes.length, farthest: Math.max(0, ...gaps), covering: covering.length }
  }, act)
}

describe.each(BROWSERS)('in %s', (_, start) => {
  let browser: Side
  beforeAll(async () => {
    browser = await start()
  })
  afterAll(() => browser.close())

  it.each(MOVES)('the notes go along within two frames, or hide: $name', async ({ html, act, leaves }) => {
    const page = await browser.open(html)
    await whenAnnotated(page)
    expect((await seenAfter(page, '')).seen).toBe(5)
    const { seen, farthest, covering } = await seenAfter(page, act)
    expect({ seen, covering }).toEqual({ seen: leaves === 'beside' ? 5 : 0, covering: 0 })
    expect(farthest).toBeLessThan(14)
    await page.close()
  })

  it.each(OPENINGS)('the notes are there within two frames: $name', async ({ html, act }) => {
    const page = await browser.open(html)
    await page.waitForFunction(() => document.readyState === 'complete', null, { polling: 50, timeout: 5000 })
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
    const { seen, farthest } = await seenAfter(page, act)
    expect(seen).toBe(5)
    expect(farthest).toBeLessThan(14)
    await page.close()
  })
})
