import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form as spanish } from '../locales/es.json'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { whenAnnotated } from './support/notes'

interface Heard {
  readonly role: string
  readonly name: string
  readonly description: string
}

/** What a screen reader is told about the page's controls. */
async function heard(page: Page): Promise<readonly Heard[]> {
  const cdp = await page.context().newCDPSession(page)
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  const roles = /^(textbox|button|radio|link|option|combobox|MenuListPopup|ComboBoxSelect)$/i
  return nodes
    .filter(({ ignored, role }) => !ignored && roles.test(String(role?.value)))
    .map(({ role, name, description }) => ({
      role: String(role?.value),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
    }))
}

/** The form with a field that the page itself describes. */
const DESCRIBED = `${(MARKUPS[0]?.body('details') ?? '').replace(
  'id="u" name="user"',
  'id="u" name="user" aria-describedby="why  more"',
)}<p id="why">Not your cPanel user.</p><p id="more">Ask us.</p>`

describe('a screen reader', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())

  it.each(MARKUPS)('hears the Spanish of every control, and the English name first: $name', async (markup) => {
    const page = await chromium.open(pageWith(markup.body('details')))
    await page.setViewportSize({ width: 1100, height: 1700 })
    await whenAnnotated(page)
    const all = await heard(page)
    for (const [name, id] of [
      [/^name|first and last name/i, 'name'],
      [/billing username/i, 'billing-username'],
      [/^login/i, 'login'],
    ] as const) {
      const one = all.find((each) => name.test(each.name))
      // A field whose label stands in the cell before it has no name at all without us.
      if (!one && markup.name.startsWith('a table')) continue
      expect(`${one?.name} ${one?.description}`, String(name)).toContain(spanish[id].label)
      expect(one?.name).toMatch(name)
    }
    await page.close()
  })

  it('hears both what the page describes and our Spanish, and off leaves what the page had', async () => {
    const page = await chromium.open(pageWith(DESCRIBED))
    await whenAnnotated(page)
    const user = (await heard(page)).find(({ name }) => /billing username/i.test(name))
    expect(user?.description).toContain('Not your cPanel user. Ask us.')
    expect(user?.description).toContain(spanish['billing-username'].label)
    await page.evaluate(() => document.getElementById('u')?.setAttribute('aria-describedby', 'why'))
    const changed = (await heard(page)).find(({ name }) => /billing username/i.test(name))
    expect(changed?.description).toContain('Not your cPanel user.')
    expect(changed?.description).toContain(spanish['billing-username'].label)
    await chromium.set({ enabled: false })
    await page.waitForFunction(() => !document.querySelector('guia-capa, guia-voz'))
    expect(await page.getAttribute('#u', 'aria-describedby')).toBe('why')
    await page.close()
    await chromium.set({ enabled: true })
  })

  it('never hears the note of another control in a copy of one, and off leaves the copy what the page had', async () => {
    const page = await chromium.open(pageWith(DESCRIBED))
    await whenAnnotated(page)
    await page.waitForSelector('guia-voz', { state: 'attached' })
    await page.evaluate(() => {
      const [field, voice] = ['.field:has(#u)', 'guia-voz'].map((one) => document.querySelector(one))
      const copy = field?.cloneNode(true) as Element
      copy.querySelector('input')?.setAttribute('id', 'u2')
      const note = document.createElement('p')
      note.id = 'copied'
      note.setAttribute('aria-describedby', voice?.id ?? '')
      field?.after(copy, note, voice?.cloneNode(true) as Element)
    })
    await expect.poll(() => page.locator('form guia-voz').count()).toBe(0)
    expect(await page.getAttribute('#copied', 'aria-describedby')).toBe(null)
    const [first, second] = await Promise.all(['#u', '#u2'].map((id) => page.getAttribute(id, 'aria-describedby')))
    expect(first).toMatch(/^why {2}more guia-voz-\S+$/)
    expect(second).toMatch(/^why {2}more( guia-voz-\S+)?$/)
    expect(second).not.toBe(first)
    await chromium.set({ enabled: false })
    await page.waitForFunction(() => !document.querySelector('guia-capa, guia-voz'))
    for (const id of ['#u', '#u2']) expect(await page.getAttribute(id, 'aria-describedby')).toBe('why  more')
    await page.close()
    await chromium.set({ enabled: true })
  })

  it('hears our Spanish once in a shadow root, in whatever order the page puts its ids, and off leaves its own', async () => {
    const inRoot = `<div id="host"></div><template>${DESCRIBED}</template><script>document.getElementById('host').attachShadow({ mode: 'open' }).append(document.querySelector('template').content)</script>`
    const page = await chromium.open(pageWith(inRoot))
    const ids = () =>
      page.evaluate(() =>
        document.getElementById('host')?.shadowRoot?.querySelector('#u')?.getAttribute('aria-describedby'),
      )
    const voices = () =>
      page.evaluate(() => document.getElementById('host')?.shadowRoot?.querySelectorAll('guia-voz').length)
    await expect.poll(ids).toMatch(/^why {2}more guia-voz-\S+$/)
    const own = await voices()
    await page.evaluate(() => {
      const root = document.getElementById('host')?.shadowRoot
      const field = root?.querySelector('#u')
      const [why = '', more = '', voice = ''] = field?.getAttribute('aria-describedby')?.split(/\s+/) ?? []
      field?.setAttribute('aria-describedby', [voice, more, why].join(' '))
      root?.append(root.querySelector('guia-voz')?.cloneNode(true) as Element)
    })
    await expect.poll(voices).toBe(own)
    expect(await ids()).toMatch(/^guia-voz-\S+ more why$/)
    await chromium.set({ enabled: false })
    await expect.poll(voices).toBe(0)
    expect(await ids()).toBe('more why')
    await page.close()
    await chromium.set({ enabled: true })
  })

  it('hears nothing of a copy of the guide that was stopped, and off leaves what the page had', async () => {
    const left =
      '<p id="alone" aria-describedby="guia-voz-1"></p><guia-voz id="guia-voz-1"></guia-voz><guia-capa></guia-capa>'
    const page = await chromium.open(pageWith(DESCRIBED.replace('why  more', 'why  more guia-voz-1'), left))
    await whenAnnotated(page)
    await expect.poll(() => page.getAttribute('#u', 'aria-describedby')).toMatch(/^why {2}more guia-voz-\w+-\d+$/)
    expect(await page.getAttribute('#alone', 'aria-describedby')).toBe(null)
    await chromium.set({ enabled: false })
    await page.waitForFunction(() => !document.querySelector('guia-capa, guia-voz'))
    expect(await page.getAttribute('#u', 'aria-describedby')).toBe('why  more')
    await page.close()
    await chromium.set({ enabled: true })
  })
})
