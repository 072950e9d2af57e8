import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../scripts/picture.mjs'
import { type Chromium, startChromium } from './support/extension'
import { type Seen, shift } from './support/kit-measure'
import { whenStill } from './support/kit-run'
import { whenAnnotated } from './support/notes'
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

describe('a page without room beside its fields', () => {
  let chromium: Chromium
  const figures: (readonly (string | number)[])[] = []
  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
    await chromium.welcome?.close()
    if (PICTURES) await mkdir(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    console.log(table(figures))
    await chromium.close()
  })

  /** The page in a window so high that all of it is seen at once. */
  async function look({ html, stage, name }: Tight, width: number): Promise<readonly [Seen, Seen]> {
    const plain = await chromium.openElsewhere(html)
    const ours = await chromium.open(html)
    for (const page of [plain, ours]) await page.setViewportSize({ width, height: 900 })
    await plain.bringToFront()
    const without = await whenStill(plain, stage)
    await ours.bringToFront()
    await whenAnnotated(ours)
    const seen = await whenStill(ours, stage)
    if (PICTURES) await picture(ours, { path: `${PICTURES}/${`${name} ${width}`.replace(/\W+/g, '-')}.png` })
    for (const page of [plain, ours]) await page.close()
    return [seen, without]
  }

  const cases = TIGHT.flatMap((tight) => WIDTHS.map((width) => ({ tight, width, name: tight.name })))
  it.each(cases)('has all its Spanish in sight, $width pixels wide: $name', async ({ tight, width }) => {
    const [seen, without] = await look(tight, width)
    const [moved] = shift(seen, without)
    const { painted, right, clipped, covering, covered, numbered } = seen
    figures.push([tight.name, width, painted, right, clipped, covering, covered, numbered, moved])
    expect(seen.faults).toEqual([])
    expect(right + numbered).toBe(painted)
    expect(painted).toBeGreaterThan(4)
    expect(moved).toBeLessThanOrEqual(MOVED)
  })
})
