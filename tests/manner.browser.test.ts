import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith, type Stage } from './support/forms'
import { readDrawn, readNotes, shortly, whenAnnotated } from './support/notes'

let chromium: Chromium
let settings: Page
let form: Page

const DEFAULTS = { enabled: true, companion: false, notes: 'all', unused: 'marked' }
const markup = (name: string) => MARKUPS.find((one) => one.name.includes(name))
const NATIVE = markup('native')
const RADIOS = markup('radios')

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
  settings = await chromium.context.newPage()
  await settings.goto(`${chromium.origin}/settings/settings.html`)
  await settings.getByText('Ajustes de la guía').waitFor()
})
afterAll(() => chromium.close())
beforeEach(() => chromium.set(DEFAULTS))
afterEach(async () => {
  await form.close()
  await chromium.remember({ ticks: {} })
})

/** Open stages, one below the other. */
async function opened(markup: (typeof MARKUPS)[number] | undefined, ...stages: readonly Stage[]): Promise<void> {
  form = await chromium.open(pageWith(stages.map((stage) => markup?.body(stage) ?? '').join('')))
  await whenAnnotated(form)
}

/** What the notes beside fields, buttons and rows say, without those of the options of native lists; in any order. */
const beside = async () => {
  const notes = (await readNotes(form)).filter(({ kind }) => kind !== 'option')
  return new Set(notes.map(({ spanish }) => spanish.split(' · ')[0]))
}
const options = async () => (await readNotes(form)).filter(({ kind }) => kind === 'option').length
const html = () => form.evaluate(() => document.documentElement.outerHTML.replace(/<guia-capa.*?<\/guia-capa>/s, ''))
const step = async () => (await chromium.statusInFront())?.step

describe('only on the current step, the notes', () => {
  const DATA = ['Tu nombre', 'Correo para entrar', 'Contraseña del portal']
  const everywhere = [...DATA, 'Elige tu servicio', 'Entrar']

  it('go with the step, stay beside the field that the customer is in, and come back with the choice', async () => {
    await opened(NATIVE, 'details')
    await expect.poll(beside).toEqual(new Set(everywhere))
    const [before, listed] = [await html(), await options()]
    await settings.getByLabel('Solo en el paso actual').check()
    await expect.poll(beside).toEqual(new Set(DATA))
    expect(await options()).toBe(listed)

    await form.getByLabel('Name', { exact: true }).fill('Ana')
    await form.getByLabel('Billing Username').fill('ana@example.com')
    await expect.poll(beside).toEqual(new Set(DATA))
    await form.getByLabel('Password').focus()
    await expect.poll(beside).toEqual(new Set(['Contraseña del portal', 'Elige tu servicio', 'Entrar']))
    await form.getByLabel('Hosting Package').focus()
    await expect.poll(beside).toEqual(new Set(['Elige tu servicio', 'Entrar']))
    await form.getByLabel('Name', { exact: true }).fill('')
    await expect.poll(beside).toEqual(new Set(['Tu nombre', 'Elige tu servicio', 'Entrar']))

    await settings.getByLabel('Junto a todo').check()
    await expect.poll(beside).toEqual(new Set(everywhere))
    expect(await html()).toBe(before)
  })

  it('tell the popup and the companion the same as everywhere', async () => {
    await opened(NATIVE, 'details')
    await form.bringToFront()
    const before = await chromium.statusInFront()
    await chromium.set({ notes: 'step' })
    await expect.poll(beside).toEqual(new Set(DATA))
    const { frame: _, ...same } = before as typeof before & { frame: string }
    expect(await chromium.statusInFront()).toMatchObject(same)
  })

  it('follow what the customer ticks by hand', async () => {
    await chromium.set({ notes: 'step' })
    await opened(NATIVE, 'details')
    await expect.poll(beside).toEqual(new Set(DATA))
    await chromium.remember({ ticks: { details: true } })
    await expect.poll(beside).toEqual(new Set(['Elige tu servicio', 'Entrar']))
    await form.bringToFront()
    expect(await step()).toBe(3)
  })

  it('leave nobody without notes whose data were refused', async () => {
    await chromium.set({ notes: 'step' })
    await opened(NATIVE, 'details')
    await form.evaluate(() =>
      document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault()),
    )
    await form.getByLabel('Name', { exact: true }).fill('Ana')
    await form.getByLabel('Billing Username').fill('ana@example.com')
    await form.getByLabel('Password').fill('inventada')
    await form.getByLabel('Hosting Package').selectOption('Shared')
    await form.getByRole('button', { name: 'Login' }).click()
    await form.bringToFront()
    await expect.poll(step).toBe(4)
    expect(await beside()).toContain('Entrar')
  })

  it('are those of the last stage, where all of them stand on one page', async () => {
    await opened(RADIOS, 'customer', 'details', 'topic')
    await expect.poll(beside).toContain('Cliente existente')
    const before = await html()
    await settings.getByLabel('Solo en el paso actual').check()
    await expect.poll(beside).not.toContain('Cliente existente')
    expect(await beside()).not.toContain('Tu nombre')
    expect(await beside()).toContain('Certificado SSL')
    await settings.getByLabel('Junto a todo').check()
    await expect.poll(html).toBe(before)
  })

  it('leave the page as it was when they are switched off', async () => {
    await chromium.set({ notes: 'step', unused: 'dimmed', enabled: false })
    form = await chromium.open(pageWith(RADIOS?.body('topic') ?? ''))
    const before = await form.evaluate(() => document.documentElement.outerHTML)
    await chromium.set({ enabled: true })
    await whenAnnotated(form)
    await chromium.set({ enabled: false })
    await expect.poll(() => form.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  })
})

