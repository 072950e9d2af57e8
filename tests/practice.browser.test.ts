import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../scripts/picture.mjs'
import { type Chromium, startChromium } from './support/extension'
import { whenAnnotated } from './support/notes'

let chromium: Chromium
let welcome: Page

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  welcome = chromium.welcome as Page
  await welcome.getByText('Te damos la bienvenida').waitFor()
})
afterAll(() => chromium.close())

const pictures = () => welcome.locator('figure img')

/** The middle of each picture as it is painted, without its corners, where the page shows. */
async function painted(): Promise<readonly string[]> {
  const shots: string[] = []
  for (const drawing of await pictures().all()) {
    await drawing.scrollIntoViewIfNeeded()
    const { x = 0, y = 0, width = 0, height = 0 } = (await drawing.boundingBox()) ?? {}
    const clip = { x: x + 10, y: y + 10, width: width - 20, height: height - 20 }
    shots.push((await picture(welcome, { clip })).toString('base64'))
  }
  return shots
}

describe('the welcome page', () => {
  it('shows in three pictures what the guide does, each with a sentence', async () => {
    const drawn = await pictures().evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
    expect(drawn).toEqual([320, 320, 320])
    const sentences = await welcome.locator('figcaption').allTextContents()
    expect(sentences.filter((text) => text.length > 20)).toHaveLength(3)
    expect(new Set(await painted()).size).toBe(3)
  })

  it('draws them for light and for dark', async () => {
    await welcome.emulateMedia({ colorScheme: 'light' })
    const light = await painted()
    await welcome.emulateMedia({ colorScheme: 'dark' })
    const dark = await painted()
    expect(dark.filter((shot) => !light.includes(shot))).toHaveLength(3)
  })

  it('says how to pin the icon, and has a form to practise with, with its notes', async () => {
    expect(await welcome.locator('main ol').textContent()).toMatch(
      /pieza de rompecabezas.*«Guía del chat de HostGator»/,
    )
    await whenAnnotated(welcome)
    const noted = await welcome.evaluate(() => {
      const inSheet = (one: Element) => document.querySelector('#sheet')?.contains(one) === true
      return [...document.querySelectorAll('[aria-description]')].map(inSheet)
    })
    expect(noted.length).toBeGreaterThan(1)
    expect(noted).not.toContain(false)
  })

  it('promises at once that nothing that is typed in the form is read, and nothing sent', async () => {
    const header = await welcome.locator('header').textContent()
    expect(header).toContain('No leemos lo que escribes en el formulario y no enviamos nada a nadie.')
  })

  it('tells customers of the Latin-American brands at once that they do not need it', async () => {
    expect(await welcome.locator('.brands summary').textContent()).toMatch(/México.*en español/)
    expect(await welcome.locator('#brands a').count()).toBe(9)
    expect(await welcome.locator('#brands a').first().getAttribute('href')).toBe('https://cliente.hostgator.mx/')
  })

  it('goes on only with the button for who has an account, and says so of the other', async () => {
    const said = welcome.getByText('Ese botón es para quien todavía no tiene cuenta en HostGator.')
    await welcome.getByRole('button', { name: 'New Customer' }).click()
    await said.waitFor()
    expect(await welcome.locator('#p-name').isVisible()).toBe(false)
    await welcome.getByRole('button', { name: 'Existing Customer' }).click()
    expect(await welcome.locator('#p-name').isVisible()).toBe(true)
    expect(await said.isVisible()).toBe(false)
    await welcome.getByRole('button', { name: 'Practicar otra vez' }).click()
  })

  it('parts the meaning from the sentence by a full stop, only where both are seen', async () => {
    await welcome.getByRole('button', { name: 'Existing Customer' }).click()
    const seen = () =>
      welcome.evaluate(() => {
        const pills = document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? []
        return [...pills].map((pill) => pill.innerText.trim()).filter(Boolean)
      })
    await expect.poll(seen).toContain('Tu nombre. Escribe tu primer nombre y tu primer apellido.')
    // The list says its meaning itself, so its note has only the sentence.
    await welcome.locator('#p-package').scrollIntoViewIfNeeded()
    await expect.poll(async () => (await seen()).some((text) => text.startsWith('«Shared» si es'))).toBe(true)
    expect((await seen()).filter((text) => /^\.|\.\.| \.|[^.!?…]\s+Escribe/.test(text))).toEqual([])
    await welcome.getByRole('button', { name: 'Practicar otra vez' }).click()
  })

  it('goes on to the chat once the practice form is sent, with nothing left to be sent again', async () => {
    const companion = welcome.locator('guia-pasos .words')
    const stage = (name: string) => welcome.locator(`[data-stage=${name}]`)
    await stage('customer').getByRole('button', { name: 'Existing Customer' }).click()
    for (const [id, text] of Object.entries({ name: 'Ana', user: 'a@example.com', pass: 'x' })) {
      await welcome.fill(`#p-${id}`, text)
    }
    await welcome.selectOption('#p-package', 'Shared')
    await stage('details').getByRole('button').click()
    await welcome.selectOption('#p-topic', 'SSL')
    await expect.poll(() => companion.textContent()).toBe('¡Listo! Si abajo hay un botón, púlsalo para enviar')
    const send = stage('topic').getByRole('button', { description: 'Este botón envía el formulario' })
    await send.click()
    await welcome.getByText('Aquí no se envió nada.').waitFor()
    await expect.poll(() => companion.count()).toBe(0)
    expect(await welcome.getByRole('link', { name: 'Preparar mi mensaje' }).isVisible()).toBe(true)
    expect(await welcome.evaluate(() => document.activeElement?.id)).toBe('chat')
    await welcome.getByRole('button', { name: 'Practicar otra vez' }).click()
    await expect.poll(() => companion.textContent()).toBe('Paso 1 de 4: di que ya eres cliente')
    expect(await welcome.getByRole('link', { name: 'Preparar mi mensaje' }).isVisible()).toBe(false)
  })

  it('fits a narrow window', async () => {
    await welcome.setViewportSize({ width: 320, height: 640 })
    expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    const wide = await pictures().evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    expect(Math.max(...wide)).toBeLessThanOrEqual(320)
  })
})
