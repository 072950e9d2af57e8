import { describe, expect, it } from 'vitest'
import mirror from '../../locales/sayings/es.json'
import type { Request } from '../../src/sayings/catalogue'
import requests from '../../src/sayings/customer.json'
import { createSearch } from '../../src/sayings/search'

const search = createSearch(requests as readonly Request[], mirror)

describe('the search for what to say', () => {
  it.each([
    ['no entiendo', /do not understand/],
    ['no recuerdo mi pin', /not remember the PIN/i],
    ['ya funciona', /works now/],
    ['sigue sin funcionar', /still does not work/],
    ['no quiero comprar', /not want to buy/],
    ['no me llegan correos', /not receive email/],
    ['NÚMERO DE TICKET', /ticket number/],
  ])('finds it in Spanish, with or without accents and capitals: %s', (asked, english) => {
    expect(search(asked, 1)[0]?.text).toMatch(english)
  })

  it('finds every sentence by its own Spanish', () => {
    const lost = Object.entries(mirror.requests).filter(
      ([id, { text }]) => !search(text, 3).some((found) => found.id === id),
    )
    expect(lost.map(([id]) => id)).toEqual([])
  })

  it('finds nothing for nothing, and for what nobody says', () => {
    expect(search('', 5)).toEqual([])
    expect(search('xyzxyz', 5)).toEqual([])
  })

  it('finds a word while it is still being typed', () => {
    expect(search('factu', 5).length).toBeGreaterThan(0)
  })
})
