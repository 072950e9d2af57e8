import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { form as spanish } from '../locales/es.json'
import { ADDRESS, type Chromium, startChromium } from './support/extension'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let chromium: Chromium
let popup: Page

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())
beforeEach(async () => {
  popup = await chromium.context.newPage()
  await popup.setViewportSize({ width: 370, height: 640 })
  await popup.goto(`${chromium.origin}/popup/popup.html`)
  await expect.poll(() => box().getAttribute('placeholder')).toContain('Ej.:')
})
afterEach(() => popup.close())

const box = () => popup.getByRole('searchbox', { name: 'Cuéntanos tu problema' })
const labels = () => popup.locator('.topic h4').allTextContents()
const status = () => popup.locator('#finder-status').textContent()

describe('the search box', () => {
  it('shows the topic, its way in English and why, as one types', async () => {
    await box().pressSequentially('aiuda no abre mi tienda')
    const best = popup.locator('.topic.best')
    await expect.poll(() => best.locator('h4').textContent()).toBe(spanish['topic.website'].label)
    expect(await best.locator('.way').textContent()).toBe('Tech Support › Website Issues')
    expect(await best.locator('.way').getAttribute('lang')).toBe('en')
    expect(await best.locator('.why').textContent()).toContain('no abre')
    expect(await status()).toContain(spanish['topic.website'].label)
  })

  it('asks when too little was said, and takes the answer by keyboard', async () => {
    await box().fill('correo')
    await expect.poll(status).toBe('¿No llegan, no salen, o quieres crear una cuenta?')
    await popup.keyboard.press('Tab')
    await popup.keyboard.press('Enter')
    expect(await box().inputValue()).toBe('No me llegan correos')
    expect((await labels())[0]).toBe(spanish['topic.mail-issues'].label)
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('problem')
  })

  it('says so when it did not understand, and is empty again when the box is', async () => {
    await box().fill('zzyzx qwrtplk')
    await expect.poll(status).toContain('Todavía no entendemos tu problema.')
    await box().fill('')
    await expect.poll(status).toBe('')
    expect(await labels()).toEqual([])
  })

  it('says so of a short word, too, once the customer has stopped typing', async () => {
    await box().fill('asdf')
    expect(await status()).toBe('')
    await expect.poll(status).toContain('Todavía no entendemos tu problema.')
  })

  it('says that what the guide does not use is not used', async () => {
    await box().fill('mi vps esta caido')
    await expect
      .poll(status)
      .toContain('buscas «Dedicados y VPS»: en el formulario es «Dedi/VPS». Esta guía no explica esa opción.')
  })

  it('shows the way to the topic when it is asked to', async () => {
    await box().fill('los mail me rebotan')
    const button = popup.locator('.topic.best').getByRole('button', { name: 'Mostrar en el formulario' })
    await button.click()
    await expect.poll(() => popup.locator('#topic-title').textContent()).toContain(spanish['topic.mail-issues'].label)
    // There is no form to point at: what was remembered is brought into sight, with what opens the form.
    await expect.poll(() => popup.evaluate(() => document.activeElement?.id)).toBe('topic-open')
    expect(await popup.locator('#topic').textContent()).toContain('Te lo mostraremos en cuanto abras el formulario.')
    expect(await popup.locator('#topic-open').getAttribute('href')).toBe(ADDRESS)
    expect(await popup.locator('#topic-show').isVisible()).toBe(false)
  })

  it('shows markup that is typed as nothing but text, and keeps nothing of what was typed', async () => {
    await box().fill('<img src=x onerror=alert(1)> no llegan mis correos')
    await expect.poll(async () => (await labels())[0]).toBe(spanish['topic.mail-issues'].label)
    expect(await popup.locator('#finder img').count()).toBe(0)
    const stored = await popup.evaluate(async () => {
      const { chrome } = globalThis as never as {
        chrome: { storage: Record<'local' | 'session' | 'sync', { get(): Promise<unknown> }> }
      }
      const { local, session, sync } = chrome.storage
      return JSON.stringify([
        await local.get(),
        await session.get(),
        await sync.get(),
        { ...localStorage },
        location.href,
      ])
    })
    expect(stored).not.toContain('correos')
    await popup.reload()
    expect(await box().inputValue()).toBe('')
  })

  it.each([
    ['light', 370, 'none', 'me cobraron dos veces'],
    ['dark', 320, 'none', 'correo'],
    ['dark', 370, 'active', 'me cobraron dos veces'],
    ['light', 320, 'none', 'zzyzx qwrtplk'],
  ] as const)(
    'has nothing that axe finds (%s, %d px, forced colours %s, «%s»), fits, and can be hit',
    async (colorScheme, width, forcedColors, text) => {
      await popup.setViewportSize({ width, height: 640 })
      await popup.emulateMedia({ colorScheme, forcedColors })
      await box().fill(text)
      await expect.poll(status).not.toBe('')
      // Colours are measured once they are painted: what the browser was told of them, and two frames later.
      await popup.waitForFunction(
        (active) => matchMedia('(forced-colors: active)').matches === active,
        forcedColors === 'active',
      )
      await popup.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      await popup.evaluate(axe)
      const violations = await popup.evaluate(async () => {
        const { run } = (
          globalThis as never as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
        ).axe
        return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)
      })
      expect(violations).toEqual([])
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const heights = await popup
        .locator('#finder :is(button, input)')
        .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height))
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
    },
  )
})

describe('what runs in the form’s page', () => {
  it('holds none of the words that customers type', () => {
    const script = readFileSync('dist/chrome/content.js', 'utf8')
    expect(script).not.toContain('aiuda')
    expect(script).not.toContain('hospedaje')
    expect(script).not.toContain('Escríbelo con tus palabras')
    expect(readFileSync('dist/chrome/popup/finder.js', 'utf8')).toContain('hospedaje')
  })
})
