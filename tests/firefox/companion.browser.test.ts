import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { coveredControls, painted, readMark, readPanel } from '../support/companion'
import { type Firefox, startFirefox } from '../support/firefox'
import type { FirefoxPage } from '../support/firefox-page'
import { openPopup } from '../support/firefox-popup'
import { MARKUPS, pageWith, type Stage } from '../support/forms'
import { whenAnnotated } from '../support/notes'

const TOGGLE = 'guia-pasos >>> .toggle'

describe('the companion in Firefox', () => {
  let firefox: Firefox
  let pages: FirefoxPage[] = []

  beforeAll(async () => {
    firefox = await startFirefox('dist/firefox')
  })
  afterEach(async () => {
    for (const page of pages) await page.close()
    pages = []
  })
  afterAll(() => firefox.close())

  async function openForm(stage: Stage): Promise<FirefoxPage> {
    const page = await firefox.open(pageWith(MARKUPS[0]?.body(stage) ?? ''))
    pages.push(page)
    await page.resize(1000, 900)
    await whenAnnotated(page)
    await painted(page)
    return page
  }
  const lineOf = (page: FirefoxPage) => async () => (await readPanel(page))?.line
  const formOf = (page: FirefoxPage) => async () => (await readPanel(page))?.form

  it('says the step in one line, opens to the checklist at a click, and Escape closes it', async () => {
    const page = await openForm('details')
    await expect.poll(lineOf(page)).toBe('Paso 2 de 4: tus datos')
    await page.click(TOGGLE)
    await expect.poll(formOf(page)).toBe('open')
    await page.type('\uE00C')
    await expect.poll(formOf(page)).toBe('line')
  })

  it('marks what comes next, and goes on while the customer types', async () => {
    const page = await openForm('details')
    await expect.poll(() => readMark(page)).toEqual({ around: 'n', pointed: false })
    await page.click('#n')
    await page.type('Ana')
    await expect.poll(() => readMark(page)).toEqual({ around: 'u', pointed: false })
  })

  it('is never over the controls of the form, at any size', async () => {
    const page = await openForm('details')
    for (const [width, height] of [
      [1000, 900],
      [500, 375],
      [320, 480],
    ] as const) {
      await page.resize(width, height)
      await expect.poll(() => coveredControls(page)).toEqual([])
    }
  })

  it('shows the same truth as the popup, whichever of them was ticked', async () => {
    const page = await openForm('customer')
    await page.click(TOGGLE)
    await expect.poll(formOf(page)).toBe('open')
    await page.click('guia-pasos >>> #step-customer')
    await expect.poll(lineOf(page)).toBe('Paso 2 de 4: tus datos')
    const popup = await openPopup(firefox)
    pages.push(popup)
    await popup.waitForFunction(() => /paso 2 de 4/.test(document.querySelector('#place-title')?.textContent ?? ''))
  })

  it('goes for good when the customer wants it no more', async () => {
    const page = await openForm('customer')
    if ((await readPanel(page))?.form !== 'open') await page.click(TOGGLE)
    await expect.poll(formOf(page)).toBe('open')
    await page.click('guia-pasos >>> .foot .quiet')
    await expect.poll(() => readPanel(page)).toBe(null)
    const next = await openForm('details')
    expect(await readPanel(next)).toBe(null)
  })
})
