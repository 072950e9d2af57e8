import { describe, expect, it } from 'vitest'
import en from '../locales/en.json'
import es from '../locales/es.json'
import enSayings from '../locales/sayings/en.json'
import esSayings from '../locales/sayings/es.json'
import { blanksIn, CHAT } from '../src/form/chat'
import { checkForm, type Form } from '../src/form/form'
import raw from '../src/form/hostgator-chat.json'
import { learn } from '../src/form/learn'
import { lexicon } from '../src/form/lexicon'
import { phrase } from '../src/form/phrase'
import { toPrepare } from '../src/form/preparation'
import agentRaw from '../src/sayings/agent.json'
import { CAREFUL, type Family, type Mirror, type Request, type Saying, WANTS } from '../src/sayings/catalogue'
import customerRaw from '../src/sayings/customer.json'
import familiesRaw from '../src/sayings/families.json'
import { DEPARTMENTS, UNUSED } from './support/words'

const form = checkForm(raw)
const agent = agentRaw as readonly Saying[]
const customer = customerRaw as readonly Request[]
const FAMILIES = familiesRaw as readonly Family[]
const ids = form.entries.map((entry) => entry.id)
/** The sections of the guide, and the document of attested facts, that an entry may name as its source. */
const SOURCE =
  /^(guide: (Primer Paso|Elige tu servicio|Login|Facturación|Dominios|Email|Malware & Seguridad|Ventas|Apoyo Técnico)\b|form\.md: )/

