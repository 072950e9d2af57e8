import * as fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import es from '../../locales/es.json'
import type { Entry, Knowledge } from '../../src/form/form'
import { gist } from '../../src/form/gist'
import raw from '../../src/form/hostgator-chat.json'
import { learn } from '../../src/form/learn'
import { lexicon as createLexicon } from '../../src/form/lexicon'
import { LONGEST_NAME, type Phrase, phrase, singular } from '../../src/form/phrase'
import { runGuide } from '../../src/guide'
import { startSession } from '../../src/session'
import type { PageBrowser, PagePort } from '../../src/shared/page-browser'
import { readSettings } from '../../src/shared/settings'
import {
  build,
  type Change,
  change,
  changes,
  messages,
  type Part,
  parts,
  stores,
  TOPICS,
  words,
} from './support/generated'

const form = raw as Knowledge
const lexicon = createLexicon(form, learn(form))
/** `npm run fuzz` tries two hundred times as many. */
vi.setConfig({ testTimeout: process.env.FUZZ ? 3_600_000 : 60_000 })
const times = (full: number) => ({
  numRuns: process.env.FUZZ ? full : Math.ceil(full / 200),
  endOnFailure: !process.env.FUZZ,
})

beforeAll(() => {
  // What jsdom lacks of a browser; none of it matters to what is said about a text.
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  HTMLElement.prototype.showPopover = () => {}
  globalThis.requestAnimationFrame ??= (callback) => setTimeout(callback, 16) as unknown as number
  vi.spyOn(HTMLElement.prototype, 'matches').mockReturnValue(true)
})
beforeEach(() => document.body.replaceChildren())

/** What a browser's event is to its listeners, and a way to set it off. */
function eventOf<T>() {
  const listeners: ((value: T) => void)[] = []
  const addListener = (listener: (value: T) => void) => void listeners.push(listener)
  return { addListener, fire: (value: T) => listeners.forEach((listener) => void listener(value)) }
}

const settled = () => new Promise((done) => setTimeout(done))

/** Run the guide over a form and its changes. @returns what it said, and the HTML once it is off. */
async function guided(list: readonly Part[], steps: readonly Change[]) {
  const page = build(document, list)
  document.body.replaceChildren(page)
  const stop = new AbortController()
  const parts = {
    lexicon,
    texts: es,
    language: 'es',
    manner: () => ({ notes: 'all' as const, unused: 'marked' as const, ticks: {} }),
    report: () => {},
    ended: () => {},
    covered: () => [],
    isAlive: () => true,
  }
  startSession(document, parts, stop.signal)
  for (const step of steps) {
    change(page, step)
    await settled()
  }
  const labels = [...page.querySelectorAll('option[label]')].map(
    (option) => [(option as HTMLOptionElement).text, option.getAttribute('label') ?? ''] as const,
  )
  stop.abort()
  return { labels, html: document.documentElement.outerHTML }
}

function bare(list: readonly Part[], steps: readonly Change[]): string {
  const page = build(document, list)
  document.body.replaceChildren(page)
  for (const step of steps) change(page, step)
  return document.documentElement.outerHTML
}

/** Is this what may be said beside an English text? */
function isTrue(english: string, label: string): boolean {
  const [said = ''] = label.slice(english.length).replace(/^ — /, '').split(' · ')
  if (said === es.note.unknown || said === es.note.prompt) return true
  const meanings = lexicon
    .candidates(phrase(english))
    .map(({ entry }) => es.form[entry.id as keyof typeof es.form].label)
  return label.startsWith(english) && meanings.some((meaning) => meaning === said)
}

