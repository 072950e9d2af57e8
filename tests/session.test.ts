import { afterEach, expect, it, vi } from 'vitest'
import { type SessionParts, startSession } from '../src/session'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('does not begin after all what was switched off while it waited for another try', () => {
  vi.useFakeTimers()
  const tries = vi.spyOn(document, 'addEventListener').mockImplementation(() => {
    throw new Error('a page that is not ready')
  })
  const stop = new AbortController()
  const lexicon = { form: { entries: [] }, candidates: () => [] } as unknown as SessionParts['lexicon']
  const texts = { form: {}, note: {} } as unknown as SessionParts['texts']
  startSession(document, { lexicon, texts, isAlive: () => true } as unknown as SessionParts, stop.signal)
  vi.advanceTimersByTime(200)
  expect(tries.mock.calls.length).toBeGreaterThan(1)
  const before = tries.mock.calls.length
  stop.abort()
  vi.advanceTimersByTime(10_000)
  expect(tries.mock.calls.length).toBe(before)
})
