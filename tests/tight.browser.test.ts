import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../scripts/picture.mjs'
import { startChromium } from './support/extension'
import { startFirefox } from './support/firefox'
import type { FirefoxPage } from './support/firefox-page'
import { type Seen, shift } from './support/kit-measure'
import { whenStill } from './support/kit-run'
import { type AnyPage, whenAnnotated } from './support/notes'
import { TIGHT, type Tight } from './support/tight'

const PICTURES = process.env.PICTURES
const WIDTHS = [320, 360, 390, 500, 1000]

/** How far, in pixels, anything of the page may be moved. */
const MOVED = 40

const HEAD = ['page', 'width', 'painted', 'seen', 'clipped', 'covering', 'covered', 'numbered', 'moved']

function table(rows: ReadonlyArray<readonly (string | number)[]>): string {
  const widths = HEAD.map((name, at) => Math.max(name.length, ...rows.map((row) => String(row[at]).length)))
  return [HEAD, ...rows].map((row) => row.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join('  ')).join('\n')
}

/** A page of either browser. */
type Opened = Page | FirefoxPage

/** A browser with the guide or without it. */
interface Side {
  readonly open: (html: string, width: number) => Promise<Opened>
  readonly close: () => Promise<void>
}

/** A window so high that all of a page is seen at once. */
const HEIGHT = 900

async function chromium(folder: string | null): Promise<Side> {
  const browser = await startChromium(folder)
  await browser.welcome?.close()
  return {
    close: browser.close,
    async open(html, width) {
      const page = await browser.open(html)
      await page.setViewportSize({ width, height: HEIGHT })
      return page
    },
  }
}

async function firefox(folder: string | null): Promise<Side> {
  const browser = await startFirefox(folder)
  return {
    close: browser.close,
    async open(html, width) {
      const page = await browser.open(html)
      await page.resize(width, HEIGHT)
      return page
    },
  }
}

async function take(page: Opened, path: string): Promise<void> {
  if (typeof page.context === 'string') await (page as FirefoxPage).screenshot(path)
  else await picture(page as Page, { path })
}

describe.each([
  ['Chromium', chromium, 'dist/chrome'],
  ['Firefox', firefox, 'dist/firefox'],
] as const)('in %s, a page without room beside its fields', (browser, start, folder) => {
  let ours: Side
  let plain: Side
  const figures: (readonly (string | number)[])[] = []
  beforeAll(async () => {
    ours = await start(folder)
    plain = await start(null)
    if (PICTURES) await mkdir(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    console.log(`${browser}\n${table(figures)}`)
    await ours.close()
    await plain.close()
  })

  async function look(side: Side, { html, stage, name }: Tight, width: number): Promise<Seen> {
    const page = await side.open(html, width)
    if (side === ours) await whenAnnotated(page as AnyPage)
    const seen = await whenStill(page, stage)
    const file = `${name} ${width} ${browser}`.replace(/\W+/g, '-')
    if (PICTURES && side === ours) await take(page, `${PICTURES}/${file}.png`)
    await page.close()
    return seen
  }

  const cases = TIGHT.flatMap((tight) => WIDTHS.map((width) => ({ tight, width, name: tight.name })))
  it.each(cases)('has all its Spanish in sight, $width pixels wide: $name', async ({ tight, width }) => {
    const without = await look(plain, tight, width)
    const seen = await look(ours, tight, width)
    const [moved] = shift(seen, without)
    const { painted, right, clipped, covering, covered, numbered } = seen
    figures.push([tight.name, width, painted, right, clipped, covering, covered, numbered, moved])
    const unsure = tight.unsure?.[width] ?? []
    expect(seen.faults.filter((fault) => !unsure.includes(fault))).toEqual([])
    expect(right + numbered).toBeGreaterThanOrEqual(painted - unsure.length)
    expect(painted).toBeGreaterThan(4)
    expect(moved).toBeLessThanOrEqual(MOVED)
  })
})
