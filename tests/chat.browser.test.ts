import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { whenAnnotated } from './support/notes'
import { PRESSABLE, pressIcon } from './support/popup'

let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome', PRESSABLE)
  await chromium.welcome?.close()
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(() => chromium.close())
afterEach(async () => {
  await chromium.remember({ topic: null })
  for (const page of chromium.context.pages().slice(1)) await page.close()
})

/** Open it. @param before runs in the page before anything of ours. */
async function openChat(topic: string | null, before?: () => void): Promise<Page> {
  await chromium.remember({ topic })
  const page = await chromium.context.newPage()
  if (before) await page.addInitScript(before)
  await page.goto(`${chromium.origin}/chat/chat.html`)
  await page.locator('body[data-ready]').waitFor()
  return page
}

const message = (page: Page) => page.locator('#message .english').textContent()
const mirror = (page: Page) => page.locator('#message .mirror').textContent()
const CLOSING =
  'I speak Spanish and I am using a translator, so I may need a moment to reply. Please use short, simple sentences.'
const SAID = [
  'Thank you for contacting HostGator, my name is Kevin. How may I assist you today?',
  'Could you please provide your security PIN?',
  'Your refund of $35.88 will take 5-7 business days.',
  'Are you still there?',
  'The cat sleeps on the warm roof.',
].join('\n')

