import { describe, expect, it } from 'vitest'
import { distance, sound, speller } from '../../src/finder/spelling'

const correct = (word: string, unfinished = false) =>
  speller(
    new Map([
      ['contrasena', 9],
      ['transferencia', 5],
      ['factura', 7],
      ['no', 9],
      ['llegan', 6],
    ]),
  ).correct(word, unfinished)

describe('the spelling', () => {
  it.each([
    ['kontracena', 'contrasena'],
    ['factrua', 'factura'],
    ['trasferensia', 'transferencia'],
    ['yegan', 'llegan'],
  ])('takes «%s» for «%s»', (wrong, right) => {
    expect(correct(wrong)).toEqual([right])
  })

  it('parts words that were written as one', () => {
    expect(correct('nollegan')).toEqual(['no', 'llegan'])
  })

  it('completes a word only while it is being typed', () => {
    expect(correct('trans', true)).toEqual(['transferencia'])
    expect(correct('trans')).toEqual(['trans'])
  })

  it('leaves alone what is nothing known', () => {
    expect(correct('pizza')).toEqual(['pizza'])
  })

  it('counts a swap of neighbours as one mistake', () => {
    expect(distance('factrua', 'factura', 2)).toBe(1)
    expect(distance('factura', 'factura', 2)).toBe(0)
  })

  it('hears what sounds the same in the Americas', () => {
    expect(sound('zapato')).toBe(sound('sapato'))
    expect(sound('hueso')).toBe(sound('ueso'))
    expect(sound('cancelar')).toBe(sound('kanselar'))
  })
})
