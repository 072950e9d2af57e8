import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../src/form/form'
import knowledge from '../src/form/hostgator-chat.json'
import { learn } from '../src/form/learn'
import { lexicon } from '../src/form/lexicon'
import { phrase } from '../src/form/phrase'
import { DEPARTMENTS } from './support/words'

const { candidates } = lexicon(knowledge as Knowledge, learn(knowledge as Knowledge))

/** The attested strings with the entry that each means in its place: text, kind, entry. */
const KNOWN: ReadonlyArray<readonly [string, string, string]> = [
  ['Existing Customer', 'button', 'existing-customer'],
  ['New Customer', 'button', 'new-customer'],
  ['Name', 'field', 'name'],
  ['Billing Username', 'field', 'billing-username'],
  ['Select package…', 'field', 'package'],
  ['Hosting Package', 'field', 'package'],
  ['Login', 'button', 'login'],
  ['Shared', 'package', 'package.shared'],
  ['Domain', 'package', 'package.domain'],
  ...DEPARTMENTS.flatMap(([name, id, topics]) => [
    [name, 'department', id] as const,
    ...topics.map(([topic, own]) => [topic, 'topic', own] as const),
  ]),
]

/** Ways in which a label is written differently without meaning anything else. */
const HARMLESS: ReadonlyArray<readonly [string, (text: string) => string]> = [
  ['capitals', (text) => text.toUpperCase()],
  ['small letters', (text) => text.toLowerCase()],
  ['a star', (text) => `${text} *`],
  ['a colon', (text) => `${text}:`],
  ['required', (text) => `${text} (required)`],
  ['an ellipsis', (text) => `${text}...`],
  ['spaces', (text) => ` ${text.replaceAll(' ', '\u00A0 ')}\n`],
  ['and', (text) => text.replace(/[/&]/, ' and ')],
  ['an ampersand', (text) => text.replace('/', ' & ')],
  ['a zero-width space', (text) => `${text.slice(0, 2)}\u200B${text.slice(2)}`],
  ['a count', (text) => `${text} (3)`],
  ['the plural', (text) => (/(s|Security|VPS|SSL|WHM|SEO|Spam|cPanel|…|Shared)$/.test(text) ? text : `${text}s`)],
  ['the other order', (text) => text.split('/').reverse().join('/')],
  ['a dash', (text) => text.replace(/[/ ]/, ' - ')],
]

/** Labels that say the same in other words. */
const REWORDED: ReadonlyArray<readonly [string, string, string]> = [
  ['Billing Questions & Account Management', 'topic', 'topic.billing-questions'],
  ['Billing Questions or Account Managers', 'topic', 'topic.billing-questions'],
  ['Make a Payment', 'topic', 'topic.make-payment'],
  ['Cancel Account', 'topic', 'topic.account-cancellation'],
  ['Cancel your account', 'topic', 'topic.account-cancellation'],
  ['Account Cancelation', 'topic', 'topic.account-cancellation'],
  ['DNS Help', 'topic', 'topic.dns-assistance'],
  ['Manage DNS', 'topic', 'topic.dns-management'],
  ['Renew a Domain', 'topic', 'topic.domain-renewal'],
  ['Renewal of Domains', 'topic', 'topic.domain-renewal'],
  ['Transfer a Domain', 'topic', 'topic.domain-transfer'],
  ['Transferring your Domain', 'topic', 'topic.domain-transfer'],
  ['Domain Purchase', 'topic', 'topic.purchase-domain'],
  ['Purchase Domains', 'topic', 'topic.purchase-domain'],
  ['Setup an Email Account', 'topic', 'topic.email-setup'],
  ['Help with Spam', 'topic', 'topic.spam'],
  ['Mail Send/Receive Problems', 'topic', 'topic.mail-issues'],
  ['Reset your password', 'topic', 'topic.password-reset'],
  ['Problems with cPanel', 'topic', 'topic.cpanel'],
  ['Database Questions', 'topic', 'topic.database'],
  ['Website Problem', 'topic', 'topic.website'],
  ['SSL Support', 'topic', 'topic.ssl'],
  ['Billing Department', 'department', 'dept.billing'],
  ['Sales Team', 'department', 'dept.sales'],
  ['General Sales Questions', 'department', 'dept.sales'],
  ['Email Support', 'department', 'dept.email'],
  ['Domain Support', 'department', 'dept.domain'],
  ['Domains', 'department', 'dept.domain'],
  ['Security & Malware Issues', 'department', 'dept.malware'],
  ['VPS/Dedi', 'department', 'dept.dedi-vps'],
  ['Please enter your name', 'field', 'name'],
  ['Your Billing Username', 'field', 'billing-username'],
  ['Choose your package', 'field', 'package'],
  ['Existing Customers', 'button', 'existing-customer'],
  ['I am an existing customer', 'button', 'existing-customer'],
]

/** Labels that hold our words and mean something else, or may: they must stay unknown. */
const OTHERS: readonly string[] = [
  'Cancel Domain Renewal',
  'Domain Renewal Refund',
  'Domain Privacy',
  'DNS',
  'Do not make a payment',
  'Payment Methods',
  'Account Manager Feedback',
  'Reset WHM Password',
  'Remove SSL',
  'Website Design Refund',
  'Windows Updates for Office',
  'Domain Email Forwarding',
  'Spam Reseller',
  'Company Name',
  'Last Name on Invoice',
  'Not an existing customer',
  'Former Customer',
  'Billing Address',
  'Account Suspension',
  'Email Marketing Sales Refund',
  'Tech Jobs',
  'Sales Tax',
  'Dedicated Support Engineer',
  'Abuse',
  'Legal',
  'Migration',
  'Account Setup',
  'DNS Management Assistance Cancellation',
]

const meaning = (text: string, kind: string) =>
  candidates(phrase(text)).find(({ entry }) => entry.kind === kind)?.entry.id

describe('labels that drift', () => {
  const cases = [
    ...KNOWN.flatMap(([text, kind, id]) =>
      HARMLESS.map(([name, change]) => ({ text: change(text), kind, id, name })).filter((one) => one.text !== text),
    ),
    ...REWORDED.map(([text, kind, id]) => ({ text, kind, id, name: 'other words' })),
  ]

  it('are recognised where they clearly mean the same, and never taken for something else', () => {
    const found = cases.map((one) => ({ ...one, meant: meaning(one.text, one.kind) }))
    const wrong = found.filter(({ meant, id }) => meant !== undefined && meant !== id)
    const missed = found.filter(({ meant }) => meant === undefined)
    console.log(
      `${cases.length} labels: ${found.length - wrong.length - missed.length} recognised, ${missed.length} unknown, ${wrong.length} wrong`,
    )
    expect(cases.length).toBeGreaterThan(200)
    expect(wrong).toEqual([])
    expect(missed.map(({ text, name }) => `${name}: ${text}`)).toEqual([])
  })

  it.each(OTHERS)('stay unknown where they mean something else: %s', (text) => {
    expect(candidates(phrase(text)).map(({ entry }) => entry.id)).toEqual([])
  })
})
