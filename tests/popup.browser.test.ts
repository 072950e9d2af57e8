import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ADDRESS, type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { whenAnnotated } from './support/notes'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const native = MARKUPS[0]

let chromium: Chromium
let popup: Page

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  // It holds a form too.
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())
beforeEach(async () => {
  await chromium.set({ enabled: true })
  await chromium.remember({ topic: null, ticks: {} })
})
afterEach(async () => {
  for (const page of chromium.context.pages().slice(1)) await page.close()
})

/** Open the popup as a tab, as mobile browsers do: it then speaks of the form tab that was used last. */
async function openPopup({ fromStore = false } = {}): Promise<Page> {
  popup = await chromium.context.newPage()
  await popup.setViewportSize({ width: 370, height: 640 })
  // The tests load the extension from a folder, which the browser tells from a store.
  if (fromStore) {
    await popup.addInitScript(() => {
      const { management } = (globalThis as never as { chrome: { management: { getSelf: unknown } } }).chrome
      management.getSelf = () => Promise.resolve({ installType: 'normal' })
    })
  }
  await popup.goto(`${chromium.origin}/popup/popup.html`)
  return popup
}

async function openForm(stage: 'customer' | 'details' | 'topic'): Promise<Page> {
  const page = await chromium.open(pageWith(native?.body(stage) ?? ''))
  await whenAnnotated(page)
  return page
}

const title = () => popup.locator('#place-title')

