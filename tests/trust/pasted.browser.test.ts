import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from '../support/extension'
import { heapOf } from './support/heap'

/** In two halves, so that the test's own script never has it whole. */
const [FIRST, SECOND] = ['zq7secret', '4411pasted']
const AREAS = ['sync', 'local', 'session'] as const

let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())

describe('what is pasted into the page for the chat', () => {
  it('is in no storage, and no longer in the heap once the page is left', async () => {
    const page = await chromium.context.newPage()
    await page.goto(`${chromium.origin}/chat/chat.html`)
    await page.locator('body[data-ready]').waitFor()
    await page.locator('#agent-text').fill(`Your PIN is ${FIRST}${SECOND}. Please wait a moment.`)
    await page.locator('#wish').fill(`${FIRST}${SECOND}`)
    await expect.poll(() => page.locator('#answers > li').count()).toBe(2)
    const stored = JSON.stringify(await Promise.all(AREAS.map((area) => chromium.stored(area))))
    expect(stored).not.toContain(FIRST)
    expect(await heapOf(page)).toContain(`${FIRST}${SECOND}`)
    await page.goto(`${chromium.origin}/settings/settings.html`)
    expect(await heapOf(page)).not.toContain(`${FIRST}${SECOND}`)
    expect(JSON.stringify(await Promise.all(AREAS.map((area) => chromium.stored(area))))).not.toContain(FIRST)
    await page.close()
  })

  it('is asked for by nobody on the network', async () => {
    const page = await chromium.context.newPage()
    await page.goto(`${chromium.origin}/chat/chat.html`)
    await page.locator('body[data-ready]').waitFor()
    const asked: string[] = []
    chromium.context.on('request', (request) => asked.push(request.url()))
    await page.locator('#agent-text').fill('Please go to https://example.com/ and send $10 to ana@example.com.')
    await expect.poll(() => page.locator('#agent-summary').textContent()).toMatch(/frase/)
    for (const button of await page.locator('#agent button:visible').all()) await button.click()
    expect(asked).toEqual([])
    await page.close()
  })
})
