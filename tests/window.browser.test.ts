import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../scripts/picture.mjs'
import { coveredControls, painted, readPanel } from './support/companion'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, type Markup, pageWith, STAGES, type Stage } from './support/forms'
import type { Seen } from './support/kit-measure'
import { whenStill } from './support/kit-run'
import { readNotes } from './support/notes'

const PICTURES = process.env.PICTURES
const named = (name: string) => MARKUPS.find((markup) => markup.name.startsWith(name)) as Markup
const RADIOS = named('radios')
const SELECTS = named('native')

let chromium: Chromium
let page: Page

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
  if (PICTURES) await mkdir(PICTURES, { recursive: true })
})
afterAll(() => chromium.close())
afterEach(() => page.close())

type Size = readonly [width: number, height: number]

async function open(body: string, [width, height]: Size, style = ''): Promise<void> {
  page = await chromium.open(pageWith(`<style>${style}</style>${body}`))
  await page.setViewportSize({ width, height })
  await page.waitForFunction(() => document.querySelector('[aria-description], guia-capa, [label*=" — "]'))
}

async function look(stage: Stage, name: string): Promise<Seen> {
  const seen = await whenStill(page, stage)
  if (PICTURES) await picture(page, { path: `${PICTURES}/${name.replace(/\W+/g, '-')}.png` })
  return seen
}

/** Scroll the page, or a part of it, a bit less than its height at a time, and look each time. */
async function lookAlong(stage: Stage, name: string, part = 'html'): Promise<readonly Seen[]> {
  const views: Seen[] = []
  for (let step = 0; step < 14; step++) {
    views.push(await look(stage, `${name} ${step}`))
    const isEnd = await page.locator(part).evaluate((element) => {
      const before = element.scrollTop
      element.scrollBy({ top: element.clientHeight * 0.6, behavior: 'instant' })
      return element.scrollTop === before
    })
    if (isEnd) break
    await painted(page)
  }
  return views
}

/** What is wrong in any view, and the English that has its Spanish in none of them. */
function faultsOf(views: readonly Seen[]): readonly string[] {
  const said = new Set(views.flatMap((view) => view.said))
  const wrong = views.flatMap(({ faults }) => faults).filter((fault) => !fault.startsWith('without: '))
  const never = views.flatMap(({ unsaid }) => unsaid).filter((words) => !said.has(words))
  return [...new Set([...wrong, ...never.map((words) => `never: ${words}`)])]
}

/** Windows, as the width and height of the layout in CSS pixels, which is what zooming changes. */
const WINDOWS: ReadonlyArray<readonly [string, Size, readonly Stage[]]> = [
  ['a chat window of 500 by 375', [500, 375], STAGES],
  ['a window 320 pixels wide', [320, 640], STAGES],
  ['1280 by 960 at a zoom of 200 %', [640, 480], ['details']],
  ['1280 by 1024 at a zoom of 400 %', [320, 256], ['details']],
]

describe.each(WINDOWS)('in %s', (name, size, stages) => {
  it.each(MARKUPS)('everything of the form has a note that can be read and covers nothing: $name', async (markup) => {
    for (const stage of stages) {
      await open(markup.body(stage), size)
      const views = await lookAlong(stage, `${name} ${markup.name} ${stage}`)
      expect([stage, ...faultsOf(views)]).toEqual([stage])
      if (stage !== stages.at(-1)) await page.close()
    }
  })
})

describe('where the page itself is drawn larger', () => {
  it.each(['html', 'main'])('by the style sheet of %s, the notes stand where the words do', async (part) => {
    for (const stage of ['details', 'topic'] as const) {
      await open(`<main>${RADIOS.body(stage)}</main>`, [1100, 900], `${part} { zoom: 1.75 }`)
      expect(faultsOf(await lookAlong(stage, `zoom of ${part} ${stage}`))).toEqual([])
      if (stage === 'details') await page.close()
    }
  })
})

const BOX = `main { transform: translate(30px, 12px) scale(.95); transform-origin: 0 0; width: 760px; height: 430px; overflow: auto; border: 2px solid #888; will-change: transform }
  main h2 { position: sticky; top: 0; z-index: 2; margin: 0; padding: 10px; background: #eee }`

describe('in a box that scrolls, with a head that stays', () => {
  it.each([
    [SELECTS, 'details'],
    [RADIOS, 'details'],
    [RADIOS, 'topic'],
  ] as const)('notes go with their words and stay inside: %s, %s', async (markup, stage) => {
    await open(`<main><h2>How can we help?</h2>${markup.body(stage)}</main>`, [1000, 800], BOX)
    const views = await lookAlong(stage, `box ${markup.name} ${stage}`, 'main')
    expect(faultsOf(views)).toEqual([])
    expect(views.length).toBeGreaterThan(1)
  })
})

describe('in a modal dialog', () => {
  it.each([
    [SELECTS, 'details'],
    [RADIOS, 'topic'],
  ] as const)('notes are above it, and the companion is of use or out of the way: %s, %s', async (markup, stage) => {
    await open(
      `<dialog style="width: 560px; max-height: 80vh">${markup.body(stage)}</dialog><script>document.querySelector('dialog').showModal()</script>`,
      [900, 600],
    )
    expect(faultsOf(await lookAlong(stage, `dialog ${markup.name} ${stage}`, 'dialog'))).toEqual([])
    expect(await coveredControls(page)).toEqual([])
    const panel = await readPanel(page)
    if (!panel) return
    // Its head opens and closes it; it may have been left open on the page before.
    const { left, top } = panel.box
    await page.mouse.click(left + 24, top + 20)
    await expect.poll(async () => (await readPanel(page))?.form).not.toBe(panel.form)
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true)
  })
})

describe('when the window gets another size', () => {
  it.each([
    [SELECTS, 'details'],
    [RADIOS, 'topic'],
  ] as const)('the notes follow, and come back to where they were: %s, %s', async (markup, stage) => {
    await open(markup.body(stage), [1000, 800])
    await look(stage, `resize ${stage} before`)
    const before = await readNotes(page)
    for (const size of [
      [520, 800],
      [340, 700],
      [1000, 800],
    ] as const) {
      await page.setViewportSize({ width: size[0], height: size[1] })
      const seen = await look(stage, `resize ${stage} ${size[0]}`)
      expect(faultsOf([seen]).filter((fault) => !fault.startsWith('never: '))).toEqual([])
    }
    expect(await readNotes(page)).toEqual(before)
  })
})
