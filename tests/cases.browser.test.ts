import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { cases, readingScript } from './support/reading'

const pages = await cases()
const only = process.env.CASE

declare const readPage: () => readonly string[]
declare const readChosen: () => readonly string[]

describe('a page of the form', () => {
  let chromium: Chromium
  let script = ''
  const figures: string[] = []
  beforeAll(async () => {
    chromium = await startChromium(null)
    script = await readingScript()
  })
  afterAll(async () => {
    await chromium.close()
    console.log(['places right missing wrong page', ...figures.sort()].join('\n'))
  })

  it.each(pages.filter(({ name }) => !only || name === only))('is read as a person reads it: $name', async (one) => {
    const page = await chromium.open(one.html)
    await page.setViewportSize({ width: one.width ?? 1000, height: 900 })
    if (one.act) await page.evaluate(one.act)
    await page.addScriptTag({ content: script })
    const read = await page.evaluate(() => readPage())
    for (const selector of one.clicks ?? []) {
      await page.click(selector)
      await page.evaluate(() => readPage())
    }
    const chosen = await page.evaluate(() => readChosen())
    await page.close()
    const right = one.reads.filter((line) => read.includes(line)).length
    const wrong = read.filter((line) => !one.reads.includes(line)).length
    figures.push(
      [one.reads.length, right, one.reads.length - right, wrong].map((n) => String(n).padStart(6)).join(' ') +
        `  ${one.name}`,
    )
    expect([...read].sort()).toEqual([...one.reads].sort())
    if (one.chosen) expect(chosen).toEqual(one.chosen)
  })
})
