import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../scripts/picture.mjs'
import { type Chromium, startChromium } from './support/extension'
import { STAGES } from './support/forms'
import { type Figures, runKit } from './support/kit-run'
import { KITS } from './support/kits'

const PICTURES = process.env.PICTURES

/** A customer may see the page's own things stand this much elsewhere, in pixels, when a list is open. */
const MOVED = 24

function table(figures: readonly Figures[]): string {
  const head = [
    'kit',
    'stage',
    'painted',
    'seen',
    'doubtful',
    'clipped',
    'covering',
    'covered',
    'numbered',
    'px at rest',
    'px worst',
    'sent',
    'tree',
    'html',
    'notes',
  ]
  const rows = figures.map((one) => [
    one.kit,
    one.stage,
    one.painted,
    one.right,
    one.doubtful,
    one.clipped,
    one.covering,
    one.covered,
    one.numbered,
    one.movedAtRest,
    one.moved,
    one.sameSent ? 'same' : 'DIFFERS',
    one.sameTree ? 'same' : 'DIFFERS',
    one.sameHtml ? 'same' : 'DIFFERS',
    one.sameNotes ? 'same' : 'DIFFER',
  ])
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => String(row[at]).length)))
  return [head, ...rows].map((row) => row.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join('  ')).join('\n')
}

describe('the form made of a kit', () => {
  let chromium: Chromium
  const figures: Figures[] = []

  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
    if (PICTURES) await mkdir(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    console.log(table(figures))
    await chromium.close()
  })

  const cases = KITS.flatMap((kit) => STAGES.map((stage) => ({ kit, stage, name: kit.name })))
  it.each(cases)('$name has its Spanish at the stage $stage, and nothing is in the way', async ({ kit, stage }) => {
    const found = await runKit(chromium, kit, stage, async (page, name) => {
      if (PICTURES)
        await picture(page, {
          clip: { x: 0, y: 150, width: 900, height: 850 },
          path: `${PICTURES}/${name.replace(/\W+/g, '-')}.png`,
        })
    })
    figures.push(found)
    expect(found.faults).toEqual([])
    expect(found.errors).toEqual([])
    expect(found.painted).toBeGreaterThan(0)
    expect(found.right + found.doubtful + found.numbered).toBe(found.painted)
    expect(found.doubtful).toBeLessThanOrEqual(1)
    expect(found.moved).toBeLessThanOrEqual(MOVED)
    expect([found.sameSent, found.sameTree, found.sameHtml, found.sameNotes]).toEqual([true, true, true, true])
  })
})