describe('the first message', () => {
  it('is about the topic, with its mirror, and its English is copied as it is filled in', async () => {
    const page = await openChat('topic.ssl')
    expect(await message(page)).toBe(`Hello. I have a problem with the SSL certificate for my domain ____. ${CLOSING}`)
    await page.locator('#opening').getByLabel('Tu dominio').fill('mitienda.com')
    await page.locator('#opening').getByLabel('Mensaje de error, si lo hay').fill('NET::ERR_CERT_DATE_INVALID')
    expect(await mirror(page)).toMatch(
      /^Hola\. Tengo un problema con el certificado SSL de mi dominio mitienda\.com\. El mensaje de error es: NET::ERR_CERT_DATE_INVALID\. Hablo español/,
    )
    await page.bringToFront()
    await page.locator('#message').getByRole('button').click()
    await expect.poll(() => page.locator('#said').textContent()).toBe('Copiado: pégalo en el chat.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `Hello. I have a problem with the SSL certificate for my domain mitienda.com. The error message is: NET::ERR_CERT_DATE_INVALID. ${CLOSING}`,
    )
  })

  it('says what is still missing when it is copied with a gap', async () => {
    const page = await openChat('topic.ssl')
    await page.bringToFront()
    await page.locator('#message').getByRole('button').click()
    await expect.poll(() => page.locator('#said').textContent()).toMatch(/llena lo que falta: Tu dominio/)
  })

  it('is not there before a topic is chosen, so that nobody copies that of another', async () => {
    const page = await openChat(null)
    expect(await page.locator('#topic option:checked').textContent()).toBe('Elige tu tema')
    expect(await page.locator('#message .pair').isVisible()).toBe(false)
    await page.selectOption('#topic', 'topic.spam')
    expect(await message(page)).toMatch(/spam/)
  })

  it('says what is the matter where there is more than one thing it may be', async () => {
    const page = await openChat('topic.account-cancellation')
    expect(await message(page)).toMatch(/cancel only the hosting plan/)
    await page.getByLabel('Quiero cancelar solo el dominio').check()
    expect(await message(page)).toMatch(/cancel only the domain ____\. Please do not cancel anything else\./)
  })

  it('exists in both languages for every topic that the guide uses', async () => {
    const page = await openChat(null)
    const topics = await page
      .locator('#topic optgroup option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    expect(topics.length).toBe(20)
    const seen = new Set<string | null>()
    for (const topic of topics) {
      await page.selectOption('#topic', topic)
      expect(await message(page)).toMatch(/^Hello\. .+ Please use short, simple sentences\.$/)
      expect(await mirror(page)).toMatch(/^Hola\. .+ usa frases cortas y sencillas\.$/)
      seen.add(await message(page))
    }
    expect(seen.size).toBe(20)
  })

  it('takes what the customer told only when asked to, in English, and only what is chosen', async () => {
    const page = await openChat('topic.mail-issues')
    await page.locator('#told').fill('no me llegan correos')
    const before = await message(page)
    expect(before).not.toContain('receive email at')
    const offered = page.locator('#told-found input')
    await offered.first().check()
    expect(await message(page)).not.toBe(before)
    expect(await message(page)).not.toContain('llegan')
  })
})

describe('the popup’s way to it', () => {
  it('opens beside the page, and takes along what was told the finder when that was asked for', async () => {
    const form = await chromium.open(pageWith(MARKUPS[0]?.body('customer') ?? ''))
    await whenAnnotated(form)
    const popup = await pressIcon(chromium, form)
    await expect.poll(() => popup.evaluate(`document.querySelector('#switch-state')?.textContent`)).toBeTruthy()
    await popup.evaluate(`{
      const box = document.querySelector('#problem')
      box.value = 'no me llegan correos'
      box.dispatchEvent(new Event('input'))
    }`)
    await popup.evaluate(`document.querySelector('#told').click()`)
    const panel = await chromium.panel()
    await expect.poll(() => panel.evaluate(`document.querySelector('#told')?.value`)).toBe('no me llegan correos')
    expect(await panel.evaluate(`document.querySelectorAll('#told-found input:checked').length`)).toBe(0)
    expect(JSON.stringify(await chromium.stored('session'))).not.toContain('correos')
    await panel.close()
  })

  it('opens beside the page from the companion too', async () => {
    await chromium.remember({ placement: { open: true } })
    const page = await chromium.open(pageWith(MARKUPS[0]?.body('customer') ?? ''))
    await whenAnnotated(page)
    const tabs = chromium.context.pages().length
    await page.getByRole('button', { name: 'Preparar mi mensaje' }).click()
    const panel = await chromium.panel()
    await expect.poll(() => panel.evaluate(`document.body.dataset.ready`)).toBe('')
    expect(chromium.context.pages().length).toBe(tabs)
    await panel.close()
  })
})

describe('what the agent said', () => {
  it('is explained sentence by sentence, and what is not surely known is said to be unknown', async () => {
    const page = await openChat(null)
    await page.locator('#agent-text').fill(SAID)
    await expect.poll(() => page.locator('#answers > li').count()).toBe(6)
    const answers = await page.locator('#answers > li').allInnerTexts()
    expect(answers[2]).toMatch(/PIN de seguridad/)
    expect(answers[3]).toMatch(/\$35\.88[\s\S]*5-7 business days/)
    expect(answers[4]).toMatch(/Urgente/)
    expect(answers[5]).toMatch(/No sabemos con certeza/)
    expect(await page.locator('#answers .heard').first().getAttribute('lang')).toBe('en')
  })

  it('is announced once, when it rests', async () => {
    const page = await openChat(null)
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        const text = document.querySelector('#agent-summary')?.textContent
        if (text) seen.push(text)
      }).observe(document.querySelector('#agent-summary') as Element, { childList: true })
    })
    await page.locator('#agent-text').pressSequentially('Are you still there?')
    await expect.poll(() => page.locator('#agent-summary').textContent()).toMatch(/^1 frase\. Urgente/)
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.length)).toBe(1)
  })

  it('is text, never markup', async () => {
    const page = await openChat(null)
    await page.locator('#agent-text').fill('<img src=x onerror=alert(1)> Please wait <b>a moment</b>.')
    await expect.poll(() => page.locator('#answers > li').count()).toBe(1)
    expect(await page.locator('#answers img, #answers b').count()).toBe(0)
  })

  it('may be 20,000 characters, and nobody waits for more than two frames at a time', async () => {
    const page = await openChat(null)
    const text = `${SAID}\n`.repeat(90).slice(0, 20_000)
    const tasks = await page.evaluate(async (pasted) => {
      const long: number[] = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      }).observe({ entryTypes: ['longtask'] })
      const box = document.querySelector('#agent-text') as HTMLTextAreaElement
      box.value = pasted
      const start = performance.now()
      box.dispatchEvent(new Event('input'))
      const first = performance.now() - start
      const answered = document.querySelectorAll('#answers > li').length
      while (!document.querySelector('#agent-summary')?.textContent) await new Promise((done) => setTimeout(done, 20))
      return { first, answered, long, all: document.querySelectorAll('#answers > li').length }
    }, text)
    expect(tasks.answered).toBeGreaterThan(0)
    expect(tasks.all).toBeGreaterThan(250)
    // Not how long it takes, which a busy machine decides: that it is done in turns.
    expect(tasks.answered).toBeLessThan(tasks.all)
  })

  it('that is longer is answered as far as it goes, and the customer is told', async () => {
    const page = await openChat(null)
    await page.locator('#agent-text').fill('Please wait. '.repeat(1700))
    await expect.poll(() => page.locator('#agent-summary').textContent(), { timeout: 20_000 }).toMatch(/Es muy largo/)
  })
})

