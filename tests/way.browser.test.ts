import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { painted, readMark, readPanel } from './support/companion'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith, type Stage } from './support/forms'
import { kitPage } from './support/kit-page'
import { KITS, type Kit } from './support/kits'
import { readNotes, whenAnnotated } from './support/notes'

let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())
beforeEach(async () => {
  await chromium.set({ enabled: true, companion: true })
  await chromium.remember({ placement: { open: true }, ticks: {}, topic: null })
})
afterEach(async () => {
  for (const page of chromium.context.pages().slice(1)) await page.close()
})

async function openForm(stage: Stage, markup: number): Promise<Page> {
  const page = await chromium.open(pageWith(MARKUPS[markup]?.body(stage) ?? ''))
  await whenAnnotated(page)
  return page
}

/** Choose a topic to be shown, and press the popup's button for it. */
async function showFromPopup(topic: string): Promise<Page> {
  await chromium.remember({ topic })
  const popup = await chromium.context.newPage()
  await popup.setViewportSize({ width: 370, height: 640 })
  await popup.goto(`${chromium.origin}/popup/popup.html`)
  await popup.getByRole('button', { name: 'Mostrar en el formulario' }).click()
  return popup
}

const now = (page: Page) => page.locator('guia-pasos .now').textContent()
const stops = (page: Page) => page.locator('guia-pasos .stops li').allTextContents()

