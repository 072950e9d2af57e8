import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import problems from '../../locales/problems/es.json'
import { type Answer, createFinder } from '../../src/finder/find'
import { train } from '../../src/finder/train'
import hostgatorChat from '../../src/form/hostgator-chat.json'

const model = train(problems)
const find = createFinder(model)
const used = new Map(hostgatorChat.entries.map(({ id, used }) => [id, used]))
const topicsOf = (answer: Answer) => (answer.kind === 'topics' || answer.kind === 'unused' ? answer.topics : [])
const bestOf = (text: string) => topicsOf(find(text))[0]

/** Real words in any order, with anything between them. */
const spoken = fc
  .array(fc.oneof(fc.constantFrom(...Object.values(problems.groups).flat()), fc.string()), { maxLength: 8 })
  .map((words) => words.join(' '))

/** Reading a hundred problems of random words takes its time on a machine that has other work. */
const PATIENCE = 60_000

describe('the finder', () => {
  it.each([
    ['aiuda no abre mi tienda', 'topic.website'],
    ['los mail me rebotan', 'topic.mail-issues'],
    ['q es este cobro raro', 'topic.billing-questions'],
    ['kiero dar d baja el ospedaje', 'topic.account-cancellation'],
    ['olbide mi kontraseña', 'topic.password-reset'],
    ['DNS_PROBE_FINISHED_NXDOMAIN', 'topic.dns-assistance'],
    ['cambiar los nameservers', 'topic.dns-management'],
    ['503 Service Unavailable', 'topic.website'],
    ['Error establishing a database connection', 'topic.database'],
    ['NET::ERR_CERT_DATE_INVALID', 'topic.ssl'],
    ['crear ventas@mitienda.com', 'topic.email-setup'],
  ])('understands «%s»', (text, topic) => {
    expect(bestOf(text)).toBe(topic)
  })

  it(
    'never throws, and names at most three topics, all of them used',
    () => {
      fc.assert(
        fc.property(fc.oneof(spoken, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
          const topics = topicsOf(find(text))
          expect(topics.length).toBeLessThanOrEqual(3)
          expect(new Set(topics).size).toBe(topics.length)
          for (const topic of topics) expect(used.get(topic)).toBe(true)
        }),
      )
    },
    PATIENCE,
  )

  it(
    'says the same to the same problem, whatever was asked before',
    () => {
      const again = createFinder(model)
      fc.assert(
        fc.property(spoken, spoken, (text, other) => {
          again(other)
          expect(again(text)).toEqual(find(text))
        }),
      )
    },
    PATIENCE,
  )

  it(
    'does not mind capitals and accents',
    () => {
      const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
      const loud = (text: string) =>
        plain(text)
          .replace(/[aeiou]/g, (vowel) => `${vowel}\u0301`)
          .toUpperCase()
      const answer = (text: string) => JSON.stringify(find(text))
      const examples = Object.values(problems.examples).flat()
      expect(examples.filter((text) => answer(loud(text)) !== answer(text))).toEqual([])
    },
    PATIENCE,
  )

  it(
    'names what the guide does not use only to who names it',
    () => {
      expect(find('mi vps esta caido')).toMatchObject({ kind: 'unused', entry: 'dept.dedi-vps' })
      expect(find('no abre el whm')).toMatchObject({ kind: 'unused', entry: 'topic.whm' })
      fc.assert(
        fc.property(spoken, (text) => {
          const answer = find(text)
          if (answer.kind === 'unused') expect(used.get(answer.entry)).toBe(false)
        }),
      )
    },
    PATIENCE,
  )

  it.each([
    'correo',
    'mi correo',
    'Dominio',
    'ayuda',
    'no funciona',
    'hola, necesito ayuda!!',
    'buenas tardes',
    'no puedo',
    'quiero hablar con alguien',
  ])('asks back when only «%s» was said', (text) => {
    expect(find(text).kind).toBe('question')
  })

  it.each(['negocio', 'google', 'internet', 'clientes', 'pantalla'])(
    'does not say that something is not used to who only says «%s»',
    (text) => {
      expect(find(text).kind).not.toBe('unused')
    },
  )

  it('does not ask who has asked', () => {
    expect(find('¿Qué es un dominio?').kind).toBe('topics')
  })

  it('finds a topic for every answer to its own questions', () => {
    const answers = problems.questions.flatMap(({ answers }) => answers)
    expect(answers.filter((text) => find(text).kind !== 'topics')).toEqual([])
  })

  it.each(['quiero una pizza', 'zzyzx qwrtplk', 'Привет из Москвы'])('does not pretend to understand «%s»', (text) => {
    expect(find(text).kind).toBe('unknown')
  })

  it.each(['', '  ', 'n', 'wrt'])('waits for more after «%s»', (text) => {
    expect(find(text).kind).toBe('short')
  })
})

describe('the words that customers use', () => {
  it('belong to entries of the form, and every used topic has examples', () => {
    const topics = hostgatorChat.entries.filter(({ kind, used }) => kind === 'topic' && used).map(({ id }) => id)
    expect(topics.filter((id) => !Object.hasOwn(problems.examples, id))).toEqual([])
    expect(Object.keys(problems.examples).filter((id) => !used.has(id))).toEqual([])
  })

  it('call unused what the form has and the guide does not use', () => {
    const examples = Object.keys(problems.examples)
    expect([...problems.unused].sort()).toEqual(examples.filter((id) => !used.get(id)).sort())
  })

  it(
    'give the same model each time',
    () => {
      const few = Object.entries(problems.examples).map(([topic, texts]) => [topic, texts.slice(0, 10)])
      const some = { ...problems, examples: Object.fromEntries(few) }
      expect(train(some)).toEqual(train(some))
    },
    PATIENCE,
  )
})
