import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForm } from '../../src/form/form'
import raw from '../../src/form/hostgator-chat.json'
import { readJourney, withTicks } from '../../src/shared/journey'
import { type FrameStatus, readRequest, readStatus } from '../../src/shared/status'

const form = checkForm(raw)
const RUNS = { numRuns: 10_000 }

const status: FrameStatus = {
  form: true,
  step: 1,
  steps: [
    { id: 'customer', done: false, parts: { 'existing-customer': false } },
    { id: 'details', done: false, parts: { name: true } },
  ],
  unknown: [],
  translator: false,
  paused: false,
  frame: 'a',
}

describe('what the customer has told', () => {
  it('is valid whatever lies in the storage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ ticks: fc.anything(), topic: fc.anything() })), (stored) => {
        const { ticks, topic } = readJourney(stored, form)
        const known = topic === null || form.entries.some(({ id }) => id === topic)
        return known && Object.values(ticks).every((tick) => typeof tick === 'boolean')
      }),
      RUNS,
    )
  })

  it('keeps ticks of steps that exist, and topics that exist', () => {
    const stored = { ticks: { customer: true, details: 'yes', strange: true }, topic: 'topic.ssl' }
    expect(readJourney(stored, form)).toEqual({ ticks: { customer: true }, topic: 'topic.ssl' })
    expect(readJourney({ topic: 'login' }, form).topic).toBe(null)
  })

  it('goes before what the page says, and the current step follows from both', () => {
    expect(withTicks(status, { customer: true })).toMatchObject({ step: 2, steps: [{ done: true }, { done: false }] })
    expect(withTicks(withTicks(status, { customer: true }), { customer: true }).step).toBe(2)
    expect(withTicks(status, {})).toEqual(status)
  })
})

describe('what comes over the connection', () => {
  it('is a request for a topic of the form, or nothing', () => {
    expect(readRequest({ type: 'show', topic: 'topic.ssl' }, form)).toEqual({ type: 'show', topic: 'topic.ssl' })
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ type: fc.constant('show'), topic: fc.anything() })),
        (message) => {
          const request = readRequest(message, form)
          return request === null || form.entries.some(({ id }) => id === request.topic)
        },
      ),
      RUNS,
    )
  })

  it('is a whole status, or none', () => {
    expect(readStatus(status)).toBe(status)
    for (const key of Object.keys(status)) {
      expect([key, readStatus({ ...status, [key]: { strange: true } })]).toEqual([key, null])
    }
    fc.assert(
      fc.property(fc.anything(), (message) => readStatus(message) === null),
      RUNS,
    )
  })
})
