import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form as spanish, note as words } from '../locales/es.json'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'
import { DEPARTMENTS } from './support/words'

const ENTRIES = DEPARTMENTS.flatMap(([name, id, topics]) => [[name, id] as const, ...topics])
const labelOf = (id: string) => spanish[id as keyof typeof spanish].label
/** What may be said of an English text. */
const meanings = (english: string) => ENTRIES.filter(([text]) => text === english).map(([, id]) => labelOf(id))

/** Finds the rows of the form by their words, whatever they are made of. */
const FIND = `
  const textsOf = (words) => { const found = []; const walker = document.createTreeWalker(document.forms[0], NodeFilter.SHOW_TEXT); while (walker.nextNode()) if (walker.currentNode.data.trim() === words) found.push(walker.currentNode); return found }
  const rowOf = (text) => text.parentElement.closest('option, li, tr') ?? text.parentElement
  const rename = (from, to) => { for (const text of textsOf(from)) text.data = text.data.replace(from, to); for (const group of document.querySelectorAll('optgroup')) if (group.label === from) group.label = to }`

/** Ways in which the form itself may change: what is done to it, the texts that go, and those that are new to us. */
const DRIFTS: ReadonlyArray<readonly [string, string, readonly string[], readonly string[]]> = [
  [
    'options are removed',
    `for (const words of ['Spam', 'WHM', 'Make Payment', 'Domain Transfer']) for (const text of textsOf(words)) rowOf(text).remove()`,
    ['Spam', 'WHM', 'Make Payment', 'Domain Transfer'],
    [],
  ],
  [
    'departments are renamed',
    `rename('Billing', 'Money Matters'); rename('Tech Support', 'The Workshop')`,
    ['Billing', 'Tech Support'],
    ['Money Matters', 'The Workshop'],
  ],
  [
    'options are new',
    `for (const [words, other] of [['Spam', 'Gift Cards'], ['cPanel', 'Quantum Hosting']]) for (const text of textsOf(words)) { const row = rowOf(text); const copy = row.cloneNode(true); row.after(copy); const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT); while (walker.nextNode()) if (walker.currentNode.data.trim() === words) walker.currentNode.data = other }`,
    [],
    ['Gift Cards', 'Quantum Hosting'],
  ],
  [
    'topics are in another order',
    `for (const [, list] of ${JSON.stringify(DEPARTMENTS.map(([name, , topics]) => [name, topics.map(([topic]) => topic)]))}) { const rows = list.map((words) => rowOf(textsOf(words).at(-1))); const endOf = (row) => (row.nextElementSibling?.localName === 'br' ? row.nextElementSibling : row); for (const row of rows.slice(0, -1)) { const end = endOf(row); endOf(rows.at(-1)).after(row, ...(end === row ? [] : [end])) } }`,
    [],
    [],
  ],
]

describe.each(MARKUPS.filter(({ name }) => !name.startsWith('cascaded')))(
  'the form made of $name, once HostGator has changed it',
  (markup) => {
    let chromium: Chromium
    beforeAll(async () => {
      chromium = await startChromium('dist/chrome')
    })
    afterAll(() => chromium.close())

    it.each(DRIFTS)('says nothing wrong where %s', async (_name, change, gone, fresh) => {
      const page = await chromium.open(pageWith(markup.body('topic'), `<script>${FIND}; ${change}</script>`))
      await page.setViewportSize({ width: 1100, height: 2200 })
      await whenAnnotated(page)
      const all = await readNotes(page)
      const notes = all.filter(({ kind, english }) => kind !== 'pill' && !/please/i.test(english))
      const unknown = notes.filter(({ spanish }) => spanish === words.unknown).map(({ english }) => english)
      const wrong = notes.filter(
        ({ english, spanish }) =>
          spanish !== words.unknown && !meanings(english).some((label) => spanish.split(' · ')[0] === label),
      )
      expect(wrong).toEqual([])
      expect(unknown.filter((english) => !fresh.includes(english))).toEqual([])
      const known = new Set(notes.map(({ english }) => english))
      // Two in one line have theirs above the page, or a number that the companion explains.
      const numbered = await page.evaluate(() =>
        [...(document.querySelector('guia-pasos')?.shadowRoot?.querySelectorAll('.numbers b') ?? [])].map(
          (one) => one.textContent ?? '',
        ),
      )
      const above = [...all.filter(({ kind }) => kind === 'pill').map(({ spanish }) => spanish), ...numbered]
      const isAbove = (english: string) =>
        meanings(english).some((label) => above.some((said) => said.split(' · ')[0] === label))
      expect(
        ENTRIES.map(([english]) => english).filter(
          (english) => !known.has(english) && !gone.includes(english) && !isAbove(english),
        ),
      ).toEqual([])
      await page.close()
    })
  },
)
