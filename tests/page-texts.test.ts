import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import englishWhole from '../locales/en.json'
import spanishWhole from '../locales/es.json'
import { languagesFrom } from '../src/page-texts'
import type { PageBrowser } from '../src/shared/page-browser'

/** What is said in the form's page. */
const partOf = ({
  form,
  note,
  step,
  part,
  state,
  companion,
  way,
  prepare,
}: typeof spanishWhole | typeof englishWhole) => ({
  ...{ form, note, step, part, state, companion, way, prepare },
})
const [english, spanish] = [partOf(englishWhole), partOf(spanishWhole)]

/** What a language says after the worker has answered this when it was asked for another. */
async function textsAfter(answer: unknown): Promise<unknown> {
  const runtime = { sendMessage: () => Promise.resolve(answer) }
  return languagesFrom(['es', 'en'], spanish, { runtime } as unknown as PageBrowser).texts('en')
}

describe('the texts that the worker sends to the page', () => {
  it('are used where they have all that there is in Spanish', async () => {
    expect(await textsAfter(english)).toBe(english)
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'en'],
    ['an empty table', {}],
    ['a part alone', { form: english.form }],
    ['a part that is no table', { ...english, note: 'note' }],
    ['a part that is null', { ...english, companion: null }],
    ['an entry too few', { ...english, form: { ...english.form, name: undefined } }],
    ['an entry without its words', { ...english, form: { ...english.form, name: { label: 1, hint: 'x' } } }],
  ])('are the Spanish ones if the answer is %s', async (_name, answer) => {
    expect(await textsAfter(answer)).toBe(spanish)
  })

  it('are the Spanish ones whatever else is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom('form', 'note', 'companion', 'step'), async (answer, part) => {
        expect(await textsAfter(answer)).toBe(spanish)
        fc.pre(answer !== null && typeof answer !== 'object')
        expect(await textsAfter({ ...english, [part]: answer })).toBe(spanish)
      }),
      { numRuns: 200 },
    )
  })
})
