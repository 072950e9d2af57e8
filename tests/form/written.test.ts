import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/form/form'
import knowledge from '../../src/form/hostgator-chat.json'
import { learn } from '../../src/form/learn'
import { lexicon } from '../../src/form/lexicon'
import { saysNothing } from '../../src/form/written'

const { meanings } = lexicon(knowledge as Knowledge, learn(knowledge as Knowledge))
const first = (text: string) => meanings(text)[0]?.entry.id ?? null

describe('a text as it is written', () => {
  it.each([
    ['1. Billing', 'dept.billing'],
    ['b) Domain Renewal', 'topic.domain-renewal'],
    ['(3) Sales', 'dept.sales'],
    ['#2 Name', 'name'],
    ['Step 1: Name', 'name'],
    ['01 - Tech Support', 'dept.tech-support'],
    ['● Sales', 'dept.sales'],
    ['Billing (offline)', 'dept.billing'],
    ['Sales – Online', 'dept.sales'],
    ['Tech Support [2 agents available]', 'dept.tech-support'],
    ['Malware/Security: closed now', 'dept.malware'],
    ['Billing Offline', 'dept.billing'],
    ['Tech Support: SSL', 'topic.ssl'],
    ['Billing | Make Payment', 'topic.make-payment'],
    ['Domain » DNS Assistance', 'topic.dns-assistance'],
    ['Support > Billing > Make Payment', 'topic.make-payment'],
    ['Malware/Security – Malware/Security', 'topic.malware'],
    ['SSL (Tech Support)', 'topic.ssl'],
    ['Email: Spam', 'topic.spam'],
  ])('means what it says without its number, state or path: %s', (text, id) => {
    expect(first(text)).toBe(id)
  })

  it.each([
    'Sales: SSL',
    'Billing - Domain Renewal',
    'Website Offline',
    'Billing (closed accounts)',
    'Spam – Refund',
    '2. Domain Privacy',
    'Email (new address)',
  ])('means nothing that it does not say: %s', (text) => {
    expect(meanings(text)).toEqual([])
  })

  it.each(['──────────', '--=Offline=--', '', ' ', '…', '2 agents online', '(Offline)'])(
    'says nothing: "%s"',
    (text) => {
      expect(saysNothing(text)).toBe(true)
    },
  )

  it.each(['Billing', 'Offline Payments', 'Open a ticket', '3'])('says something: %s', (text) => {
    expect(saysNothing(text)).toBe(false)
  })
})
