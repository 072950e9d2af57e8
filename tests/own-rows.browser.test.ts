import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from './support/extension'
import { startFirefox } from './support/firefox'
import { type AnyPage, readDrawn, whenAnnotated } from './support/notes'
import { CASES, type Case } from './support/own-rows'

/** What both browsers' pages can do. */
interface Opened extends AnyPage {
  click(selector: string): Promise<void>
  close(): Promise<void>
}

/** A browser with the guide or without it. */
interface Side {
  readonly open: (html: string) => Promise<Opened>
  readonly sent: readonly string[]
  readonly close: () => Promise<void>
}

const BROWSERS: ReadonlyArray<readonly [string, (folder: string | null) => Promise<Side>, string]> = [
  ['Chromium', startChromium, 'dist/chrome'],
  ['Firefox', async (folder) => (await startFirefox(folder)) as unknown as Side, 'dist/firefox'],
]

/** Do what a customer does on a page. @returns what looks chosen, and what was sent. */
async function done(side: Side, { html, clicks, until, send, look }: Case, isGuided: boolean) {
  const page = await side.open(html)
  const clear = async () =>
    page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))
  if (isGuided) await whenAnnotated(page)
  const before = side.sent.length
  for (const selector of clicks) {
    await page.click(selector)
    await clear()
  }
  if (until) await page.waitForFunction(until, null, { polling: 50, timeout: 8000 })
  const looks = await page.evaluate(look)
  const rows = (await readDrawn(page)).length
  await page.click(send ?? '#go')
  await page.waitForFunction(() => document.title === 'sent', null, { polling: 50, timeout: 5000 })
  const sent = side.sent.slice(before)
  await page.close()
  return { looks, sent, rows }
}

describe.each(BROWSERS)('in %s, a page that looks at its own rows', (_, start, folder) => {
  let ours: Side
  let plain: Side
  beforeAll(async () => {
    ours = await start(folder)
    plain = await start(null)
  })
  afterAll(() => Promise.all([ours.close(), plain.close()]))

  it.each(CASES)('works and sends as without the guide: $name', async (one) => {
    const without = await done(plain, one, false)
    const { rows, ...guided } = await done(ours, one, true)
    expect(guided).toEqual({ looks: without.looks, sent: without.sent })
    expect(guided.looks).toBe(one.looks)
    expect(guided.sent.join()).toContain(one.sent)
    expect(rows).toBeGreaterThan(1)
  })
})
