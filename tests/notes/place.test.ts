import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Anchor, Place } from '../../src/notes/anchor'
import { sizesFrom } from '../../src/notes/pill-form'
import { choosePlaces, noteAt, type Wish, withoutCovered } from '../../src/notes/place'
import { type Box, type Obstacle, overlaps } from '../../src/page/box'

const VIEWPORT: Box = { left: 0, top: 0, right: 600, bottom: 500 }
const page = document.createElement('main')
const controls = Array.from({ length: 30 }, () => page.appendChild(document.createElement('input')))

const size = (right: number, bottom: number): Box => ({ left: 0, top: 0, right, bottom })
const at = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

/** Controls in rows of a grid, each with its words left of it or above it, so that no two of them lie over each other. */
const wishes = fc
  .array(
    fc.record({
      column: fc.integer({ min: 0, max: 2 }),
      row: fc.integer({ min: 0, max: 9 }),
      width: fc.integer({ min: 20, max: 170 }),
      height: fc.integer({ min: 14, max: 24 }),
      hasWords: fc.boolean(),
      long: fc.integer({ min: 60, max: 500 }),
      short: fc.integer({ min: 40, max: 200 }),
      side: fc.constantFrom<Anchor['side']>('below', 'beside', 'abreast', 'centred'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) => {
    const free = new Map(list.map((one) => [`${one.column} ${one.row}`, one]))
    return [...free.values()].map(({ column, row, width, height, hasWords, long, short, side }, index): Wish => {
      const control = at(4 + column * 198, 4 + row * 49 + 18, width, height)
      const words = hasWords ? at(control.left, control.top - 17, Math.min(width, 90), 15) : null
      const element = controls[index] as Element
      const sizes = sizesFrom(size(Math.max(long, short), 23), size(Math.min(340, long), 42), size(short, 23), 14)
      return { index, element, sizes, isActive: false, anchor: { words, control, side, within: null } }
    })
  })

const groundOf = (list: readonly Wish[]): readonly Obstacle[] =>
  list.flatMap(({ anchor: { words, control } }) => [
    { ...control, kind: 'control', layer: null },
    ...(words ? [{ ...words, kind: 'text' as const, layer: null }] : []),
  ])

const seen = (places: ReadonlyMap<number, Place>) => [...places.values()]

describe('the places of notes', () => {
  it('are there for each, in words or as a number', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        expect(choosePlaces(list, groundOf(list), VIEWPORT).size).toBe(list.length)
      }),
      { numRuns: 80 },
    )
  })

  it('lie in the window', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        for (const { box } of seen(choosePlaces(list, groundOf(list), VIEWPORT))) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.top).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(VIEWPORT.right)
          expect(box.bottom).toBeLessThanOrEqual(VIEWPORT.bottom)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('cover no words, no other control and no other note', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const ground = groundOf(list)
        const places = choosePlaces(list, ground, VIEWPORT)
        const worded = [...places].filter(([, { form }]) => form !== 'number')
        for (const [index, { box }] of worded) {
          const own = list.find((wish) => wish.index === index)?.anchor
          const others = ground.filter((one) => !(own && overlaps(one, own.control)))
          expect(others.filter((one) => overlaps(one, box))).toEqual([])
          expect(worded.filter(([other, place]) => other !== index && overlaps(place.box, box))).toEqual([])
        }
      }),
      { numRuns: 80 },
    )
  })

  it('are the same for the same page', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const twice = [1, 2].map(() => choosePlaces(list, groundOf(list), VIEWPORT))
        expect([...(twice[0] ?? [])]).toEqual([...(twice[1] ?? [])])
      }),
      { numRuns: 80 },
    )
  })

  it('stay inside the small window that their control stands in', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const within = at(0, 0, 400, 500)
        const narrow = list
          .filter(({ anchor }) => anchor.control.right < 390)
          .map((wish) => ({ ...wish, anchor: { ...wish.anchor, within } }))
        for (const { box } of seen(choosePlaces(narrow, groundOf(narrow), VIEWPORT)))
          expect(box.right).toBeLessThanOrEqual(400)
      }),
      { numRuns: 80 },
    )
  })

  it('stay where they are when something that covers none of them comes', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 0, max: 560 }), fc.integer({ min: 0, max: 480 }), (list, left, top) => {
        const ground = groundOf(list)
        const before = choosePlaces(list, ground, VIEWPORT)
        const text: Obstacle = { ...at(left, top, 30, 12), kind: 'text', layer: null }
        fc.pre(seen(before).every(({ box, stem }) => !overlaps(box, text) && !(stem && overlaps(stem, text))))
        fc.pre(seen(before).every(({ isNumbered }) => !isNumbered))
        expect([...choosePlaces(list, [...ground, text], VIEWPORT)]).toEqual([...before])
      }),
      { numRuns: 80 },
    )
  })
})

describe('a list that lies over the page', () => {
  const list = document.createElement('ul')
  const overlay: Obstacle = { ...at(100, 100, 200, 200), kind: 'overlay', layer: list }
  const wish = (element: Element): Wish => ({
    index: 0,
    element,
    isActive: false,
    sizes: sizesFrom(size(120, 23), size(120, 42), size(80, 23), 14),
    anchor: { words: null, control: at(40, 110, 60, 20), side: 'beside', within: null },
  })

  it('hides the note that would stand on it, and moves none', () => {
    const behind = wish(page)
    const rows: readonly Obstacle[] = [{ ...at(110, 110, 90, 20), kind: 'text', layer: list }]
    const free = choosePlaces([behind], [], VIEWPORT)
    const open = choosePlaces([behind], rows, VIEWPORT)
    expect([...open]).toEqual([...free])
    expect(withoutCovered(open, [behind], [overlay]).size).toBe(0)
  })

  it('hides none of its own', () => {
    const own = wish(list.appendChild(document.createElement('li')))
    expect(withoutCovered(choosePlaces([own], [], VIEWPORT), [own], [overlay]).size).toBe(1)
  })
})

it('what a number means is said while the customer is there, and the number stays that of the note', () => {
  const crowd: readonly Obstacle[] = [noteAt({ left: 0, top: 0, right: 600, bottom: 500 })]
  const wish: Wish = {
    index: 0,
    element: page,
    isActive: false,
    sizes: sizesFrom(size(120, 23), size(120, 42), size(80, 23), 14),
    anchor: { words: null, control: at(40, 110, 60, 20), side: 'abreast', within: null },
  }
  expect(choosePlaces([wish], crowd, VIEWPORT).get(0)).toMatchObject({ form: 'number', isNumbered: true })
  const told = choosePlaces([{ ...wish, isActive: true }], crowd, VIEWPORT).get(0)
  expect(told).toMatchObject({ isNumbered: true })
  expect(told?.form).not.toBe('number')
})
