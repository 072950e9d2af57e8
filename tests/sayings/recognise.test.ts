// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { lessonsOf } from '../../scripts/sayings.mjs'
import { createCueReader } from '../../src/sayings/cues'
import { createReader } from '../../src/sayings/features'
import { type Answer, createRecogniser } from '../../src/sayings/recognise'
import { stem } from '../../src/sayings/stem'
import { type Lessons, train } from '../../src/sayings/train'
import { corrector } from '../../src/sayings/typos'
import { pack, unpack } from '../../src/sayings/weights'
import { wordsOf } from '../../src/sayings/words'

/** Learning takes half a minute on a machine that has other work. */
const PATIENCE = 300_000
const lessons = (await lessonsOf()) as Lessons
const shortenings = new Map(
  Object.entries(lessons.lexicon.shortenings).map(([short, long]) => [short, long.split(' ')] as const),
)
const words = (text: string) => wordsOf(text, shortenings).join(' ')

describe('the words of a sentence', () => {
  it.each([
    ["I can't find it", 'i can not find it'],
    ['I cannot find it', 'i can not find it'],
    ["We'll look, don’t worry", 'we will look do not worry'],
    ['I have 2 tickets', 'i have xn tickets'],
    ['I have two tickets', 'i have xn tickets'],
    ['It costs $12.99', 'it costs xmoney'],
    ['Hello, my name is Kevin', 'hello my name is xname'],
    ["I'm checking", 'i am checking'],
    ['Open mitienda.com', 'open xsite'],
    ['', ''],
  ])('are the same however they are written: %s', (text, same) => {
    expect(words(text)).toBe(same)
  })

  it.each([
    ['checking', 'checked'],
    ['invoices', 'invoice'],
    ['moved', 'moving'],
    ['tries', 'try'],
  ])('share what their forms share: %s, %s', (one, other) => {
    expect(stem(one)).toBe(stem(other))
  })

  it('are corrected where one slip makes them known, and left alone where not', () => {
    const correct = corrector(['password', 'email', 'please'])
    expect(['pasword', 'emial', 'plaese', 'emu', 'banana'].map(correct)).toEqual([
      'password',
      'email',
      'please',
      'emu',
      'banana',
    ])
  })

  it('tell what is denied from what is not', () => {
    const read = createReader(lessons.lexicon, [])
    expect(read('We can restore it.').denied).toBe(0)
    expect(read('We are unable to restore it.').denied).toBe(1)
    expect(read("Please don't hesitate to ask.").denied).toBe(0)
  })
})

describe('a cue', () => {
  it('fits where all of it occurs and nothing that it bars', () => {
    const cues = createCueReader({ pin: ['@pin &request|&which -invalid'] })
    const has = (...names: string[]) => cues((name) => names.includes(name))
    expect(has('@pin', '&which')).toEqual(['pin'])
    expect(has('@pin', '&which', 'invalid')).toEqual([])
    expect(has('@pin')).toEqual([])
  })
})

describe('packed weights', () => {
  it('are near what they were, and what does not matter is gone', () => {
    const rows = unpack(pack(new Map([['word', new Float32Array([2, 0.01, -0.7])]])))
    expect([...(rows.get('word')?.places ?? [])]).toEqual([0, 2])
    expect(rows.get('word')?.weights[0]).toBeCloseTo(2)
    expect(rows.get('word')?.weights[1]).toBeCloseTo(-0.7)
  })
})

describe(
  'an agent’s sentence',
  () => {
    const recognise = createRecogniser(train(lessons))
    const idOf = (answer: Answer) => (answer.kind === 'unknown' ? 'unknown' : answer.id)

    it.each([
      [
        'ask-pin',
        'Could you please provide your security PIN?',
        "What's your PIN?",
        'plz provide ur security pin',
        'Could you plese provide yuor securty PIN?',
      ],
      ['still-there', 'Are you still there?', 'Hello, are you there?', 'are u still there??'],
    ])(
      'means the same whatever its wording: %s',
      (id, ...wordings) => {
        expect(wordings.map((text) => idOf(recognise(text)))).toEqual(wordings.map(() => id))
      },
      PATIENCE,
    )

    it.each([
      ['The domain is available.', 'The domain is not available.'],
      ['I turned off the auto-renew.', 'I turned on the auto-renew.'],
      ['There is a backup from Monday.', 'There is no backup.'],
      ['You can get a refund.', 'You cannot get a refund.'],
    ])('never means the same as its opposite: %s — %s', (one, other) => {
      const [first, second] = [recognise(one), recognise(other)].map(idOf)
      expect(first === second && first !== 'unknown').toBe(false)
    })

    it.each(['', '   ', '?', 'a', 'x'.repeat(10_000), '🙂🙂🙂', 'No hablo inglés.', 'asdf qwer zxcv'])(
      'that is none is unknown, however odd: %s',
      (text) => {
        expect(recognise(text)).toEqual({ kind: 'unknown' })
      },
    )
  },
  PATIENCE,
)
