import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentOf, type RowStyle, rowLook, rowWords, toldContent } from '../../src/notes/row-style'

const NOTE = { id: 'x', label: 'Diseño', badge: 'No se usa', why: 'otra duda', hint: 'Más.', tone: 'unused' } as const
const style = (changed: Partial<RowStyle>): RowStyle => ({
  note: NOTE,
  look: 'light',
  form: 'whole',
  flow: 'line',
  apart: false,
  ...changed,
})

describe('what a note in a row says', () => {
  it.each([
    ['whole', 'light', 'Diseño · No se usa: otra duda'],
    ['brief', 'light', 'Diseño · No se usa'],
    ['whole', 'light dimmed', 'Diseño · No se usa'],
    ['unseen', 'light dimmed', 'Diseño · No se usa: otra duda'],
    ['spoken', 'light', 'Diseño. No se usa: otra duda. Más.'],
  ] as const)('is, %s and %s: %s', (form, look, words) => {
    expect(rowWords(style({ form, look }))).toBe(words)
  })
})

describe('the style of a note in a row', () => {
  it('is nothing but important declarations, which no page can undo by accident', () => {
    for (const form of ['whole', 'unseen'] as const)
      for (const declaration of rowLook(style({ form })).split(';'))
        expect(declaration).toMatch(/^[a-z-]+:.+!important$/)
  })

  it('cannot be ended by what the note says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\n', '\r', '\f', '\0', 'ñ', '2') }),
        (label) => {
          const written = contentOf(style({ note: { ...NOTE, label, badge: '', why: '' } }))
          expect(written.slice(1, -1)).not.toMatch(/["\n\r\f\0]|\\(?![0-9a-f]+ )/)
        },
      ),
    )
  })

  it('is known again in what the browser tells of it', () => {
    expect(toldContent(style({ note: { ...NOTE, label: 'a "b" \\', badge: '', why: '' } }))).toBe('"a \\"b\\" \\\\"')
  })
})
