import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ABREAST } from './support/abreast'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith, STAGES } from './support/forms'
import { whenAnnotated } from './support/notes'
import { PATTERNS } from './support/patterns'
import { difference, treeOf } from './support/tree'

// The kits have the same looked for in each of their views.
let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())

/** What a page goes through, in the page. Each is done with the guide and without. */
const STATES: ReadonlyArray<readonly [string, () => void]> = [
  [
    'with everything filled in',
    () => {
      for (const input of document.querySelectorAll<HTMLInputElement>('input:not([type]), [type=password]')) {
        input.focus()
        input.value = 'Ana'
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
    },
  ],
  [
    'with the last of each list chosen',
    () => {
      for (const list of document.querySelectorAll('select')) {
        list.selectedIndex = list.options.length - 1
        list.dispatchEvent(new Event('change', { bubbles: true }))
      }
      for (const radio of document.querySelectorAll<HTMLInputElement>('[type=radio]')) radio.click()
    },
  ],
  [
    'with every other row made anew',
    () => {
      for (const row of [...document.querySelectorAll('label, li, [role=option], option')].filter((_, at) => at % 2))
        if (!row.querySelector('label, li, option')) row.replaceWith(row.cloneNode(true))
    },
  ],
]

const paint = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Open a page with the guide and without it, and look in each state for what differs. */
async function differences(body: string, act?: string): Promise<readonly string[]> {
  const ours = await chromium.open(pageWith(body))
  const plain = await chromium.openElsewhere(pageWith(body))
  const found: string[] = []
  const compare = async (state: string) => {
    for (const page of [plain, ours]) {
      await page.bringToFront()
      await paint(page)
    }
    const one = difference(await treeOf(ours), await treeOf(plain))
    if (one) found.push(`${state}: ${one}`)
  }
  await ours.bringToFront()
  await whenAnnotated(ours)
  await compare('at rest')
  if (act) for (const page of [ours, plain]) await page.evaluate(act)
  if (act) await compare('after what is done there')
  for (const [name, change] of STATES) {
    for (const page of [ours, plain]) await page.evaluate(change)
    await compare(name)
  }
  for (const page of [ours, plain]) await page.close()
  return found
}

describe('every node of the page stays as it is, whatever notes there are,', () => {
  const stages = MARKUPS.flatMap((markup) => STAGES.map((stage) => ({ name: markup.name, stage, markup })))
  it.each(stages)('in the form made of $name, at the stage $stage', async ({ markup, stage }) => {
    expect(await differences(markup.body(stage))).toEqual([])
  })

  it.each(PATTERNS)('in $name', async ({ body, act }) => {
    expect(await differences(`<main>${body}</main>`, act)).toEqual([])
  })

  it.each(ABREAST)('with choices abreast: $name', async ({ body, stage }) => {
    expect(await differences(body(stage))).toEqual([])
  })
})