describe('the way to a topic', () => {
  it('goes through two lists, department first, and ends when the topic is chosen', async () => {
    const page = await openForm('topic', 1)
    await showFromPopup('topic.dns-management')
    await expect
      .poll(() => now(page))
      .toBe('Abre la lista «Department» y elige «Domain — Dominios». Lleva la marca «Por aquí».')
    await expect.poll(() => readMark(page)).toEqual({ around: 'd', pointed: true })
    expect(await stops(page)).toEqual(['Domain — Dominios: ahora', 'DNS Management — Cambiar los DNS: falta'])
    await page.selectOption('#d', 'Email')
    await expect
      .poll(() => now(page))
      .toBe('Abre la lista «Department» y elige «Domain — Dominios». Lleva la marca «Por aquí».')
    await page.selectOption('#d', 'Domain')
    await expect
      .poll(() => now(page))
      .toBe('Abre la lista «Topic» y elige «DNS Management — Cambiar los DNS». Lleva la marca «Tu tema».')
    await expect.poll(() => readMark(page)).toEqual({ around: 't', pointed: true })
    expect((await readPanel(page))?.line).toBe('Paso 4 de 4: elige «DNS Management»')
    await page.selectOption('#t', 'DNS Management')
    await expect
      .poll(() => now(page))
      .toContain('¡Listo! Ya elegiste «DNS Management — Cambiar los DNS». Si abajo hay un botón, púlsalo para enviar')
    await expect.poll(() => readMark(page)).toBe(null)
  })

  it('names the group in a list that has all topics', async () => {
    const page = await openForm('topic', 0)
    await showFromPopup('topic.ssl')
    await expect
      .poll(() => now(page))
      .toBe(
        'Abre la lista marcada y, en el grupo «Tech Support», elige «SSL — Certificado SSL». Lleva la marca «Tu tema».',
      )
    await expect.poll(() => readMark(page)).toEqual({ around: 't', pointed: true })
    expect(await stops(page)).toEqual(['Tech Support — Soporte técnico: ahora', 'SSL — Certificado SSL: ahora'])
  })

  it('is marked in the words of a list that the browser draws, until the topic is not wanted any more', async () => {
    const page = await openForm('topic', 0)
    const marked = () =>
      page
        .locator('option, optgroup')
        .evaluateAll((all) =>
          all.map((one) => (one as HTMLOptionElement).label).filter((label) => /Tu tema|Por aquí/.test(label)),
        )
    const before = await page.locator('form').evaluate((form) => form.innerHTML)
    await showFromPopup('topic.ssl')
    const labels = ['Tech Support — Soporte técnico · Por aquí', 'SSL — Certificado SSL · Tu tema']
    await expect.poll(marked).toEqual(labels)
    await page.selectOption('#t', 'SSL')
    expect(await page.evaluate(() => new FormData(document.forms[0]).get('topic'))).toBe('SSL')
    expect(await marked()).toEqual(labels)
    await chromium.remember({ topic: null })
    await expect.poll(marked).toEqual([])
    expect(await page.locator('form').evaluate((form) => form.innerHTML)).toBe(before)
  })

  it.each([
    ['details', ['.current']],
    ['topic', ['.way']],
  ] as const)('sets off one thing in the companion, the one that is to be done at the stage %s', async (stage, one) => {
    await chromium.remember({ topic: 'topic.ssl' })
    const page = await openForm(stage, 0)
    await page.setViewportSize({ width: 1300, height: 900 })
    await expect.poll(async () => (await readPanel(page))?.form).toBe('open')
    const isSetOff = (part: string) =>
      page
        .locator(`guia-pasos ${part}`)
        .evaluate((element) => !/, 0\)$/.test(getComputedStyle(element).backgroundColor))
    await page.locator('guia-pasos .way').waitFor()
    const parts = ['.way', '.current']
    const setOff = async () => (await Promise.all(parts.map(isSetOff))).flatMap((is, at) => (is ? parts[at] : []))
    await expect.poll(setOff).toEqual(one)
  })

  it('is what the note beside a list says once it is chosen there, and what is not used is said as everywhere', async () => {
    const page = await openForm('topic', 0)
    const note = async () => (await readNotes(page)).find(({ english }) => english === 'Select a topic')?.spanish
    await showFromPopup('topic.ssl')
    await page.selectOption('#t', 'SSL')
    await expect.poll(note).toMatch(/^Elegido: Certificado SSL · Tu tema/)
    await page.selectOption('#t', 'Design')
    await expect.poll(note).toMatch(/^Elegido: Diseño · No se usa/)
    await page.selectOption('#t', 'Spam')
    await expect.poll(note).toMatch(/^Elegido: Correo no deseado(?! ·)/)
  })

  it('is marked around what a kit draws as the list, and not around the bare input in it', async () => {
    const page = await chromium.open(await kitPage(KITS[0] as Kit, 'topic'))
    await whenAnnotated(page)
    await showFromPopup('topic.ssl')
    const drawn = await page.locator('#topic-field [class*=control]').boundingBox()
    // A frame around it, or where that would cross a note a bar along its side.
    const mark = async () => {
      const box = await page.locator('guia-pasos .mark').boundingBox()
      return box && drawn ? { before: drawn.x - box.x, taller: Math.abs(box.height - drawn.height) } : null
    }
    await expect.poll(async () => (await mark())?.before).toBeGreaterThan(0)
    expect((await mark())?.before).toBeLessThan(9)
    expect((await mark())?.taller).toBeLessThan(9)
  })

  it('is marked in the notes of rows too', async () => {
    const page = await openForm('topic', 2)
    await showFromPopup('topic.database')
    const marked = async () => (await readNotes(page)).filter(({ spanish }) => /Tu tema|Por aquí/.test(spanish))
    await expect
      .poll(async () => (await marked()).map(({ english, spanish }) => [english, spanish]))
      .toEqual([
        ['Tech Support', 'Soporte técnico · Por aquí'],
        ['Database Issues', 'Bases de datos · Tu tema'],
      ])
  })

  it('scrolls to a radio far down the page, and neither chooses nor focuses it', async () => {
    const page = await openForm('topic', 2)
    await page.setViewportSize({ width: 1000, height: 500 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await showFromPopup('topic.database')
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200)
    await expect.poll(() => readMark(page)).toEqual({ around: 'Database Issues', pointed: true })
    expect(await page.locator('form input:checked').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
    await page.locator('input[value="Database Issues"]').check()
    await expect
      .poll(() => now(page))
      .toContain('¡Listo! Ya elegiste «Database Issues — Bases de datos». Si abajo hay un botón, púlsalo para enviar')
  })

  it('opens a closed department first', async () => {
    const page = await openForm('topic', 3)
    await page.locator('.header').evaluateAll((headers) => {
      for (const header of headers) (header as HTMLElement).click()
    })
    await showFromPopup('topic.spam')
    await expect.poll(() => now(page)).toBe('Elige «Email — Correo electrónico».')
    await expect.poll(() => readMark(page)).toEqual({ around: 'Email', pointed: true })
    await page.locator('.header', { hasText: 'Email' }).click()
    await expect.poll(() => now(page)).toBe('Elige «Spam — Correo no deseado».')
    await expect.poll(() => readMark(page)).toEqual({ around: 'Spam', pointed: true })
  })

  it('says at an earlier stage which topic it will be and what comes first', async () => {
    const page = await openForm('details', 0)
    await showFromPopup('topic.make-payment')
    await expect.poll(() => now(page)).toBe('Lo elegirás en el último paso. Primero: «Escribe tus datos».')
    await expect.poll(async () => (await readPanel(page))?.form).toBe('open')
    expect(await page.locator('guia-pasos .title').textContent()).toBe('Tu tema: Pagos')
    expect(await page.locator('guia-pasos .items li').allTextContents()).toContain(
      'El número de la factura, si lo tienes.',
    )
    await expect.poll(() => readMark(page)).toEqual({ around: 'n', pointed: false })
  })

  it('is not spoken of any more once nothing is left to be done', async () => {
    await chromium.remember({
      topic: 'topic.ssl',
      ticks: { customer: true, details: true, package: true, topic: true },
    })
    const page = await openForm('details', 0)
    await expect
      .poll(async () => (await readPanel(page))?.line)
      .toBe('¡Listo! Si abajo hay un botón, púlsalo para enviar')
    expect(await page.locator('guia-pasos .way').isVisible()).toBe(false)
  })

  it('says so when the topic is not on the page', async () => {
    const page = await openForm('topic', 2)
    await page.evaluate(() => {
      for (const label of document.querySelectorAll('label')) if (label.textContent?.includes('SSL')) label.remove()
    })
    await showFromPopup('topic.ssl')
    await expect
      .poll(() => now(page))
      .toBe(
        'No vemos «SSL — Certificado SSL» en esta página. Si no aparece, elige lo que más se parezca a tu problema.',
      )
  })

  it('is marked without the panel where the companion was closed', async () => {
    await chromium.set({ companion: false })
    const page = await openForm('topic', 2)
    await showFromPopup('topic.malware')
    await expect.poll(() => readMark(page)).toEqual({ around: 'Malware/Security', pointed: true })
    expect(await readPanel(page)).toBe(null)
    // The popup's request may come after the page has seen what the popup has stored.
    const forgotten = async () => {
      await chromium.remember({ topic: null })
      return page.locator('guia-pasos').count()
    }
    await expect.poll(forgotten).toBe(0)
  })

  it('is not done while another topic is chosen, neither in the companion nor in the popup', async () => {
    const page = await openForm('topic', 0)
    const popup = await showFromPopup('topic.ssl')
    await page.selectOption('#t', 'Spam')
    const parts = () => popup.locator('.step[aria-current] .parts li').allTextContents()
    await expect.poll(parts).toEqual(['Departamento: falta', 'Tema: falta'])
    await expect.poll(async () => (await readPanel(page))?.line).toBe('Paso 4 de 4: elige «SSL»')
    expect(await page.locator('guia-pasos .bar .done').count()).toBe(3)
    await page.selectOption('#t', 'Website Issues')
    await expect.poll(parts).toEqual(['Departamento: ya está', 'Tema: falta'])
    await page.selectOption('#t', 'SSL')
    await expect
      .poll(() => popup.locator('#place-title').textContent())
      .toBe('¡Listo! Si el formulario tiene un botón abajo, púlsalo para enviar')
    await expect.poll(() => page.locator('guia-pasos .bar .done').count()).toBe(4)
    await page.selectOption('#t', 'Spam')
    await page.getByRole('button', { name: 'Quitar tema' }).click()
    await expect.poll(() => page.locator('guia-pasos .bar .done').count()).toBe(4)
  })

  it('is not done while another of the plain buttons was pressed after it', async () => {
    const topics = [
      'DNS Assistance',
      'Send/Receive Mail Issues',
      'Spam',
      'Billing Questions/Account Manager',
      'cPanel',
      'SSL',
    ]
    const buttons = topics.map((topic) => `<button type="button">${topic}</button>`).join('<br>')
    const page = await chromium.open(pageWith(`<form><p>Select a topic</p>${buttons}<p><button>Start</button></form>`))
    await whenAnnotated(page)
    await showFromPopup('topic.ssl')
    await page.locator('form button', { hasText: 'SSL' }).click()
    await expect.poll(() => page.locator('guia-pasos .bar .done').count()).toBe(4)
    await page.locator('form button', { hasText: 'Spam' }).click()
    await expect.poll(async () => (await readPanel(page))?.line).toBe('Paso 4 de 4: elige «SSL»')
    expect(await page.locator('guia-pasos .bar .done').count()).toBe(3)
    await page.locator('form button', { hasText: 'SSL' }).click()
    await expect.poll(() => now(page)).toContain('¡Listo! Ya elegiste «SSL — Certificado SSL».')
  })

  it('is forgotten from the companion as well as from the popup', async () => {
    const page = await openForm('topic', 0)
    const popup = await showFromPopup('topic.ssl')
    await expect.poll(() => popup.locator('#topic').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Quitar tema' }).click()
    await expect.poll(() => popup.locator('#topic').isVisible()).toBe(false)
    expect(await page.locator('guia-pasos .way').isVisible()).toBe(false)
  })

  it.each([
    ['a topic that does not exist', { type: 'show', topic: 'topic.nothing' }],
    ['no request', { type: 'press', topic: 'topic.ssl' }],
    ['a text', 'show'],
    ['nothing', null],
  ])('ignores a message with %s', async (_what, message) => {
    const page = await openForm('topic', 0)
    await page.bringToFront()
    await chromium.tell(message)
    await painted(page)
    expect(await page.locator('guia-pasos .way').isVisible()).toBe(false)
    expect(await chromium.stored('local')).toMatchObject({ topic: null })
  })
})