describe('whatever a page says,', () => {
  it('a phrase is short, and stays what it is when it is made again', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 700 })), (text) => {
        const once = phrase(text)
        expect(once.length).toBeLessThanOrEqual(LONGEST_NAME)
        expect(phrase(once)).toBe(once)
        expect(singular(singular(once)).length).toBeLessThanOrEqual(once.length)
      }),
      times(40_000),
    )
  })

  it('a text has a meaning only if its words are those of an entry', () => {
    const own = ({ id }: Entry) =>
      form.entries.filter((known) => known.id === id).flatMap(({ texts, also }) => [...texts, ...also].map(phrase))
    // Of two words that may be one, the beginning is the same; and words that mean nothing have no gist.
    const isLike = (one: string, other: string) =>
      one.slice(0, 4) === other.slice(0, 4) || one.replace(/s+$/, '') === other.replace(/s+$/, '')
    const telling = (text: string) => text.split(' ').filter((word) => gist(word as Phrase) !== '')
    const areWithin = (words: readonly string[], others: readonly string[]) =>
      words.every((word) => others.some((other) => isLike(word, other)))
    fc.assert(
      fc.property(words, (text) => {
        const said = phrase(text)
        for (const { entry, exact } of lexicon.candidates(said)) {
          if (exact) expect(own(entry)).toContain(said)
          const isSame = (text: Phrase) => {
            const [words, others] = [telling(said), telling(text)]
            return singular(text) === singular(said) || (areWithin(words, others) && areWithin(others, words))
          }
          expect(own(entry).filter(isSame)).not.toEqual([])
        }
      }),
      times(30_000),
    )
  })

  it('what it finds in the storage, settings are valid', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), (stored) => {
        const { enabled, language } = readSettings(stored, ['es', 'en'])
        expect([true, false]).toContain(enabled)
        expect(['es', 'en']).toContain(language)
      }),
      times(20_000),
    )
  })

  it('every note on an option is true, and off leaves the page as it would be without the guide', async () => {
    let said = 0
    await fc.assert(
      fc.asyncProperty(parts, changes, async (list, steps) => {
        const { labels, html } = await guided(list, steps)
        said += labels.length
        expect(labels.filter(([english, label]) => label.includes(' — ') && !isTrue(english, label))).toEqual([])
        expect(html).toBe(bare(list, steps))
      }),
      times(12_000),
    )
    expect(said).toBeGreaterThan(times(12_000).numRuns)
  })
})

/** What the search above has found, each mended since. */
const FOUND: ReadonlyArray<readonly [string, readonly Part[], readonly Change[]]> = [
  [
    'a group that says the same as an option is cloned',
    [
      {
        kind: 'select',
        label: 'Select a topic',
        groups: ['Billing Questions/Account Manager'],
        options: ['Make Payment'],
        values: false,
      },
      TOPICS,
    ],
    [{ what: 'clone', at: 1, text: '' }],
  ],
]

describe('as it was found once, off leaves the page as it would be without the guide, when', () => {
  it.each(FOUND)('%s', async (_name, list, steps) => {
    const { labels, html } = await guided(list, steps)
    expect(labels.length).toBeGreaterThan(0)
    expect(labels.filter(([english, label]) => label.includes(' — ') && !isTrue(english, label))).toEqual([])
    expect(html).toBe(bare(list, steps))
  })
})

describe('whatever comes over its connections,', () => {
  it('the guide answers with a whole status or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.oneof(fc.string(), fc.constant('status')), messages), { maxLength: 5 }),
        stores,
        async (sent, stored) => {
          const said: unknown[] = []
          const onConnect = eventOf<PagePort>()
          const onChanged = eventOf<Record<string, never>>()
          const store = { get: async (): Promise<Record<string, unknown>> => stored, set: async () => {} }
          const browser = {
            runtime: { id: 'x', onConnect },
            storage: {
              sync: store,
              local: store,
              onChanged,
            },
          }
          await runGuide(
            document,
            lexicon,
            { names: ['es', 'en'], texts: async () => es },
            browser as unknown as PageBrowser,
          )
          for (const [name, message] of [...sent, ['status', null] as const]) {
            onConnect.fire({
              name,
              postMessage: (one: unknown) => void said.push(one),
              onMessage: { addListener: (listener: (value: unknown) => void) => listener(message) },
              onDisconnect: { addListener: () => {} },
            } as unknown as PagePort)
            onChanged.fire({})
          }
          expect(said.length).toBe(sent.filter(([name]) => name === 'status').length + 1)
          for (const one of said) expect(one).toMatchObject({ form: false, unknown: [], paused: false })
          store.get = async () => ({ enabled: false })
          onChanged.fire({})
          await settled()
        },
      ),
      times(2000),
    )
  })
})
