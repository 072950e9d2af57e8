import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { form as spanish } from '../locales/es.json'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { type Drawn, drawnInPage, readNotes, whenAnnotated } from './support/notes'
import { DEPARTMENTS } from './support/words'

const label = (id: string) => spanish[id as keyof typeof spanish].label
const SAID: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  DEPARTMENTS.flatMap(([name, id, topics]) => [[name, id] as const, ...topics]).map(([english, id]) => [
    english,
    DEPARTMENTS.flatMap(([name, own, topics]) => [[name, own] as const, ...topics])
      .filter(([other]) => other === english)
      .map(([, own]) => label(own))
      .concat(label(id)),
  ]),
)

/** What stands beside what in the frame that is painted right after a change: English texts without, or with a wrong note. */
function faultsAfter(page: Page, change: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([change, said, reader]) => {
      const read = new Function(`return (${reader})()`) as () => readonly Drawn[]
      const frame = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      new Function(change)()
      // A resize observer of the page's own, made after the guide's, is the last to run before the paint.
      await new Promise<void>((done) => {
        const observer = new ResizeObserver(() => {
          observer.disconnect()
          done()
        })
        observer.observe(document.body)
      })
      const faults: string[] = []
      const drawn = read().map(({ text, content }) => {
        const node = (text ?? []).reduce<Node | undefined>((node, step) => node?.childNodes[step], document)
        return [node, content.split(' · ')[0] ?? ''] as const
      })
      for (const row of document.querySelectorAll('form label, form legend')) {
        const text = [...row.childNodes].find((node) => node instanceof Text && node.data.trim())
        const english = text?.textContent?.trim() ?? ''
        const says = drawn.flatMap(([node, label]) => (node && row.contains(node) ? [label] : []))
        const wanted = said[english]
        if (!wanted) {
          if (says.some((one) => one !== 'Sin revisar')) faults.push(`${english} has ${says.join()}`)
        } else if (says.length !== 1 || !wanted.includes(says[0] ?? ''))
          faults.push(`${english}: ${says.join() || 'nothing'}`)
      }
      await frame
      return faults
    },
    [change, SAID, String(drawnInPage)] as const,
  )
}

const CHANGES: ReadonlyArray<readonly [string, string]> = [
  [
    'a row gets words that are not known',
    `for (const node of [...document.querySelectorAll('form label')][4].childNodes) if (node.data) node.data = ' Quantum Hosting'`,
  ],
  [
    'the form is drawn again from a string',
    `const form = document.querySelector('form'); form.innerHTML = form.innerHTML`,
  ],
  [
    'a row is cloned',
    `const row = document.querySelectorAll('form label')[2]; row.after(document.createElement('br'), row.cloneNode(true))`,
  ],
  [
    'a row comes, and then the focus moves',
    `const row = document.querySelectorAll('form label')[2]; row.after(document.createElement('br'), row.cloneNode(true)); row.querySelector('input').focus()`,
  ],
  ['a department goes', `document.querySelectorAll('fieldset')[3].remove()`],
]

describe('a form that changes', () => {
  let chromium: Chromium
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())
  beforeEach(async () => {
    page = await chromium.open(
      pageWith(MARKUPS.find(({ name }) => name === 'radios in fieldsets')?.body('topic') ?? ''),
    )
    page.on('pageerror', (error) => errors.push(error.message))
    await page.setViewportSize({ width: 1100, height: 2200 })
    await whenAnnotated(page)
  })

  it.each(CHANGES)('has the right notes in the next painted frame: %s', async (_, change) => {
    expect(await faultsAfter(page, change)).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })

  it('does not make the page work on and on', async () => {
    const count = await page.evaluate(async () => {
      let records = 0
      const observer = new MutationObserver((list) => {
        records += list.length
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
      observer.disconnect()
      return records
    })
    expect(count).toBe(0)
    await page.close()
  })

  it.each([
    [
      'takes every note away',
      `new MutationObserver(() => { for (const style of document.querySelectorAll('guia-capa > style')) style.remove() })`,
    ],
    [
      'takes every description away',
      `new MutationObserver(() => { for (const one of document.querySelectorAll('[aria-description]')) one.removeAttribute('aria-description') })`,
    ],
    [
      'draws itself anew at every foreign attribute',
      `new MutationObserver(() => { const form = document.querySelector('form'); if (form.querySelector('[aria-description]')) form.innerHTML = form.innerHTML.replace(/ aria-description="[^"]*"/g, '') })`,
    ],
  ])('leaves a page alone that %s, and the page goes on working', async (_, fighter) => {
    const alive = await page.evaluate(async (fighter) => {
      new Function(`${fighter}.observe(document, { subtree: true, childList: true, attributes: true })`)()
      document.querySelector('form')?.append(document.createElement('i'))
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame)
      return document.querySelectorAll('form label').length
    }, fighter)
    expect(alive).toBeGreaterThan(20)
    await page.close()
  })

  it('has the right note after each choice in a list that fills another', async () => {
    const cascade = MARKUPS.find(({ name }) => name.startsWith('cascaded'))
    const other = await chromium.open(pageWith(cascade?.body('topic') ?? ''), '/cascade')
    await whenAnnotated(other)
    for (const [department, , topics] of DEPARTMENTS) {
      await other.selectOption('#d', department)
      const second = (await readNotes(other)).filter(({ kind }) => kind === 'option').slice(8)
      expect(second.map(({ english }) => english)).toEqual(topics.map(([topic]) => topic))
      for (const [at, [, id]] of topics.entries()) expect(second[at]?.spanish).toContain(label(id))
    }
    await other.close()
  })
})

describe('a note above the page', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())

  /** How far below the first field its note stands. */
  const drop = (page: Page) =>
    page.evaluate(() => {
      const [pill] = [...(document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll('.pill') ?? [])]
      const field = document.querySelector('form input')
      return Math.round((pill?.getBoundingClientRect().top ?? 0) - (field?.getBoundingClientRect().top ?? 0))
    })

  it.each([
    ['what scrolls in a shadow root', `box.scrollTop = 20`],
    ['what glides in a shadow root', `box.style.transform = 'translateY(-20px)'`],
  ])('goes along with %s', async (_, change) => {
    const form = MARKUPS[0]?.body('details') ?? ''
    const page = await chromium.open(
      pageWith(`<div id="host">${form}</div><script>
        const root = document.getElementById('host').attachShadow({ mode: 'open' })
        root.innerHTML = '<div style="height: 500px; overflow: auto; transition: transform 200ms"><slot></slot><p style="height: 900px"></p></div>'
        window.box = root.firstChild</script>`),
    )
    await whenAnnotated(page)
    const before = await drop(page)
    const top = await page.evaluate(() => document.querySelector('form input')?.getBoundingClientRect().top)
    await page.evaluate(change)
    await page.waitForFunction(
      (y) => Math.abs((document.querySelector('form input')?.getBoundingClientRect().top ?? 0) - (y ?? 0)) === 20,
      top,
    )
    await expect.poll(() => drop(page), { timeout: 2000 }).toBe(before)
    await page.close()
  })
})
