import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { pageWith } from './support/forms'
import { readDrawn } from './support/notes'
import { readPainted } from './support/painted'
import { treeOf } from './support/tree'
import { DEPARTMENTS } from './support/words'

let chromium: Chromium
beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())

const TOPICS = DEPARTMENTS.flatMap(([, , topics]) => topics.map(([topic]) => topic))
const ROWS = TOPICS.map((topic) => `<label class="row"><input type="radio" name="t"> ${topic}</label>`).join('')
const FORM = `<form method="post" action="/submit">${ROWS}<p><button>Start Chat</button></p></form>`
const STYLE = '.row { display: block; width: 460px }'

/** The notes of rows that are painted, by their English. */
async function painted(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = (await readPainted(page)).filter(({ box, isHeard }) => box && !isHeard)
  return new Map(rows.map(({ english, content }) => [english, content]))
}

async function opened(style: string, body = FORM): Promise<Page> {
  const page = await chromium.open(pageWith(`<style>${STYLE} ${style}</style>${body}`))
  await page.setViewportSize({ width: 1000, height: 1200 })
  await expect.poll(async () => (await readDrawn(page)).length, { timeout: 9000 }).toBeGreaterThan(20)
  return page
}

/** Styles of pages that mean all that is generated, or all that there is. */
const STYLES: ReadonlyArray<readonly [string, string]> = [
  ['resets everything', '.row, *::before, *::after { all: unset } .row { display: block; width: 460px }'],
  [
    'hides generated content of its own',
    '.row::after, .row::before { display: none !important; opacity: 0 !important; visibility: hidden !important }',
  ],
  [
    'makes generated content huge',
    '*::after { font-size: 90px !important; position: fixed !important; inset: 0 !important; transform: scale(3) !important; color: transparent !important }',
  ],
  [
    'gives generated content no room',
    '*::after { width: 0 !important; max-width: 0 !important; overflow: hidden !important }',
  ],
]

describe('the notes of rows', () => {
  it.each(STYLES)('are painted on a page that %s', async (_, style) => {
    const page = await opened(style)
    await expect.poll(async () => (await painted(page)).get('Spam')).toBe('Correo no deseado')
    const [spam] = (await readPainted(page)).filter(({ english }) => english === 'Spam')
    const { left = 0, right = 0, top = 0, bottom = 0 } = spam?.box ?? {}
    expect(right - left).toBeGreaterThan(60)
    expect(right - left).toBeLessThan(260)
    expect(bottom - top).toBeGreaterThan(10)
    expect(bottom - top).toBeLessThan(40)
    const look = await page.evaluate(() => {
      const row = [...document.querySelectorAll('.row')].find(({ textContent }) => textContent?.includes('Spam'))
      const { color, opacity, visibility } = getComputedStyle(row as Element, '::after')
      return { color, opacity, visibility }
    })
    expect(look).toEqual({ color: 'rgb(16, 57, 92)', opacity: '1', visibility: 'visible' })
    await page.close()
  })

  it('leave a page the generated content that it has, and stand elsewhere', async () => {
    const page = await opened(".row::after { content: '(pick)'; float: right }")
    const plain = await chromium.openElsewhere(
      pageWith(`<style>${STYLE} .row::after { content: '(pick)'; float: right }</style>${FORM}`),
    )
    const own = (of: Page) =>
      of.evaluate(() => [...document.querySelectorAll('.row')].map((row) => getComputedStyle(row, '::after').content))
    expect(await own(page)).toEqual(await own(plain))
    expect(await own(page)).toContain('"(pick)"')
    const pills = () =>
      page.evaluate(() =>
        [...(document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? [])]
          .filter(({ style }) => style.visibility === 'visible')
          .map((pill) => pill.querySelector('.label')?.textContent),
      )
    await expect.poll(pills).toContain('Correo no deseado')
    await page.close()
    await plain.close()
  })

  it('come back in a shadow root whose page sets its style sheets anew, and leave with the guide', async () => {
    const body = `<div id="host"><template shadowrootmode="open"><style>${STYLE}</style>${FORM}</template></div>`
    const page = await opened('', body)
    await expect.poll(async () => (await painted(page)).get('Spam')).toBe('Correo no deseado')
    await page.evaluate(() => {
      const root = document.getElementById('host')?.shadowRoot as ShadowRoot
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('p { color: green }')
      root.adoptedStyleSheets = [sheet]
      root.querySelector('form')?.append(document.createElement('i'))
    })
    await expect.poll(async () => (await painted(page)).get('Spam')).toBe('Correo no deseado')
    await chromium.set({ enabled: false })
    const sheets = () =>
      page.evaluate(() =>
        (document.getElementById('host')?.shadowRoot?.adoptedStyleSheets ?? []).map(
          ({ cssRules }) => cssRules[0]?.cssText,
        ),
      )
    await expect.poll(sheets).toEqual(['p { color: green; }'])
    await chromium.set({ enabled: true })
    await page.close()
  })

  it('are not on paper', async () => {
    const page = await opened('')
    expect((await painted(page)).size).toBeGreaterThan(20)
    await page.emulateMedia({ media: 'print' })
    expect((await painted(page)).size).toBe(0)
    await page.close()
  })

  it('are right beside each of a thousand rows, and where all of them change places', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => TOPICS[at % TOPICS.length] ?? '')
    const list = many.map((topic) => `<label class="row"><input type="radio" name="t"> ${topic}</label>`).join('')
    const page = await opened('', `<form>${list}<p><button>Start Chat</button></p></form>`)
    const said = async () => {
      const rows = (await readPainted(page)).filter(({ box, isHeard }) => box && !isHeard)
      return rows.map(({ english, content }) => `${english}: ${content}`)
    }
    await expect.poll(async () => (await said()).length).toBe(1000)
    const before = await said()
    expect(new Set(before).size).toBe(new Set(TOPICS).size)
    await page.evaluate(() =>
      document.querySelector('form')?.append(...[...document.querySelectorAll('.row')].reverse()),
    )
    await expect.poll(said).toEqual([...before].reverse())
    await page.close()
  })

  it('cost no write at all where a page makes its rows anew in the same places', async () => {
    const page = await opened('')
    await expect.poll(async () => (await painted(page)).size).toBe(TOPICS.length)
    const before = await painted(page)
    const writes = await page.evaluate(async () => {
      let count = 0
      const observer = new MutationObserver((records) => {
        count += records.length
      })
      const layer = document.querySelector('guia-capa') as Element
      observer.observe(layer, { subtree: true, childList: true, characterData: true })
      const form = document.querySelector('form') as Element
      form.innerHTML = `${form.innerHTML}`
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
      observer.disconnect()
      return count
    })
    expect(writes).toBe(0)
    expect(await painted(page)).toEqual(before)
    await page.close()
  })

  it('are no part of what the page can find in its tree', async () => {
    const page = await opened('')
    const tree = await treeOf(page)
    expect(tree).not.toContain('Correo no deseado')
    const texts = await page.evaluate(() => [
      document.body.innerText,
      document.body.textContent,
      document.querySelector('.row')?.outerHTML,
    ])
    expect(texts.join()).not.toMatch(/Correo no deseado|Cancelar tu cuenta/)
    await page.close()
  })
})
