import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firefox, startFirefox } from '../support/firefox'
import { type FirefoxPage, firefoxPage } from '../support/firefox-page'
import { pageWith } from '../support/forms'
import { readNotes, type SeenNote, whenAnnotated } from '../support/notes'
import {
  ATTACKS,
  DETAILS,
  NAMED_CONTROLS,
  NAMED_ELEMENTS,
  OUTSIZE,
  PATCH,
  RADIOS,
  SAME_LETTERS,
  STRANGE_LETTERS,
  STYLE,
  TOPICS,
  VECTOR_PAGE,
  withOptions,
} from './support/hostile-pages'

let firefox: Firefox
/** A page of the extension, which has its storage. */
let own: FirefoxPage

beforeAll(async () => {
  firefox = await startFirefox('dist/firefox')
  own = await firefox.openOwn('settings/settings.html')
})
afterAll(() => firefox.close())

/** Open a page, and look at it from a world that it has not changed. */
async function openApart(html: string): Promise<FirefoxPage> {
  const { context } = await firefox.open(html)
  return firefoxPage(firefox.bidi, context, 'apart')
}

async function notesOf(html: string): Promise<readonly SeenNote[]> {
  const page = await openApart(html)
  await whenAnnotated(page)
  const notes = await readNotes(page)
  await page.close()
  return notes
}

/** Switch the notes on or off, as the popup does. */
const switchNotes = (enabled: boolean) =>
  own.evaluate((on) => Reflect.get(globalThis, 'browser').storage.sync.set({ enabled: on }), enabled)

/** Run a script of the page itself. */
const run = (page: FirefoxPage, code: string) => page.evaluate((source) => void new Function(source)(), code)

/** Two frames, after which the guide has made its pass. */
const painted = (page: FirefoxPage) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))

/** All of ours that stands in a page. */
const ours = (page: FirefoxPage) =>
  page.evaluate(() => document.documentElement.outerHTML.match(/guia-(?!chat)[\w-]+|aria-description="[^"]*"/g) ?? [])

describe('in Firefox, a hostile page', () => {
  it('gets no script of its labels run, breaks no policy, and leaves the right notes right', async () => {
    const page = await firefox.open(VECTOR_PAGE)
    await page.waitForFunction(() => document.querySelector('option[label*=" — "]'))
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    const notes = await readNotes(page)
    expect(notes.find(({ english }) => english === 'cPanel')?.spanish).toContain('cPanel')
    const strange = notes.filter(({ english }) => english.includes('hit=1'))
    expect(strange.every(({ spanish }) => spanish === 'Sin revisar')).toBe(true)
    await page.close()
  })

  it.each([
    ['details', DETAILS],
    ['topic', TOPICS],
    ['radios', RADIOS],
  ])('changes no note with controls named like every member that the guide asks for: %s', async (_stage, body) => {
    const named = await notesOf(pageWith(body.replace('</form>', `${NAMED_CONTROLS}</form>`)))
    expect(named).toEqual(await notesOf(pageWith(body)))
    expect(named.length).toBeGreaterThan(4)
  })

  it('changes no label with elements named like every member of the document', async () => {
    const labels = async (html: string) => (await notesOf(html)).filter(({ kind }) => kind === 'option')
    expect(await labels(pageWith(TOPICS, NAMED_ELEMENTS))).toEqual(await labels(pageWith(TOPICS)))
  })

  it('gets no meaning for letters that only look alike, and the right one for those that are seen the same', async () => {
    const texts = [...STRANGE_LETTERS, ...SAME_LETTERS].map(([, text]) => text)
    const notes = await notesOf(withOptions(texts))
    const meaning = (text: string) => notes.find(({ english }) => english === text)?.spanish
    expect(STRANGE_LETTERS.map(([, text]) => meaning(text))).toEqual(STRANGE_LETTERS.map(() => 'Sin revisar'))
    expect(SAME_LETTERS.map(([, text]) => meaning(text))).toEqual(
      SAME_LETTERS.map(() => expect.stringContaining('No se usa')),
    )
  })

  it('changes no label when it has patched its natives', async () => {
    const page = await openApart(pageWith(TOPICS.replace('</form>', `</form>${PATCH}`)))
    await page.waitForFunction(() => document.querySelectorAll('option[label*=" — "]').length > 20)
    await page.close()
  })

  // Of so deep a tree Firefox itself dies, with or without us.
  it.each(OUTSIZE.filter(([name]) => name !== 'a depth of 50,000'))(
    'has no wrong note with %s',
    async (_name, grow) => {
      const page = await firefox.open(pageWith(TOPICS))
      await whenAnnotated(page)
      await run(page, grow)
      await painted(page)
      const wrong = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLOptionElement>('option[label*=" — "]')].filter(
            (option) => !option.label.startsWith(option.text.slice(0, 20)),
          ).length,
      )
      expect(wrong).toBe(0)
      await page.close()
    },
  )

  it.each(ATTACKS)('%s, keeps its frames, and is left clean', async (_name, source) => {
    const page = await firefox.open(pageWith(RADIOS))
    await whenAnnotated(page)
    const frames = await page.evaluate(async (code) => {
      const attack = new Function(code)
      const observer = new MutationObserver(() => {
        attack()
        // It answers us, not itself.
        observer.takeRecords()
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      attack()
      observer.takeRecords()
      let count = 0
      // The guide gives in after a while, and from then on the frames come as ever.
      for (const end = performance.now() + 15_000; count < 60 && performance.now() < end; count++)
        await new Promise(requestAnimationFrame)
      observer.disconnect()
      return count
    }, source)
    expect(frames).toBe(60)
    await switchNotes(false)
    await page.waitForFunction(() => !/guia|aria-description/.test(document.documentElement.outerHTML))
    await switchNotes(true)
    await page.close()
  })

  it('cannot blow our notes up over its fields', async () => {
    const page = await firefox.open(pageWith(`${STYLE.replace(/^<style>\*[^}]*\}/, '<style>')}${DETAILS}`))
    await whenAnnotated(page)
    await page.click('#n')
    await page.type('Ana')
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#n')?.value)).toBe('Ana')
    await page.close()
  })

  it.each([`style-src 'none'`, `default-src 'none'; style-src 'self'`])(
    'has notes that look like notes where its policy says: %s',
    async (policy) => {
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
      const bare = pageWith(RADIOS).replace(/<style>[\s\S]*?<\/style>/, '')
      const page = await firefox.open(bare.replace('<head>', `<head>${meta}`))
      await whenAnnotated(page)
      const looks = await page.evaluate(() => {
        const row = document.querySelector('form label') as Element
        const panel = document.querySelector('guia-pasos')?.shadowRoot?.querySelector('.panel') as Element
        return [getComputedStyle(row, '::after').borderTopWidth, getComputedStyle(panel).borderTopWidth]
      })
      expect(looks).toEqual(['1px', '1px'])
      await page.close()
    },
  )

  it('gets not a word from us into its console', async () => {
    // The browser itself asks for the icon of a page, whatever the page's policy says.
    expect((await firefox.complaints()).filter((text) => !text.includes('/favicon.ico'))).toEqual([])
    const page = await firefox.open(pageWith(DETAILS))
    await whenAnnotated(page)
    expect((await ours(page)).length).toBeGreaterThan(4)
    await page.close()
  })
})
