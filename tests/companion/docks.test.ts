import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseSpot, DOCKS, dockTowards, type Ground, nextDock, type Wish } from '../../src/companion/docks'

const SIZES = { open: { width: 336, height: 420 }, line: { width: 260, height: 42 }, dot: { width: 44, height: 40 } }
const wish: Wish = { forms: ['open', 'line', 'dot'], sizes: SIZES, dock: null, now: null, insist: false }
const empty: Ground = { viewport: { width: 1000, height: 800 }, never: [], rather: [] }

const box = fc
  .record({
    left: fc.integer({ min: -50, max: 1000 }),
    top: fc.integer({ min: -50, max: 800 }),
    width: fc.integer({ min: 1, max: 600 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }))

describe('the place of the companion', () => {
  it('is the lower right corner of an empty page', () => {
    expect(chooseSpot(wish, empty)).toMatchObject({
      form: 'open',
      dock: { x: 1, y: 1 },
      box: { right: 988, bottom: 788 },
    })
  })

  it('is never over a control, wherever the controls are', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), fc.constantFrom(null, ...DOCKS), (never, dock) => {
        const spot = chooseSpot({ ...wish, dock }, { ...empty, never })
        const { left, top, right, bottom } = spot?.box ?? { left: 0, top: 0, right: 0, bottom: 0 }
        return never.every((one) => one.right <= left || one.left >= right || one.bottom <= top || one.top >= bottom)
      }),
    )
  })

  it('is the dock that the customer chose, where that is free', () => {
    for (const dock of DOCKS) expect(chooseSpot({ ...wish, dock }, empty)?.dock).toEqual(dock)
  })

  it('shrinks before it covers, unless the customer has it in use', () => {
    const never = [{ left: 0, top: 60, right: 1000, bottom: 800 }]
    expect(chooseSpot(wish, { ...empty, never })?.form).toBe('line')
    expect(chooseSpot({ ...wish, insist: true }, { ...empty, never })?.form).toBe('open')
    expect(chooseSpot(wish, { ...empty, never: [{ left: 0, top: 0, right: 1000, bottom: 800 }] })).toBe(null)
  })

  it('stays where it is while nothing is in its way', () => {
    const now = chooseSpot({ ...wish, dock: { x: 0, y: 0 } }, empty)
    expect(chooseSpot({ ...wish, now }, empty)?.dock).toEqual({ x: 0, y: 0 })
  })

  it('can be reached in every direction by the arrow keys, and all around by clicks', () => {
    expect(dockTowards({ x: 1, y: 0.5 }, 'ArrowLeft')).toEqual({ x: 0, y: 0.5 })
    expect(dockTowards({ x: 0.5, y: 0 }, 'ArrowDown')).toEqual({ x: 0.5, y: 1 })
    expect(dockTowards({ x: 0, y: 0 }, 'ArrowUp')).toEqual({ x: 0, y: 0 })
    expect(dockTowards({ x: 0, y: 0 }, 'Enter')).toBe(null)
    const seen = new Set(
      DOCKS.map((_, steps) =>
        JSON.stringify(Array.from({ length: steps }).reduce((dock) => nextDock(dock as never), DOCKS[0])),
      ),
    )
    expect(seen.size).toBe(DOCKS.length)
  })
})
