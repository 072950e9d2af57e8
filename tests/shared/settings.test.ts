import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULTS, readSettings } from '../../src/shared/settings'

it('takes what is stored', () => {
  expect(readSettings({ enabled: false, language: 'en' }, ['es', 'en'])).toMatchObject({
    enabled: false,
    language: 'en',
  })
})

it('falls back to Spanish for a language that is not there', () => {
  expect(readSettings({ language: 'fr' }, ['es', 'en']).language).toBe('es')
})

it('makes valid settings of anything', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { enabled, language } = readSettings(stored, ['es', 'en'])
      return typeof enabled === 'boolean' && ['es', 'en'].includes(language)
    }),
  )
  expect(readSettings(undefined, ['es'])).toEqual(DEFAULTS)
})
