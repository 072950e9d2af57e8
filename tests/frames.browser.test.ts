import type { Frame, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { asExpected, expected } from './support/expected'
import { ADDRESS, type Chromium } from './support/extension'
import { MARKUPS, type Markup, pageWith } from './support/forms'
import { type AnyPage, readNotes, whenAnnotated } from './support/notes'
import { PRESSABLE, pressIcon } from './support/popup'
import { sideBySide } from './support/side-by-side'

const markup = MARKUPS[0] as Markup
const FORM = new URL('/form', ADDRESS).href
const FRAME = 'style="width: 960px; height: 760px; border: 1px solid #999; margin: 20px"'

/** Pages that hold the form in a frame: its address, and the frame's own HTML. */
const HOLDERS: ReadonlyArray<readonly [string, string, string]> = [
  ['of the same origin', new URL('/holder', ADDRESS).href, `<iframe name="form" src="/form" ${FRAME}></iframe>`],
  [
    'of another origin of the same site',
    'https://www.hostgator.com/contact',
    `<iframe name="form" src="${FORM}" ${FRAME}></iframe>`,
  ],
]

const browsers = sideBySide(PRESSABLE)
afterEach(async () => {
  await browsers.chromium.set({ enabled: true })
})

/** Open a page with the form in a frame of it. */
async function openFrame(
  browser: Chromium,
  address: string,
  holder: string,
  form: string,
): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const serve = (url: string, html: string) =>
    browser.context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await serve(address, `<!doctype html><title>Contact</title><h1>Contact us</h1>${holder}<p>Billing and Sales</p>`)
  await serve(FORM, form)
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 1100, height: 900 })
  await page.goto(address)
  const frame = page.frame('form')
  if (!frame) throw new Error('no frame')
  await frame.waitForLoadState()
  return { page, frame }
}

/** Fill in the form of the frame and send it; answers what the server got. */
async function send(browser: Chromium, frame: Frame): Promise<readonly string[]> {
  const before = browser.sent.length
  await frame.fill('#n', 'Ana Ñ')
  await frame.fill('#u', 'ana@example.com')
  await frame.fill('#p', 'secreto')
  await frame.selectOption('#k', 'Domain')
  await frame.click('[type=submit]')
  await frame.waitForURL('**/submit')
  return browser.sent.slice(before)
}

describe.each(HOLDERS)('the form in a frame %s', (_name, address, holder) => {
  const form = pageWith(markup.body('details'))

  it('has its notes inside the frame, and none around it', async () => {
    const { page, frame } = await openFrame(browsers.chromium, address, holder, form)
    await whenAnnotated(frame as AnyPage)
    const notes = await readNotes(frame as AnyPage)
    expect(notes.map((note) => asExpected('details', note)).sort()).toEqual([...expected('details', markup)].sort())
    expect(await page.locator('guia-capa, guia-pasos').count()).toBe(0)
    await page.close()
  })

  it('is told to the popup with its right step', async () => {
    const { page, frame } = await openFrame(browsers.chromium, address, holder, form)
    await whenAnnotated(frame as AnyPage)
    const popup = await pressIcon(browsers.chromium, page)
    const title = () => popup.evaluate(`document.querySelector('#place-title').textContent`)
    await expect.poll(title).toBe('Formulario abierto: paso 2 de 4')
    await frame.fill('#n', 'Ana')
    await expect
      .poll(() => popup.evaluate(`document.querySelector('.step[aria-current] .parts').textContent`))
      .toContain('Nombre y apellido: ya está')
    // The frames without the form speak too.
    await browsers.chromium.remember({ ticks: { customer: true } })
    await expect.poll(() => popup.evaluate(`document.querySelector('#step-customer').checked`)).toBe(true)
    expect(await title()).toBe('Formulario abierto: paso 2 de 4')
    await popup.close()
    await page.close()
  })

  it('sends the same, and is what it was once the notes are off', async () => {
    const plain = await openFrame(browsers.without, address, holder, form)
    const { page, frame } = await openFrame(browsers.chromium, address, holder, form)
    await whenAnnotated(frame as AnyPage)
    const notes = await readNotes(frame as AnyPage)
    await browsers.chromium.set({ enabled: false })
    await frame.waitForFunction(() => !document.querySelector('guia-capa, [aria-description]'))
    expect(await frame.content()).toBe(await plain.frame.content())
    expect(await page.content()).toBe(await plain.page.content())
    await browsers.chromium.set({ enabled: true })
    await whenAnnotated(frame as AnyPage)
    expect(await readNotes(frame as AnyPage)).toEqual(notes)
    expect(await send(browsers.chromium, frame)).toEqual(await send(browsers.without, plain.frame))
    await page.close()
    await plain.page.close()
  })
})

describe('frames that the page writes itself', () => {
  it('have their notes too', async () => {
    const form = pageWith(markup.body('topic')).replaceAll('"', '&quot;')
    const { page, frame } = await openFrame(
      browsers.chromium,
      new URL('/holder', ADDRESS).href,
      `<iframe name="form" srcdoc="${form}" ${FRAME}></iframe>`,
      '',
    )
    await whenAnnotated(frame as AnyPage)
    expect((await readNotes(frame as AnyPage)).length).toBeGreaterThan(30)
    await page.close()
  })

  it('stay as they are where the frame is of a stranger', async () => {
    const { page, frame } = await openFrame(
      browsers.chromium,
      new URL('/holder', ADDRESS).href,
      `<iframe name="form" src="https://chat.elsewhere.example/" ${FRAME}></iframe>`,
      '',
    )
    const ours = await openFrame(
      browsers.chromium,
      new URL('/other', ADDRESS).href,
      `<iframe name="form" src="/form" ${FRAME}></iframe>`,
      pageWith(markup.body('topic')),
    )
    await whenAnnotated(ours.frame as AnyPage)
    expect(await frame.locator('guia-capa, guia-pasos').count()).toBe(0)
    await page.close()
    await ours.page.close()
  })
})
