import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, type Markup, pageWith, STAGES, type Stage } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'
import { UNRELATED } from './support/pages'

let withUs: Chromium
let without: Chromium

beforeAll(async () => {
  withUs = await startChromium('dist/chrome')
  without = await startChromium(null)
})
afterAll(async () => {
  await withUs.close()
  await without.close()
})

/** Fill in a stage as a customer would and send it; answers what the server got and what the form held. */
async function sendStage(chromium: Chromium, markup: Markup, stage: Stage): Promise<readonly unknown[]> {
  const page = await chromium.open(pageWith(markup.body(stage)))
  if (chromium.origin) await whenAnnotated(page)
  for (const [index, field] of (
    await page.locator('body input:not([type=radio]):not([type=submit]):not([type=hidden])').all()
  ).entries()) {
    await field.fill(`secreto ñ ${index}`)
  }
  for (const select of await page.locator('body select').all()) {
    const texts = await select.locator('option').allTextContents()
    await select.selectOption({ index: Math.min(texts.length - 1, 3) })
  }
  for (const choice of ['input[type=radio]', '[role=radio]', '.topic']) {
    const found = page.locator(choice)
    if ((await found.count()) > 0) await found.nth(1).click()
  }
  const data = await page.evaluate(() =>
    [...document.forms].map((form) => [...new FormData(form)].map(([name, value]) => [name, String(value)])),
  )
  const before = chromium.sent.length
  const button = page.locator('form button, form input[type=submit]').first()
  if ((await button.count()) > 0) {
    await button.click()
    await page.waitForLoadState()
  }
  const texts = await page.locator('body').evaluate((body) => body.textContent)
  await page.close()
  return [data, chromium.sent.slice(before), texts]
}

describe.each(MARKUPS)('on $name', (markup) => {
  it.each(STAGES)('what is sent from the stage %s is the same with and without the guide', async (stage) => {
    const sentWithout = await sendStage(without, markup, stage)
    expect(await sendStage(withUs, markup, stage)).toEqual(sentWithout)
  })

  it.each(STAGES)(
    'switching off leaves the stage %s byte for byte as it was, and on again brings the same notes',
    async (stage) => {
      const original = await (await without.open(pageWith(markup.body(stage)))).content()
      const page = await withUs.open(pageWith(markup.body(stage)))
      await whenAnnotated(page)
      const notes = await readNotes(page)
      expect(await page.content()).not.toBe(original)
      await withUs.set({ enabled: false })
      await page.waitForFunction(() => !document.querySelector('guia-capa, [aria-description]'), null, {
        polling: 20,
      })
      expect(await page.content()).toBe(original)
      await withUs.set({ enabled: true })
      await whenAnnotated(page)
      expect(await readNotes(page)).toEqual(notes)
      await page.close()
    },
  )
})

describe('pages that are not the form', () => {
  it.each(UNRELATED)('leave %s alone', async (_name, html) => {
    const original = await (await without.open(html)).content()
    const page = await withUs.open(html)
    // The guide says on the connection that the popup uses whether it has looked at the page, and what it saw.
    await page.bringToFront()
    await expect.poll(() => withUs.statusInFront()).toMatchObject({ form: false })
    expect(await page.content()).toBe(original)
    expect(await readNotes(page)).toEqual([])
    await page.close()
  })
})
