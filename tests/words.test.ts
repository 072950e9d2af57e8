import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from '../locales/en.json'
import es from '../locales/es.json'
import { brands } from '../src/form/brands.json'

const locales = { es, en } as const
const [, terms = '', sentences = ''] = readFileSync('docs/words.md', 'utf8').split(/^## .*$/m)

/** The cells of a table's rows, without its head. */
function rowsOf(section: string): readonly (readonly string[])[] {
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map(plain))
}

/** As it is read: without marks of emphasis, and with one blank where there are many. */
function plain(text: string): string {
  return text
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** All texts of a locale, by key; a key may have dots in it. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))
}

/** What we say ourselves, and not what we quote. */
const own = (text: string) => text.replace(/«[^»]*»|“[^”]*”/g, '')

/** Whether a text says these words, and not just longer ones that begin or end so. */
function says(text: string, words: string): boolean {
  return new RegExp(`(?<![\\p{L}-])${words}(?![\\p{L}-])`, 'iu').test(text)
}

const TERMS = rowsOf(terms).flatMap(([what = '', spanish = '', notSpanish = '', english = '', notEnglish = '']) => [
  { what, language: 'es' as const, term: spanish, others: notSpanish.split(' · ') },
  { what, language: 'en' as const, term: english, others: notEnglish.split(' · ') },
])

describe('the terms', () => {
  it.each(TERMS)('in $language call $what “$term”, and nothing else', ({ language, term, others }) => {
    const texts = textsOf(locales[language]).filter(([key]) => key !== 'language')
    expect(texts.some(([, text]) => says(text, term))).toBe(true)
    const wrong = texts.filter(([, text]) => others.some((other) => says(own(text), other)))
    expect(wrong).toEqual([])
  })
})

describe('a sentence that stands in several places', () => {
  /** What stands at a place: a file, or `es: popup.privacy`. */
  const read = (place: string) => {
    const [, language = '', key = ''] = /^(es|en): (.+)$/.exec(place) ?? []
    if (!language) return readFileSync(place, 'utf8')
    return textsOf(locales[language as keyof typeof locales]).find(([one]) => one === key)?.[1] ?? ''
  }
  const said = rowsOf(sentences).flatMap(([sentence = '', places = '']) =>
    places.split(' · ').map((place) => [sentence, place] as const),
  )

  it.each(said)('is the same: «%s» in %s', (sentence, place) => {
    expect(plain(read(place)).toLowerCase()).toContain(sentence.toLowerCase())
  })
})

describe.each(['es', 'en'])('the listing in %s', (language) => {
  const listing = plain(readFileSync(`store/listing.${language}.md`, 'utf8'))

  it('names all countries with support in Spanish of their own, and no other', () => {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    const countries = brands.map(({ country }) => names.of(country) ?? country)
    expect(listing).toContain(new Intl.ListFormat(language, { type: 'disjunction' }).format(countries))
  })

  it('quotes the note of the first button as it is', () => {
    const { form, note } = locales[language as keyof typeof locales]
    if (language === 'es') expect(listing).toContain(`«${form['existing-customer'].label} · ${note.use}»`)
  })
})
