import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asExpected, expected } from '../support/expected'
import { type Firefox, startFirefox } from '../support/firefox'
import type { FirefoxPage } from '../support/firefox-page'
import { switchNotes } from '../support/firefox-popup'
import { MARKUPS, pageWith, STAGES } from '../support/forms'
import { readNotes, type SeenNote, whenAnnotated } from '../support/notes'
import { DEPARTMENTS } from '../support/words'

describe('in Firefox', () => {
  let firefox: Firefox
  let bare: Firefox

  beforeAll(async () => {
    firefox = await startFirefox('dist/firefox')
    bare = await startFirefox(null)
  })
  afterAll(() => Promise.all([firefox.close(), bare.close()]))

  describe.each(MARKUPS)('the form made of $name', (markup) => {
    it.each(STAGES)('has the right note beside everything of the stage %s, and nowhere else', async (stage) => {
      const page = await firefox.open(pageWith(markup.body(stage)))
      await page.resize(1100, 1700)
      await whenAnnotated(page)
      const notes = await allNotes(page, stage, markup.name.startsWith('cascaded'))
      expect(notes.map((note) => asExpected(stage, note)).sort()).toEqual([...expected(stage, markup)].sort())
      await page.close()
    })

    it.each(STAGES)('is byte for byte what it was at the stage %s once the notes are off', async (stage) => {
      const html = pageWith(markup.body(stage))
      const untouched = await bare.open(html)
      const original = await untouched.evaluate(() => document.documentElement.outerHTML)
      const page = await firefox.open(html)
      await whenAnnotated(page)
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toBe(original)
      await switchNotes(firefox, false)
      await page.waitForFunction((wanted) => document.documentElement.outerHTML === wanted, original)
      await switchNotes(firefox, true)
      await whenAnnotated(page)
      await page.close()
      await untouched.close()
    })

    it.each(STAGES)('sends the same bytes as without the extension at the stage %s', async (stage) => {
      const bodies = [await submitted(firefox, markup.body(stage)), await submitted(bare, markup.body(stage))]
      expect(bodies[0]).toBe(bodies[1])
      expect(bodies[0] !== null).toBe(markup.body(stage).includes('<form'))
    })
  })
})

/** All notes of a stage; with two lists, one after the other, those of each topic list. */
async function allNotes(page: FirefoxPage, stage: string, cascaded: boolean): Promise<readonly SeenNote[]> {
  const notes = await readNotes(page)
  if (stage !== 'topic') return notes
  const isRow = ({ kind, english }: SeenNote) => kind !== 'pill' && !/^(please select|select department)/i.test(english)
  const all = notes.filter(isRow)
  if (!cascaded) return all
  for (const [department] of DEPARTMENTS) {
    await page.evaluate((wanted) => {
      const list = document.querySelector('#d') as HTMLSelectElement
      list.value = wanted
      list.dispatchEvent(new Event('change', { bubbles: true }))
    }, department)
    all.push(...(await readNotes(page)).filter(({ kind }) => kind === 'option').slice(DEPARTMENTS.length + 1))
  }
  return all
}

/** Fill in a form, choose the last of each list, send it; answers what went over the wire, or null if it sends nothing. */
async function submitted(firefox: Firefox, body: string): Promise<string | null> {
  const page = await firefox.open(pageWith(body))
  if (firefox.annotates) await whenAnnotated(page)
  const before = firefox.sent.length
  const sends = await page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>('input:not([type])')) input.value = 'Ana Ñandú'
    for (const input of document.querySelectorAll<HTMLInputElement>('[type=password]')) input.value = 'a+b&c=1'
    for (const choice of document.querySelectorAll<HTMLInputElement>('[type=radio]')) choice.click()
    for (const list of document.querySelectorAll('select')) {
      list.selectedIndex = list.options.length - 1
      list.dispatchEvent(new Event('change', { bubbles: true }))
    }
    for (const topic of document.querySelectorAll<HTMLElement>('.topic')) topic.click()
    const form = document.forms[0]
    const button = form?.querySelector<HTMLElement>('button, [type=submit]')
    if (button) button.click()
    else form?.requestSubmit()
    return Boolean(form)
  })
  if (sends) await page.waitForFunction(() => document.title === 'sent')
  await page.close()
  return sends ? firefox.sent.slice(before).join('\n') || null : null
}