describe('the popup', () => {
  it('says so when no tab shows the form, and opens it', async () => {
    await openPopup()
    await expect.poll(() => title().textContent()).toBe('Aquí no está el formulario')
    expect(await popup.locator('#open').getAttribute('href')).toBe(ADDRESS)
    expect(await popup.locator('#practice').isVisible()).toBe(true)
  })

  it('asks for a permission that was taken back, and says nothing of a form that it cannot see', async () => {
    await chromium.remember({ topic: 'topic.ssl' })
    popup = await chromium.context.newPage()
    await popup.addInitScript(() => {
      const { permissions } = (globalThis as never as { chrome: { permissions: { contains: unknown } } }).chrome
      permissions.contains = () => Promise.resolve(false)
    })
    await popup.goto(`${chromium.origin}/popup/popup.html`)
    await popup.getByRole('button', { name: 'Dar permiso' }).waitFor()
    await expect.poll(() => title().textContent()).toBe('Aquí no está el formulario')
    expect(await title().isVisible()).toBe(false)
    await popup.locator('#topic').waitFor()
    expect(await popup.getByRole('link', { name: 'Abrir el formulario' }).count()).toBe(0)
    expect(await popup.locator('#topic-later').isVisible()).toBe(false)
    await chromium.remember({ topic: null })
  })

  it.each([
    ['customer', 1],
    ['details', 2],
    ['topic', 4],
  ] as const)('says at which step the stage %s is', async (stage, step) => {
    await openForm(stage)
    await openPopup()
    await expect.poll(() => title().textContent()).toBe(`Formulario abierto: paso ${step} de 4`)
    expect(await popup.locator('#bar li').count()).toBe(4)
    expect(await popup.locator('#bar .done').count()).toBe(step - 1)
  })

  it('switches the notes off and on at once, and remembers it', async () => {
    const form = await openForm('details')
    await openPopup()
    const box = popup.getByRole('switch', { name: 'Notas en español' })
    expect(await box.getAttribute('aria-checked')).toBe('true')
    await box.press('Space')
    await form.waitForFunction(() => !document.querySelector('guia-capa'), null, { polling: 20 })
    expect(await box.getAttribute('aria-checked')).toBe('false')
    await popup.reload()
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('false')
    await box.click()
    await whenAnnotated(form)
  })

  it('ticks the steps as the customer goes on, and never for a password that was only looked for', async () => {
    const form = await openForm('details')
    await openPopup()
    const step = popup.locator('#step-details')
    const parts = () => popup.locator('.step[aria-current] .parts li').allTextContents()
    await expect
      .poll(parts)
      .toEqual(['Nombre y apellido: falta', 'Correo para entrar: falta', 'Contraseña del portal: falta'])
    await form.fill('#n', 'Ana')
    await expect.poll(parts).toContain('Nombre y apellido: ya está')
    await form.fill('#u', 'ana@example.com')
    await form.fill('#u', '')
    await expect
      .poll(parts)
      .toEqual(['Nombre y apellido: ya está', 'Correo para entrar: falta', 'Contraseña del portal: falta'])
    await form.fill('#u', 'ana@example.com')
    await form.fill('#p', 'secreto')
    await expect.poll(() => step.isChecked()).toBe(true)
    await form.selectOption('#k', 'VPS')
    await expect.poll(parts).toEqual(['Servicio: falta', 'Entrar: falta'])
    await form.selectOption('#k', 'Domain')
    await expect.poll(parts).toEqual(['Servicio: ya está', 'Entrar: falta'])
  })

  it('lets the customer tick by hand, and start again', async () => {
    await openForm('customer')
    await openPopup()
    await popup.getByRole('checkbox', { name: 'Di que ya eres cliente' }).check()
    await expect.poll(() => popup.locator('#steps-progress').textContent()).toBe('1 de 4 listos')
    await popup.reload()
    await expect.poll(() => popup.locator('#steps-progress').textContent()).toBe('1 de 4 listos')
    await popup.getByRole('button', { name: 'Borrar las marcas y el tema' }).click()
    await expect.poll(() => popup.locator('#steps-progress').textContent()).toBe('0 de 4 listos')
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('step-customer')
  })

  it('says what is left to be pressed once all is done, and that the chat comes next', async () => {
    await chromium.remember({ ticks: { customer: true, details: true, package: true, topic: true } })
    await openForm('topic')
    await openPopup()
    await expect
      .poll(() => title().textContent())
      .toBe('¡Listo! Si el formulario tiene un botón abajo, púlsalo para enviar')
    expect(await popup.locator('#bar .done').count()).toBe(4)
    expect(await popup.locator('#chat').getAttribute('class')).toBe('button main')
    await popup.locator('#step-topic').uncheck()
    expect(await popup.locator('#chat').getAttribute('class')).toBe('button')
  })

  it('tells when the browser’s translator is at work on the form', async () => {
    const form = await openForm('topic')
    await form.evaluate(() => document.documentElement.classList.add('translated-ltr'))
    await openPopup()
    await expect.poll(() => popup.locator('#notice').textContent()).toContain('puede cambiar lo que se envía')
  })

  it('counts the options that nobody has reviewed', async () => {
    const form = await openForm('topic')
    await form.evaluate(() => document.querySelector('optgroup')?.append(new Option('Gift Cards')))
    await openPopup()
    await expect
      .poll(() => popup.locator('#notice').textContent())
      .toBe('Hay 1 texto del que no estamos seguros. Lleva la marca «Sin revisar».')
    expect(
      await form.evaluate(
        () => [...document.querySelectorAll('option')].find(({ text }) => text === 'Gift Cards')?.label,
      ),
    ).toBe('Gift Cards — Sin revisar')
  })

  it('offers no report where there is no store’s page to send it from', async () => {
    const form = await openForm('topic')
    await form.evaluate(() => document.querySelector('optgroup')?.append(new Option('Gift Cards')))
    await openPopup()
    await expect.poll(() => popup.locator('#notice').isVisible()).toBe(true)
    expect(await popup.locator('#report').isVisible()).toBe(false)
  })

  it('copies a report of them that holds their labels, and nothing that was typed', async () => {
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const form = await openForm('details')
    await form.fill('#n', 'Ana Secreta')
    await form.fill('#p', 'contraseña 123')
    await form.evaluate(() =>
      document.querySelector('#k')?.append(new Option('Gift Cards'), new Option('Quantum Hosting')),
    )
    await openPopup({ fromStore: true })
    const copy = popup.locator('#report')
    await copy.click()
    await expect.poll(() => copy.textContent()).toBe('Informe copiado')
    const lines = (await popup.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines[0]).toMatch(/^Guía del chat de HostGator \d+\.\d+\.\d+$/)
    expect(lines.slice(1)).toEqual(['Sin revisar:', '- Gift Cards', '- Quantum Hosting'])
    await form.evaluate(() => {
      for (const option of document.querySelectorAll('#k option:nth-last-child(-n + 2)')) option.remove()
    })
    await expect.poll(() => copy.isVisible()).toBe(false)
  })

  it('finds the practice form and goes through it with the same notes', async () => {
    const practice = await chromium.context.newPage()
    await practice.goto(`${chromium.origin}/practice/practice.html`)
    await whenAnnotated(practice)
    await openPopup()
    await expect.poll(() => title().textContent()).toBe('Formulario de práctica: paso 1 de 4')
    expect(await popup.locator('#open').isVisible()).toBe(true)
    expect(await popup.locator('#practice').isVisible()).toBe(false)
    await practice.getByRole('button', { name: 'Existing Customer' }).click()
    await expect.poll(() => title().textContent()).toBe('Formulario de práctica: paso 2 de 4')
    expect(await practice.locator('#p-package option').nth(2).getAttribute('label')).toBe('Domain — Dominio')
  })

  it.each([
    ['light', 370],
    ['dark', 370],
    ['light', 320],
  ] as const)(
    'has nothing that axe finds in the %s scheme at %d px, and nothing wider than the window',
    async (colorScheme, width) => {
      await chromium.remember({ topic: 'topic.ssl' })
      await openForm('details')
      await openPopup()
      await popup.locator('summary').click()
      await popup.setViewportSize({ width, height: 640 })
      await popup.emulateMedia({ colorScheme })
      await expect.poll(() => title().textContent()).toContain('paso 2')
      await popup.evaluate(axe)
      const violations = await popup.evaluate(async () => {
        const { run } = (globalThis as never as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe
        return (await run()).violations.map(({ id }) => id)
      })
      expect(violations).toEqual([])
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    },
  )

  it('grows with the text size that the customer has set in the browser, and is no wider for it', async () => {
    await chromium.remember({ topic: 'topic.ssl' })
    await openForm('details')
    await openPopup()
    await expect.poll(() => title().textContent()).toContain('paso 2')
    const height = () => title().evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    const before = await height()
    await popup.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await height()).toBe(before * 2)
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(370)
  })

  it('shows the topic that is wanted, with what to have at hand for it', async () => {
    await chromium.remember({ topic: 'topic.mail-issues' })
    await openPopup()
    await expect.poll(() => popup.locator('#topic h2').textContent()).toBe('Tu tema: Envío y recepción de correo')
    expect(await popup.locator('.path li').allTextContents()).toEqual(['Email', 'Send/Receive Mail Issues'])
    expect(await popup.locator('#topic .items li').allTextContents()).toEqual([
      'La cuenta de correo de la que se trata.',
      'El mensaje de error, copiado tal como aparece.',
      'El correo y la contraseña con los que entras al portal, donde ves y pagas tus servicios de HostGator.',
      'Tu PIN de seguridad, el número de 4 a 8 dígitos que tú elegiste: pueden pedírtelo.',
      '¿No recuerdas el PIN? Cámbialo antes en el portal: «My Account» (tu cuenta) → «Settings» (ajustes).',
    ])
    await popup.getByRole('button', { name: 'Quitar tema' }).click()
    await expect.poll(() => popup.locator('#topic').isVisible()).toBe(false)
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('problem')
    expect(await chromium.stored('local')).toMatchObject({ topic: null })
  })

  it('asks to turn the notes on, and offers to show no topic, while they are off', async () => {
    await chromium.set({ enabled: false })
    await chromium.remember({ topic: 'topic.ssl' })
    await chromium.open(pageWith(native?.body('topic') ?? ''))
    await openPopup()
    const later = popup.locator('#topic-later')
    await expect.poll(() => later.textContent()).toBe('Enciende las notas para verlo en el formulario.')
    expect(await popup.locator('#topic-show').isVisible()).toBe(false)
    await popup.fill('#problem', 'mi sitio tiene virus')
    await popup.locator('.topic.best').getByRole('button').click()
    await expect.poll(() => popup.evaluate(() => document.activeElement?.id)).toBe('switch')
    await popup.keyboard.press('Space')
    await expect.poll(() => popup.locator('#topic-show').isVisible()).toBe(true)
    expect(await later.isVisible()).toBe(false)
  })

  it('tells customers of the Latin-American brands about their own support, with its hours', async () => {
    await openPopup()
    await popup.locator('summary').click()
    const brands = await popup
      .locator('#brands li')
      .evaluateAll((items) => items.map((item) => [item.textContent, item.querySelector('a')?.href]))
    expect(brands).toEqual([
      ['México: de 7:00 a 20:00', 'https://cliente.hostgator.mx/'],
      ['Colombia: de 8:00 a 21:00', 'https://cliente.hostgator.co/'],
      ['Chile: de 9:00 a 22:00', 'https://cliente.hostgator.cl/'],
      ['Argentina: de 10:00 a 19:00', 'https://cliente.hostgator.ar/'],
      ['Perú: de 8:00 a 21:00', 'https://cliente.hostgator.pe/'],
      ['Ecuador: de 8:00 a 21:00', 'https://cliente.hostgator.net.ec/'],
      ['Uruguay: de 10:00 a 19:00', 'https://cliente.hostgator.uy/'],
      ['República Dominicana: de 9:00 a 18:00', 'https://cliente.hostgator.do/'],
      ['Bolivia: de 9:00 a 18:00', 'https://cliente.hostgator.bo/'],
    ])
    expect(await popup.locator('#brands-help').getAttribute('href')).toBe('https://soporte.hostgator.mx/hc/es-419')
  })

  it('has targets of at least 24 pixels, and no text cut off when it is spaced at 320 px', async () => {
    await chromium.remember({ topic: 'topic.ssl' })
    await openPopup()
    await popup.setViewportSize({ width: 320, height: 256 })
    await popup.locator('summary').click()
    const seen = await popup.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
      )
      document.adoptedStyleSheets = [sheet]
      const targets = [...document.querySelectorAll('button, label:has(input), a, summary')].filter((one) =>
        one.checkVisibility(),
      )
      const small = targets.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)
      const cut = [...document.querySelectorAll('p, h1, h2, h3, li, button, label, a')].filter(
        (one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1,
      )
      return { targets: targets.length, small, cut: cut.map((one) => one.textContent) }
    })
    expect(seen.targets).toBeGreaterThan(18)
    expect(seen).toMatchObject({ small: [], cut: [] })
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  it('is usable by keyboard alone', async () => {
    await openForm('customer')
    await openPopup()
    await expect.poll(() => title().textContent()).toContain('paso 1')
    const reached: string[] = []
    for (let press = 0; press < 6; press++) {
      await popup.keyboard.press('Tab')
      reached.push(await popup.evaluate(() => document.activeElement?.id ?? ''))
    }
    expect(reached).toEqual(['switch', 'problem', 'step-customer', 'step-details', 'step-package', 'step-topic'])
  })

  it('says so, and keeps the switch where it was, when nothing can be stored', async () => {
    await openPopup()
    await popup.evaluate(() => {
      const { storage } = (globalThis as never as { chrome: { storage: { sync: { set: unknown } } } }).chrome
      storage.sync.set = () => Promise.reject(new Error('full'))
    })
    const box = popup.getByRole('switch')
    await box.click()
    await expect
      .poll(() => popup.locator('#notice').textContent())
      .toBe('No se pudo guardar el cambio. Inténtalo otra vez.')
    expect(await box.getAttribute('aria-checked')).toBe('true')
  })
})
