import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { whenAnnotated } from './support/notes'

let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(() => chromium.close())
afterEach(async () => {
  await chromium.remember({ topic: null })
  for (const page of chromium.context.pages().slice(1)) await page.close()
})

async function openChat(topic: string | null): Promise<Page> {
  await chromium.remember({ topic })
  const page = await chromium.context.newPage()
  await page.goto(`${chromium.origin}/chat/chat.html`)
  await page.locator('#phrases li').first().waitFor()
  return page
}

const message = (page: Page) => page.locator('#message .english').textContent()
const mirror = (page: Page) => page.locator('#message .mirror').textContent()

describe('the page for the chat', () => {
  it('has the first message about the topic, with its mirror, and copies the English as it is filled in', async () => {
    const page = await openChat('topic.ssl')
    expect(await message(page)).toBe(
      'Hello, I have a problem with the SSL certificate of my domain ____. I speak Spanish; I will be using a translator.',
    )
    await page.getByLabel('Tu dominio').fill('mitienda.com')
    await page.getByLabel('Mensaje de error, si lo hay').fill('NET::ERR_CERT_DATE_INVALID')
    expect(await mirror(page)).toBe(
      'Hola, tengo un problema con el certificado SSL de mi dominio mitienda.com. El mensaje de error es: NET::ERR_CERT_DATE_INVALID. Hablo español; voy a usar un traductor.',
    )
    await page.bringToFront()
    await page.locator('#message').getByRole('button').click()
    await expect.poll(() => page.locator('#said').textContent()).toBe('Copiado')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Hello, I have a problem with the SSL certificate of my domain mitienda.com. The error message is: NET::ERR_CERT_DATE_INVALID. I speak Spanish; I will be using a translator.',
    )
  })

  it('has no message before a topic is chosen, so that nobody copies that of another', async () => {
    const page = await openChat(null)
    expect(await page.locator('#topic option:checked').textContent()).toBe('Elige tu tema')
    expect(await page.locator('#message .pair').isVisible()).toBe(false)
    await page.selectOption('#topic', 'topic.spam')
    expect(await message(page)).toMatch(/spam/)
  })

  it('asks about an account or a payment where there is no number of an invoice, and names the number where there is', async () => {
    const page = await openChat('topic.billing-questions')
    expect(await message(page)).toMatch(/^Hello, I have a question about my account or an invoice\. I speak Spanish/)
    await page.getByLabel('Número de factura, si lo tienes').fill('4711')
    expect(await message(page)).toMatch(/^Hello, I have .+ invoice\. The invoice number is 4711\. I speak Spanish/)
    expect(await mirror(page)).toMatch(/una factura\. El número de la factura es 4711\. Hablo español/)
    await page.selectOption('#topic', 'topic.make-payment')
    expect(await mirror(page)).toMatch(/^Hola, necesito ayuda con un pago\. Hablo español/)
    await page.getByLabel('Mensaje de error, si lo hay').fill('Card declined')
    expect(await message(page)).toMatch(/a payment\. The error message is: Card declined\. I speak/)
  })

  it('has a message in both languages for every topic that the guide uses', async () => {
    const page = await openChat(null)
    const topics = await page
      .locator('#topic optgroup option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    expect(topics.length).toBe(20)
    const seen = new Set<string | null>()
    for (const topic of topics) {
      await page.selectOption('#topic', topic)
      expect(await message(page)).toMatch(/^Hello, I .+ I speak Spanish; I will be using a translator\.$/)
      expect(await mirror(page)).toMatch(/^Hola, .+ Hablo español; voy a usar un traductor\.$/)
      seen.add(await message(page))
    }
    expect(seen.size).toBe(20)
  })

  it('keeps nothing that was typed', async () => {
    const page = await openChat('topic.ssl')
    await page.getByLabel('Tu dominio').fill('secreto-7431.com')
    const stores = [await chromium.stored('sync'), await chromium.stored('local')]
    expect(JSON.stringify(stores)).not.toContain('secreto')
    await page.goto('about:blank')
    await page.goBack()
    await page.locator('#phrases li').first().waitFor()
    expect(await page.getByLabel('Tu dominio').inputValue()).toBe('')
    expect(await message(page)).toContain('____')
  })

  it('warns never to give the full password, before everything else', async () => {
    const page = await openChat(null)
    expect(await page.locator('main > :first-child').textContent()).toContain('Nunca escribas tu contraseña completa')
    const question = page.locator('#phrases li', { hasText: 'What is your password?' })
    expect(await question.locator('p').first().textContent()).toContain('No la escribas')
  })

  it('says what to do first, and everything in the customer’s language before the English', async () => {
    const page = await openChat('topic.ssl')
    expect(await page.locator('main section').first().locator('p').first().textContent()).toBe(
      'Elige tu tema, llena los datos, copia el mensaje y pégalo en el chat.',
    )
    const order = await page
      .locator('.pair')
      .evaluateAll((pairs) =>
        pairs.map((pair) => [...pair.children].map(({ className }) => className.split(' ').at(-1))),
      )
    expect(new Set(order.map((parts) => parts.join()))).toEqual(new Set(['mirror,english,copy']))
    const described = await page.locator('#message .copy').evaluate((copy) => {
      return document.getElementById(copy.getAttribute('aria-describedby') ?? '')?.textContent
    })
    expect(described).toMatch(/^Hola, tengo un problema con el certificado SSL/)
  })

  it('opens from the companion in the page', async () => {
    await chromium.remember({ placement: { open: true } })
    const page = await chromium.open(pageWith(MARKUPS[0]?.body('customer') ?? ''))
    await whenAnnotated(page)
    const opened = chromium.context.waitForEvent('page')
    await page.getByRole('button', { name: 'Preparar mi mensaje' }).click()
    await (await opened).waitForURL(`${chromium.origin}/chat/chat.html`)
  })
})