describe('dimmed, the notes of what is not used', () => {
  /** How the note beside some English is painted: its ink, its edge, and whether its reason is seen. */
  const painted = async (english: string) => {
    const drawn = (await readDrawn(form)).find((one) => one.english.includes(english))
    if (!drawn) return null
    const { content } = drawn
    const looks = await form.evaluate(
      ([host, side]) => {
        const element = host.reduce<Node>((node, step) => node.childNodes[step] as Node, document) as Element
        const { color, borderTopColor, backgroundColor } = getComputedStyle(element, `::${side}`)
        return { color, border: borderTopColor, paper: backgroundColor }
      },
      [drawn.host, drawn.side] as const,
    )
    return { ...looks, reason: content.includes(': '), text: shortly(content) }
  }

  it('are quieter, say the same, and are marked again at once; nothing else changes its looks', async () => {
    await opened(RADIOS, 'topic')
    const looks = async () => [await painted('WHM'), await painted('cPanel')] as const
    const [marked, used] = await looks()
    expect(marked).toMatchObject({ reason: true, text: expect.stringContaining('No se usa') })
    const before = await html()

    await settings.getByLabel('Atenuadas').check()
    await expect.poll(async () => (await painted('WHM'))?.border).toBe('rgba(0, 0, 0, 0)')
    const [dimmed, other] = await looks()
    expect(dimmed).toMatchObject({ reason: false, text: marked?.text })
    expect(contrast(dimmed)).toBeLessThan(contrast(marked))
    expect(contrast(dimmed)).toBeGreaterThan(4.5)
    expect(other).toEqual(used)
    expect(await html()).toBe(before)

    await settings.getByLabel('Marcadas').check()
    await expect.poll(() => painted('WHM')).toEqual(marked)
    expect(await html()).toBe(before)
  })

  it('keep the words of native options', async () => {
    await opened(NATIVE, 'topic')
    const before = await readNotes(form)
    expect(before.some(({ spanish }) => spanish.endsWith('No se usa'))).toBe(true)
    await form.close()
    await chromium.set({ unused: 'dimmed' })
    await opened(NATIVE, 'topic')
    expect(await readNotes(form)).toEqual(before)
  })

  it('are loud for who has chosen such an option', async () => {
    await chromium.set({ unused: 'dimmed' })
    await opened(NATIVE, 'topic')
    const pill = () =>
      form.evaluate(() => {
        const views = document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? []
        const view = [...views].find(({ style }) => style.visibility === 'visible')
        return view ? [view.textContent, getComputedStyle(view).borderTopColor] : null
      })
    await form.getByLabel('Select a topic').selectOption('WHM')
    await expect.poll(pill).toEqual([expect.stringContaining('No se usa'), 'rgb(164, 169, 177)'])
  })
})

interface Painted {
  readonly color: string
  readonly paper: string
}

/** The contrast of ink on paper. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(painted: Painted | null): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? [])
      .map((part) => Number(part) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [one, other] = [light(painted?.color ?? ''), light(painted?.paper ?? '')]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
