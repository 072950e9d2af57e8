import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asExpected, expected } from './support/expected'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith, STAGES } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'
import { DEPARTMENTS } from './support/words'

describe.each(MARKUPS)('the form made of $name', (markup) => {
  let chromium: Chromium

  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())

  it.each(STAGES)('has the right note beside everything of the stage %s, and nowhere else', async (stage) => {
    const page = await chromium.open(pageWith(markup.body(stage)))
    await page.setViewportSize({ width: 1100, height: 1700 })
    await whenAnnotated(page)
    let notes = await readNotes(page)
    if (stage === 'topic')
      notes = notes.filter(
        ({ kind, english }) => kind !== 'pill' && !/^(please select|select department)/i.test(english),
      )
    if (stage === 'topic' && markup.name.startsWith('cascaded')) {
      const all = [...notes]
      for (const [department] of DEPARTMENTS) {
        await page.selectOption('#d', department)
        all.push(...(await readNotes(page)).filter(({ kind }) => kind === 'option').slice(8))
      }
      notes = all
    }
    expect(notes.map((note) => asExpected(stage, note)).sort()).toEqual([...expected(stage, markup)].sort())
    await page.close()
  })
})
