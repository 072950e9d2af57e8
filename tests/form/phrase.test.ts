import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrase, singular } from '../../src/form/phrase'

describe('phrase', () => {
  it.each([
    ['Select package…', 'Select package...'],
    ['Select package…', 'select  PACKAGE'],
    ['Name', ' Name:* '],
    ['Name', 'Name (required)'],
    ['Billing Questions/Account Manager', 'Billing Questions & Account Manager'],
    ['Billing Questions/Account Manager', 'Billing questions / account manager'],
    ['Malware/Security', 'Malware and Security'],
    ['Email', 'E-mail'],
    ['Login', 'Log in'],
    ['Login', 'LOG-IN'],
    ['cPanel', 'cPanel'],
    ['SSL', 'SSL (3)'],
    ['Domain', 'Do\u200Bmain'],
    ['Domain', 'Ｄｏｍａｉｎ'],
    ['Domain', '\u202ADomain\u202C'],
  ])('reads %j and %j as the same', (one, other) => {
    expect(phrase(other)).toBe(phrase(one))
  })

  it.each([
    ['Domain', 'Domains'],
    ['Domain', 'Dоmain'],
    ['VPS', 'Dedi/VPS'],
    ['New Customer', 'New Account'],
    ['Sales', 'Sale'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(phrase(other)).not.toBe(phrase(one))
  })

  it('is nothing for prose, however long', () => {
    expect(phrase('word '.repeat(200_000))).toBe('')
  })

  it('says the same of what it has said already', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => phrase(phrase(text)) === phrase(text)))
  })
})

describe('singular', () => {
  it.each([
    ['Domains', 'Domain'],
    ['Database Issues', 'Database Issue'],
    ['DNS', 'DNS'],
    ['Windows Addresses', 'Window Addresse'],
  ])('of %j is that of %j', (one, other) => {
    expect(singular(phrase(one))).toBe(singular(phrase(other)))
  })
})
