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
    for (const own of ['Not your cPanel user.', 'Ask us.']) expect(user?.description).toContain(own)
    expect(user?.description).toContain(spanish['billing-username'].label)
    await page.evaluate(() => document.getElementById('u')?.setAttribute('aria-describedby', 'why'))
    const changed = (await heard(page)).find(({ name }) => /billing username/i.test(name))
    expect(changed?.description).toContain('Not your cPanel user.')
    expect(changed?.description).toContain(spanish['billing-username'].label)
    await chromium.set({ enabled: false })
    await page.waitForFunction(() => !document.querySelector('guia-capa'))
    expect(await page.getAttribute('#u', 'aria-describedby')).toBe('why')
    await page.close()
    await chromium.set({ enabled: true })
  })

  it('never hears the note of one field at another that the page describes by the same words', async () => {
    const shared = DESCRIBED.replace('id="p" name="pass"', 'id="p" name="pass" aria-describedby="why"').replace(
      '</form>',
      '<label for="f">Fax</label><input id="f" name="fax" aria-describedby="why"></form>',
    )
    const page = await chromium.open(pageWith(shared))
    await whenAnnotated(page)
    const of = async (name: RegExp) => (await heard(page)).find((one) => name.test(one.name))?.description ?? ''
    expect(await of(/^billing username/i)).toContain(spanish['billing-username'].label)
    // What describes several says nothing of one of them.
    expect(await of(/^password/i)).toBe('Not your cPanel user.')
    expect(await of(/^fax/i)).toBe('Not your cPanel user.')
    await page.close()
  })

  it('hears our Spanish once in a shadow root, in whatever order the page puts its ids, which are never touched', async () => {
    const inRoot = `<div id="host"></div><template>${DESCRIBED}</template><script>document.getElementById('host').attachShadow({ mode: 'open' }).append(document.querySelector('template').content)</script>`
    const page = await chromium.open(pageWith(inRoot))
    const said = async () => (await heard(page)).find(({ name }) => /billing username/i.test(name))?.description ?? ''
    const times = async () => (await said()).split(spanish['billing-username'].label).length - 1
    await expect.poll(times).toBe(1)
    const ids = (order?: string) =>
      page.evaluate((set) => {
        const field = document.getElementById('host')?.shadowRoot?.querySelector('#u')
        if (set) field?.setAttribute('aria-describedby', set)
        return field?.getAttribute('aria-describedby')
      }, order)
    expect(await ids()).toBe('why  more')
    expect(await ids('more why')).toBe('more why')
    await expect.poll(times).toBe(1)
    expect(await said()).toMatch(/Ask us\. .*Not your cPanel user\./)
    await chromium.set({ enabled: false })
    await expect.poll(said).toBe('Ask us. Not your cPanel user.')
    expect(await ids()).toBe('more why')
    await page.close()
    await chromium.set({ enabled: true })
  })

  it('hears nothing of a copy of the guide that was stopped, and off leaves what the page had', async () => {
    const left = `<script>document.documentElement.insertAdjacentHTML('beforeend', '<guia-capa><style>@layer guia;@media screen{@layer guia{#why::after{content:"Viejo"}}}</style></guia-capa>')</script>`
    const page = await chromium.open(pageWith(DESCRIBED, left))
    await whenAnnotated(page)
    const said = async () => (await heard(page)).find(({ name }) => /billing username/i.test(name))?.description ?? ''
    await expect.poll(said).toContain(spanish['billing-username'].label)
    expect(await said()).not.toContain('Viejo')
    await chromium.set({ enabled: false })
    await expect.poll(said).toBe('Not your cPanel user. Ask us.')
    expect(await page.locator('guia-capa').count()).toBe(0)
    await page.close()
    await chromium.set({ enabled: true })
  })
})
