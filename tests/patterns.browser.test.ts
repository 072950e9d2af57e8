import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form as spanish, note as words } from '../locales/es.json'
import { type Chromium, startChromium } from './support/extension'
import { pageWith } from './support/forms'
import { readDrawn, whenAnnotated } from './support/notes'
import { PATTERNS } from './support/patterns'

const label = (id: string) => spanish[id as keyof typeof spanish].label

const pillLabel = (id: string) =>
  id === '?' ? words.unknown : id.startsWith('=') ? `${words.chosen}: ${label(id.slice(1))}` : label(id)

/** What all notes say that can be seen, each with the text before it, or else with the control that it is about. */
async function said(page: Page): Promise<readonly string[]> {
  const rows = (await readDrawn(page)).filter(({ isHeard, isRendered }) => isRendered && !isHeard)
  const pills = await page.evaluate(() => {
    const all = document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? []
    return [...all]
      .filter(({ style }) => style.visibility === 'visible')
      .map((pill) => `pill: ${pill.querySelector('.label')?.textContent?.trim()}`)
  })
  return [...rows.map(({ english, content }) => `${english}: ${content.split(' · ')[0]}`), ...pills].sort()
}

/** What all notes say, wherever they found room: in rows, above the page, or as a number that the companion explains. */
async function saidAnywhere(page: Page): Promise<readonly string[]> {
  const numbered = await page.evaluate(() => {
    const all = document.querySelector('guia-pasos')?.shadowRoot?.querySelectorAll('.numbers b') ?? []
    return [...all].map((one) => one.textContent?.split(' · ')[0] ?? '')
  })
  return [...(await said(page)).map((one) => one.slice(one.indexOf(': ') + 2)), ...numbered].sort()
}

/** What a screen reader hears of everything that has a role: role, name, description. Rows have their Spanish in the name. */
async function heard(page: Page): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page)
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => `${role?.value} ${name?.value}: ${description?.value ?? ''}`)
}

describe('a form built after a pattern', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())

  it.each(PATTERNS)('has exactly its Spanish: $name', async ({ body, act, rows, pills, roles, isCrowded }) => {
    const page = await chromium.open(pageWith(`<main>${body}</main>`))
    await page.setViewportSize({ width: 1100, height: 1500 })
    await whenAnnotated(page)
    if (act) await page.evaluate(act)
    const labels = [...rows.map(([, id]) => label(id)), ...pills.map(pillLabel)].sort()
    const expected = [
      ...rows.map(([english, id]) => `${english}: ${label(id)}`),
      ...pills.map((id) => `pill: ${pillLabel(id)}`),
    ].sort()
    if (isCrowded) await expect.poll(() => saidAnywhere(page), { timeout: 5000 }).toEqual(labels)
    else await expect.poll(() => said(page), { timeout: 5000 }).toEqual(expected)
    const voices = (await heard(page)).join('\n')
    for (const [role, id] of roles ?? []) expect(voices).toMatch(new RegExp(`^${role} .*${label(id)}`, 'm'))
    await page.close()
  })
})
