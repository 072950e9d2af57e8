import * as fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import es from '../../locales/es.json'
import { DOCKS } from '../../src/companion/docks'
import { readPlacement } from '../../src/companion/placement'
import type { Entry, Knowledge } from '../../src/form/form'
import { gist } from '../../src/form/gist'
import raw from '../../src/form/hostgator-chat.json'
import { learn } from '../../src/form/learn'
import { lexicon as createLexicon } from '../../src/form/lexicon'
import { LONGEST_NAME, type Phrase, phrase, singular } from '../../src/form/phrase'
import { runGuide } from '../../src/guide'
import { startSession } from '../../src/session'
import { isTopic, readJourney } from '../../src/shared/journey'
import type { PageBrowser, PagePort } from '../../src/shared/page-browser'
import { NOTES, readSettings, UNUSED } from '../../src/shared/settings'
import { readRequest, readStatus } from '../../src/shared/status'
import { readTextsRequest } from '../../src/shared/texts-request'
import {
  anything,
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
/** `npm run fuzz` tries five hundred times as many. */
vi.setConfig({ testTimeout: process.env.FUZZ ? 3_600_000 : 60_000 })
const times = (full: number) => ({
  numRuns: process.env.FUZZ ? full : Math.ceil(full / 500),
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
  // No spies: they remember each of millions of calls.
  Object.assign(HTMLElement.prototype, { matches: () => true })
  globalThis.getComputedStyle = looks(getComputedStyle)
})
beforeEach(() => document.body.replaceChildren())

/** The generated pages have no styles, so that an element looks like all others of its tag: jsdom takes its time to say so. */
function looks(real: typeof getComputedStyle): typeof getComputedStyle {
  const known = new Map<string, CSSStyleDeclaration>()
  return (element, pseudo) => {
    const key = `${element.localName} ${pseudo ?? ''}`
    const plain = () => real(document.createElement(element.localName))
    const look = known.get(key) ?? (pseudo ? ({ content: 'none' } as CSSStyleDeclaration) : plain())
    known.set(key, look)
    return look
  }
}

/** What a browser's event is to its listeners, and a way to set it off. */
function eventOf<T>() {
  const listeners: ((value: T) => void)[] = []
  const addListener = (listener: (value: T) => void) => void listeners.push(listener)
  return { addListener, fire: (value: T) => listeners.forEach((listener) => void listener(value)) }
}

const settled = () => new Promise((done) => setTimeout(done))

/** What a form would send, by the browser's own account. */
const sentBy = (page: HTMLElement) =>
  page instanceof HTMLFormElement ? [...new FormData(page)].map(([name, value]) => `${name}=${value}`) : []

/** Run the guide over a form and its changes. @returns what it said, what is sent, and the HTML once it is off. */
async function guided(list: readonly Part[], steps: readonly Change[]) {
  const page = build(document, list)
  document.body.replaceChildren(page)
  const stop = new AbortController()
  const parts = {
    lexicon,
    texts: es,
    language: 'es',
    manner: () => ({ notes: 'all' as const, unused: 'marked' as const, ticks: {}, topic: null }),
    report: () => {},
    arranged: () => {},
    ended: () => {},
    covered: () => [],
    isAlive: () => true,
  }
  startSession(document, parts, stop.signal)
  for (const step of steps) {
    change(page, step)
    await settled()
  }
  const options = [...page.querySelectorAll('option[label]')].map(
    (option) => [(option as HTMLOptionElement).text, option.getAttribute('label') ?? ''] as const,
  )
  const rows = drawnIn(page)
  const sent = sentBy(page)
  stop.abort()
  return { labels: [...options, ...rows], rows: rows.length, sent, html: document.documentElement.outerHTML }
}

/** The notes of rows, by the guide's style sheet: jsdom draws nothing. */
function drawnIn(page: Element): ReadonlyArray<readonly [string, string]> {
  const css = document.querySelector('guia-capa > style')?.textContent ?? ''
  const rules = css.matchAll(/([^{}]+):not\([#\w]+\)::(after|before)\{content:"([^"]*)"\}/g)
  return [...rules].flatMap(([, selector = '', side, content = '']) => {
    const host = document.querySelector(selector)
    if (!host || !page.contains(host)) return []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let english = ''
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const isBefore = (host.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) > 0
      const isIn = side === 'after' && host.contains(node)
      if ((isBefore || isIn) && node.nodeValue?.trim()) english = node.nodeValue.replace(/\s+/g, ' ').trim()
    }
    return [[english, `${english} — ${content}`] as const]
  })
}

function bare(list: readonly Part[], steps: readonly Change[]) {
  const page = build(document, list)
  document.body.replaceChildren(page)
  for (const step of steps) change(page, step)
  return { sent: sentBy(page), html: document.documentElement.outerHTML }
}

/** Is this what may be said beside an English text? */
function isTrue(english: string, label: string): boolean {
  const [said = ''] = label.slice(english.length).replace(/^ — /, '').split(' · ')
  if (said === es.note.unknown || said === es.note.prompt) return true
  const candidates = lexicon.candidates(phrase(english))
  // What nobody knows may stand under a department that is not used, and is told by that.
  if (candidates.length === 0 && said === es.form['dept.dedi-vps'].label) return label.endsWith(es.note.notUsed)
  const meanings = candidates.map(({ entry }) => es.form[entry.id as keyof typeof es.form].label)
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
      times(200_000),
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
      times(200_000),
    )
  })

  it('of what it finds in the storage or is told, it takes what is valid and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(anything, stores, messages), (found) => {
        const { enabled, language, companion, notes, unused } = readSettings(found, ['es', 'en'])
        expect([typeof enabled, typeof companion]).toEqual(['boolean', 'boolean'])
        expect(['es', 'en']).toContain(language)
        expect([...NOTES, ...UNUSED]).toEqual(expect.arrayContaining([notes, unused]))
        const { ticks, topic } = readJourney(found, form)
        expect(Object.keys(ticks).filter((id) => !form.steps.some((step) => step.id === id))).toEqual([])
        expect(topic === null || isTopic(topic, form)).toBe(true)
        const { open, dock } = readPlacement(found)
        expect([typeof open, dock === null || DOCKS.includes(dock)]).toEqual(['boolean', true])
        expect(isTopic(readRequest(found, form)?.topic ?? 'topic.spam', form)).toBe(true)
        expect(['string', 'object']).toContain(typeof readTextsRequest(found))
        expect(readStatus(found)?.unknown ?? []).toBeInstanceOf(Array)
      }),
      times(100_000),
    )
  })

  it('every note on an option or row is true, the same is sent, and off leaves the page as it would be without the guide', async () => {
    const said = { labels: 0, rows: 0, sent: 0 }
    await fc.assert(
      fc.asyncProperty(parts, changes, async (list, steps) => {
        const { labels, rows, ...left } = await guided(list, steps)
        said.labels += labels.length
        said.rows += rows
        said.sent += left.sent.length
        expect(labels.filter(([english, label]) => label.includes(' — ') && !isTrue(english, label))).toEqual([])
        expect(left).toEqual(bare(list, steps))
      }),
      times(40_000),
    )
    const { numRuns } = times(40_000)
    expect(said.labels).toBeGreaterThan(numRuns)
    // Without a layout, rows that may stand side by side have none; a short run may have only such.
    if (process.env.FUZZ) expect(said.rows).toBeGreaterThan(numRuns / 50)
    expect(said.sent).toBeGreaterThan(numRuns)
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
  [
    'a row is cloned with its note, and what is left is not the form',
    [
      { kind: 'field', label: 'Purchase a Domain', type: 'text', placeholder: ':Existing Customer' },
      { kind: 'field', label: ':Existing Customer', type: 'text', placeholder: '' },
      { kind: 'field', label: 'Billing Questions/Account Manager', type: 'text', placeholder: 'Existing Customer' },
      { kind: 'button', text: 'Mail Account Setup', input: false },
      {
        kind: 'rows',
        tag: 'li',
        rows: [
          '',
          '',
          ':Existing Customer',
          'Malware & Security',
          'Existing Customer',
          'Existing Customer',
          ':Malware & Security',
          'Existing Customer',
          ':Existing Customer',
          'Existing Customer',
        ],
        role: 'option',
      },
      { kind: 'button', text: '', input: false },
      { kind: 'select', label: '', options: [], groups: [], values: false },
    ],
    [
      { what: 'add', at: 8, text: ' (required)Existing Customer' },
      { what: 'clone', at: 29, text: 'Existing Customer' },
    ],
  ],
]

describe('as it was found once, off leaves the page as it would be without the guide, when', () => {
  it.each(FOUND)('%s', async (_name, list, steps) => {
    const { labels, rows: _, ...left } = await guided(list, steps)
    expect(labels.filter(([english, label]) => label.includes(' — ') && !isTrue(english, label))).toEqual([])
    expect(left).toEqual(bare(list, steps))
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
      times(10_000),
    )
  })
})
