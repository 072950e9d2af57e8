import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'
import { PRESSABLE, pressIcon } from './support/popup'

const html = pageWith(MARKUPS[0]?.body('details') ?? '')
const MOVED = 'https://www.hostgator.com/help/chat'
let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome', PRESSABLE)
  await chromium.context.route(/hostgator\.com|example\.com/, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  )
})
afterAll(() => chromium.close())

const offered = `(async () => {
  while (/^$|Buscando/.test(document.querySelector('#place-title')?.textContent ?? '')) await new Promise((done) => setTimeout(done, 50))
  return !document.querySelector('#search').hidden
})()`

it('finds the form where HostGator has moved it to, when the customer asks for it on that page', async () => {
  const page = await chromium.context.newPage()
  await page.goto(MOVED)
  const popup = await pressIcon(chromium, page)
  expect(await popup.evaluate(offered)).toBe(true)
  expect(await readNotes(page)).toEqual([])
  await popup.evaluate(`document.querySelector('#search').click()`)
  await whenAnnotated(page)
  await expect
    .poll(() => popup.evaluate(`document.querySelector('#place-title').textContent`), { timeout: 5000 })
    .toBe('Formulario abierto: paso 2 de 4')

  await popup.close()
  await page.reload()
  await page.waitForLoadState()
  await expect.poll(() => chromium.statusInFront()).toBe(null)
  expect(await readNotes(page)).toEqual([])
  await page.close()
})

it.each([
  ['a page that is not of HostGator', 'https://example.com/'],
  ['a page whose name only looks like it', 'https://www.nothostgator.com/'],
  ['a page that is not encrypted', 'http://www.hostgator.com/help/chat'],
  ['a page on another port', 'https://www.hostgator.com:8443/help/chat'],
])('does not offer to search %s', async (_name, address) => {
  const page = await chromium.context.newPage()
  await page.goto(address)
  const popup = await pressIcon(chromium, page)
  expect(await popup.evaluate(offered)).toBe(false)
  await popup.close()
  await page.close()
})
