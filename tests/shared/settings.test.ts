import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULTS, NOTES, readSettings, UNUSED } from '../../src/shared/settings'

it('takes what is stored', () => {
  expect(readSettings({ enabled: false, language: 'en' }, ['es', 'en'])).toMatchObject({
    enabled: false,
    language: 'en',
  })
})

it('falls back to Spanish for a language that is not there', () => {
  expect(readSettings({ language: 'fr' }, ['es', 'en']).language).toBe('es')
})

it('puts notes beside everything, and marks what is not used, unless it is told otherwise in words it knows', () => {
  expect(readSettings({ notes: 'step', unused: 'dimmed' }, ['es'])).toMatchObject({ notes: 'step', unused: 'dimmed' })
  expect(readSettings({ notes: ['step'], unused: 'hidden' }, ['es'])).toEqual(DEFAULTS)
  expect(DEFAULTS).toMatchObject({ notes: 'all', unused: 'marked' })
})

it('makes valid settings of anything', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { enabled, language, notes, unused } = readSettings(stored, ['es', 'en'])
      const chosen = NOTES.includes(notes) && UNUSED.includes(unused)
      return typeof enabled === 'boolean' && ['es', 'en'].includes(language) && chosen
    }),
  )
  expect(readSettings(undefined, ['es'])).toEqual(DEFAULTS)
})