/** Every key of a locale, as a path. Plural forms differ between languages and count as one key. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path.replace(/_(one|many|other)$/, '')]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key))
}

describe('the knowledge of the form', () => {
  it('has every attested string, with the meaning it has', () => {
    const byText = new Map(
      form.entries.flatMap((entry) => entry.texts.map((text) => [`${entry.kind} ${text}`, entry.id])),
    )
    for (const [department, id, topics] of DEPARTMENTS) {
      expect(byText.get(`department ${department}`)).toBe(id)
      for (const [topic, own] of topics) expect(byText.get(`topic ${topic}`)).toBe(own)
    }
    for (const [text, id] of [
      ['button Existing Customer', 'existing-customer'],
      ['button New Customer', 'new-customer'],
      ['field Name', 'name'],
      ['field Billing Username', 'billing-username'],
      ['field Select package…', 'package'],
      ['field Hosting Package', 'package'],
      ['package Shared', 'package.shared'],
      ['package Domain', 'package.domain'],
      ['button Login', 'login'],
    ] as const) {
      expect(byText.get(text)).toBe(id)
    }
    expect(ids).toContain('password')
  })

  it('has no department or topic that is not attested', () => {
    const attested = DEPARTMENTS.flatMap(([, id, topics]) => [id, ...topics.map(([, own]) => own)])
    expect(ids.filter((id) => /^(dept|topic)\./.test(id)).sort()).toEqual([...attested].sort())
  })

  it('says «not used» of exactly what the guide does not use', () => {
    const unused = form.entries.filter((entry) => !entry.used).map((entry) => entry.id)
    const packages = ['reseller', 'vps', 'dedicated', 'cloud', 'wordpress'].map((name) => `package.${name}`)
    expect(unused.sort()).toEqual([...UNUSED, ...packages].sort())
  })

  it('names a source for every entry', () => {
    expect(form.entries.filter((entry) => !SOURCE.test(entry.source)).map((entry) => entry.id)).toEqual([])
  })

  it('gives no text to two entries of the same kind and department', () => {
    const seen = new Map<string, string>()
    for (const entry of form.entries) {
      for (const text of [...entry.texts, ...entry.also]) {
        const key = `${entry.kind} ${entry.department ?? ''} ${phrase(text)}`
        expect([text, seen.get(key) ?? entry.id]).toEqual([text, entry.id])
        seen.set(key, entry.id)
      }
    }
  })

  it('recognises every text that it lists', () => {
    const { candidates } = lexicon(form, learn(form))
    for (const entry of form.entries) {
      for (const text of [...entry.texts, ...entry.also]) {
        expect(candidates(phrase(text)).map((candidate) => candidate.entry.id)).toContain(entry.id)
      }
    }
  })

  it.each([
    ['twice', (entries: Form['entries']) => [...entries, entries[0]], 'stands twice'],
    ['without a source', ([first, ...rest]: Form['entries']) => [{ ...first, source: '' }, ...rest], 'has no source'],
    ['of no kind', ([first, ...rest]: Form['entries']) => [{ ...first, kind: 'link' }, ...rest], 'unknown kind'],
    [
      'without English',
      ([first, ...rest]: Form['entries']) => [{ ...first, texts: [], also: [] }, ...rest],
      'no English',
    ],
  ])('refuses an entry that is there %s', (_what, change, message) => {
    expect(() => checkForm({ ...form, entries: change(form.entries) })).toThrow(message)
  })
})

describe('the English of the chat', () => {
  const topics = form.entries.filter(({ kind, used }) => kind === 'topic' && used).map(({ id }) => id)

  it('has a first message and something to prepare for exactly the topics that the guide uses', () => {
    expect(Object.keys(CHAT.openings).sort()).toEqual([...topics].sort())
    for (const topic of topics) expect(toPrepare(topic)).toEqual(expect.arrayContaining(['portal', 'pin']))
  })

  it('names what comes after the form after what is needed in it, and each thing once', () => {
    expect(toPrepare('topic.account-cancellation')).toEqual([
      'cancelWhat',
      'domain',
      'portal',
      'pin',
      'pinForgotten',
      'confirmation',
    ])
    expect(toPrepare('topic.malware').at(-1)).toBe('review')
    expect(toPrepare('topic.password-reset').slice(0, 2)).toEqual(['portal', 'portalForgotten'])
    expect(toPrepare('topic.ssl')).toEqual(['domain', 'error', 'portal', 'pin', 'pinForgotten'])
  })

  it('leaves no blank in a first message that the customer was not told to have at hand, or cannot say without', () => {
    const ABOUT_MONEY = ['amount']
    for (const [topic, openings] of Object.entries(CHAT.openings)) {
      const blanks = openings.flatMap(blanksIn).filter((blank) => !ABOUT_MONEY.includes(blank))
      const known = [...toPrepare(topic), 'domain', 'mailbox']
      expect([topic, blanks.filter((blank) => !known.includes(blank))]).toEqual([topic, []])
    }
  })

  it('asks to cancel all of an account only where that was chosen', () => {
    const cancels = CHAT.openings['topic.account-cancellation'] ?? []
    expect(cancels.filter((text) => /whole account\b(?!\.)/.test(text) && !/not the whole account/.test(text))).toEqual(
      [cancels[3]],
    )
  })
})

describe('what is said in the chat', () => {
  const families = new Map(FAMILIES.map(({ id, members }) => [id, members]))

  it('has at least 150 things that agents say in 12 groups, and 80 that customers say, each once', () => {
    expect(new Set(agent.map(({ id }) => id)).size).toBe(agent.length)
    expect(agent.length).toBeGreaterThanOrEqual(150)
    expect(new Set(agent.map(({ group }) => group)).size).toBe(12)
    expect(new Set(customer.map(({ id }) => id)).size).toBe(customer.length)
    expect(customer.length).toBeGreaterThanOrEqual(80)
  })

  it('knows what the agent wants, and what to be careful with', () => {
    for (const { id, wants, careful, says } of [...agent, ...FAMILIES.map((one) => ({ ...one, says: one.members }))]) {
      expect([id, (WANTS as readonly string[]).includes(wants), says.length > 1]).toEqual([id, true, true])
      expect([id, careful === null || (CAREFUL as readonly string[]).includes(careful)]).toEqual([id, true])
    }
  })

  it('has no saying in two families, and none that is not there', () => {
    const members = [...families.values()].flat()
    expect(new Set(members).size).toBe(members.length)
    expect(members.filter((id) => !agent.some((one) => one.id === id))).toEqual([])
    expect([...families.keys()].filter((id) => agent.some((one) => one.id === id))).toEqual([])
  })

  it('is urgent or dangerous together only if it is so in one of its members', () => {
    for (const { id, urgent, careful, members } of FAMILIES) {
      const own = agent.filter((one) => members.includes(one.id))
      if (urgent) expect([id, own.some((one) => one.urgent)]).toEqual([id, true])
      if (careful) expect([id, own.some((one) => one.careful === careful)]).toEqual([id, true])
    }
  })

  it.each([
    ['es', esSayings],
    ['en', enSayings],
  ])('means something in %s, with the same blanks', (_language, mirror: Mirror) => {
    expect(Object.keys(mirror.sayings).sort()).toEqual(agent.map(({ id }) => id).sort())
    expect(Object.keys(mirror.requests).sort()).toEqual(customer.map(({ id }) => id).sort())
    expect(Object.keys(mirror.families).sort()).toEqual([...families.keys()].sort())
    const blanks = (text: string) => [...blanksIn(text)].sort()
    for (const { id, replies } of agent) {
      expect([id, mirror.sayings[id]?.replies.map(blanks)]).toEqual([id, replies.map(blanks)])
      expect(mirror.sayings[id]?.meaning).toMatch(/\S/)
    }
    for (const { id, text } of customer)
      expect([id, blanks(mirror.requests[id]?.text ?? '')]).toEqual([id, blanks(text)])
  })

  it.each([
    ['es', es],
    ['en', en],
  ])('has a name in %s for each blank and each group', (_language, { chat }) => {
    const texts = [...agent.flatMap(({ replies }) => replies), ...customer.map(({ text }) => text)]
    const names = [...texts, ...Object.values(CHAT.openings).flat()].flatMap(blanksIn)
    expect([...new Set(names)].filter((name) => !(name in chat.blank))).toEqual([])
    const groups = [...agent, ...customer].map(({ group }) => group)
    expect([...new Set(groups)].filter((group) => !(group in chat.groups))).toEqual([])
  })
})

describe.each([
  ['es', es],
  ['en', en],
])('the locale %s', (_language, locale) => {
  it('says something about every entry, and about nothing else', () => {
    expect(Object.keys(locale.form).sort()).toEqual([...ids].sort())
  })

  it('has a reason for everything that is not used, and only for that', () => {
    const reasons = Object.entries(locale.form).filter(([, texts]) => 'why' in texts && texts.why)
    expect(reasons.map(([id]) => id).sort()).toEqual(
      form.entries
        .filter((entry) => !entry.used)
        .map((entry) => entry.id)
        .sort(),
    )
  })

  it('has short labels, and a sentence or two of explanation', () => {
    for (const [id, { label, hint }] of Object.entries(locale.form)) {
      expect([id, label.length <= 28, hint.length > 0 && hint.length <= 110]).toEqual([id, true, true])
    }
  })

  it('has something to say about everything to prepare', () => {
    const said = new Set(Object.keys(locale.prepare))
    expect(
      Object.keys(CHAT.openings)
        .flatMap(toPrepare)
        .filter((id) => !said.has(id)),
    ).toEqual([])
  })

  it('mirrors every first message and what is always in sight, with the same blanks', () => {
    const openings: Readonly<Record<string, readonly string[]>> = locale.chat.opening
    for (const [topic, texts] of Object.entries(CHAT.openings)) {
      expect([topic, openings[topic]?.map(blanksIn)]).toEqual([topic, texts.map(blanksIn)])
    }
    expect(Object.entries(locale.chat.details).map(([name, text]) => [name, blanksIn(text)])).toEqual(
      Object.entries(CHAT.details).map(([name, text]) => [name, blanksIn(text)]),
    )
    expect(Object.keys(locale.chat.emergency)).toEqual(['title', ...CHAT.emergency.map(({ id }) => id)])
  })

  it('has hints of at most 110 letters in the companion too', () => {
    const hints = [...Object.values(locale.prepare), ...Object.values(locale.way), ...Object.values(locale.companion)]
    expect(hints.filter((hint) => hint.length > 110)).toEqual([])
    const steps = Object.values(locale.step)
    expect(steps.filter(({ short, todo }) => short.length > 28 || todo.length > 110)).toEqual([])
  })

  it('has the same keys as the other', () => {
    expect(new Set(keysOf(locale))).toEqual(new Set(keysOf(es)))
  })
})