describe('what the customer wants to say', () => {
  it('is found in Spanish, with its English to copy and a field for what is missing', async () => {
    const page = await openChat(null)
    await page.locator('#wish').fill('numero de ticket')
    const first = page.locator('#wishes .pair').first()
    await expect.poll(() => first.locator('.mirror').textContent()).toMatch(/ticket/i)
    await page.locator('#wish').fill('xyzxyz')
    await expect.poll(() => page.locator('#wish-status').textContent()).toMatch(/No lo encontramos/)
  })

  it('is there by topic before anything is typed', async () => {
    const page = await openChat(null)
    expect(await page.locator('#wishes > details').count()).toBe(10)
    await page.locator('#wishes > details summary').first().click()
    await expect.poll(() => page.locator('#wishes .pair').count()).toBeGreaterThan(5)
  })

  it('is always at hand where it is urgent', async () => {
    const page = await openChat(null)
    await page.setViewportSize({ width: 280, height: 600 })
    await page.evaluate(() => scrollTo(0, 700))
    await page.bringToFront()
    const button = page.getByRole('button', { name: 'Sigo aquí' })
    expect(await button.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await button.click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/I am still here/)
  })
})

describe('what the customer has written', () => {
  it('fills every sentence, and is kept only if the customer says so, until the browser is closed', async () => {
    const page = await openChat('topic.ssl')
    await page.locator('#yours summary').click()
    await page.locator('#data').getByLabel('Tu dominio').fill('secreto-7431.com')
    expect(await message(page)).toContain('my domain secreto-7431.com')
    const stored = async () =>
      JSON.stringify(await Promise.all((['sync', 'local', 'session'] as const).map((area) => chromium.stored(area))))
    expect(await stored()).not.toContain('secreto')
    await page.getByLabel('Recordarlos').check()
    await expect.poll(stored).toContain('secreto-7431.com')
    const again = await openChat('topic.ssl')
    expect(await message(again)).toContain('secreto-7431.com')
    await again.getByLabel('Recordarlos').uncheck()
    await expect.poll(stored).not.toContain('secreto')
  })

  it('is gone with the page', async () => {
    const page = await openChat('topic.ssl')
    await page.locator('#yours summary').click()
    await page.locator('#data').getByLabel('Tu dominio').fill('secreto-7431.com')
    await page.locator('#agent-text').fill('Your secret is 99secreto99.')
    await page.goto('about:blank')
    await page.goBack()
    await page.locator('body[data-ready]').waitFor()
    expect(await page.locator('#agent-text').inputValue()).toBe('')
    expect(await page.locator('#data').getByLabel('Tu dominio').inputValue()).toBe('')
    expect(await message(page)).toContain('____')
  })
})

describe('the browser’s own translator', () => {
  it('is not there where the browser has none', async () => {
    const page = await openChat(null, () => Object.defineProperty(globalThis, 'Translator', { value: undefined }))
    expect(await page.locator('.translate > *').count()).toBe(0)
  })

  it('asks before it downloads, shows how far it is, and marks what it has translated', async () => {
    const page = await openChat(null, () => {
      const translator = { translate: async (text: string) => `es(${text})`, destroy: () => undefined }
      const create = async ({ monitor }: { monitor: (target: EventTarget) => void }) => {
        const source = new EventTarget()
        monitor(source)
        source.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.4 }))
        await new Promise((done) => Object.assign(window, { finish: done }))
        return translator
      }
      Object.defineProperty(globalThis, 'Translator', { value: { availability: async () => 'downloadable', create } })
    })
    await page.locator('#agent-text').fill('The cat sleeps on the roof.')
    await expect.poll(() => page.locator('#answers > li').count()).toBe(1)
    expect(await page.locator('.machine').count()).toBe(0)
    await page.locator('#agent-translate > button').click()
    await page.getByRole('button', { name: 'Descargar y traducir' }).first().click()
    await expect.poll(() => page.locator('#agent-translate progress').getAttribute('value')).toBe('0.4')
    await page.evaluate(() => (window as unknown as { finish: () => void }).finish())
    await expect
      .poll(() => page.locator('.machine').textContent())
      .toBe('es(The cat sleeps on the roof.) (traducción automática, hecha en tu equipo)')
    expect(await page.locator('#answers .meaning').textContent()).toMatch(/No sabemos con certeza/)
  })
})

describe('the page', () => {
  it('warns never to give the full password or card, before everything else', async () => {
    const page = await openChat(null)
    expect(await page.locator('main > :first-child').textContent()).toMatch(/contraseña completa ni el número completo/)
  })

  it.each([280, 400, 1000])('is no wider than the window at %i px', async (width) => {
    const page = await openChat('topic.mail-issues')
    await page.setViewportSize({ width, height: 700 })
    await page.locator('#agent-text').fill(SAID)
    await expect.poll(() => page.locator('#answers > li').count()).toBe(6)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
})
