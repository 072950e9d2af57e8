import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../src/companion/outline'
import { type Obstacle, overlaps } from '../../src/page/box'

const BOX = { left: 200, top: 200, right: 300, bottom: 230 }
const text = (left: number, top: number, width: number, height: number): Obstacle => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  kind: 'text',
  layer: null,
})

describe('the mark of what comes next', () => {
  it('is a frame where nothing is near', () => {
    expect(outlineOf(BOX, [])).toMatchObject({ kind: 'frame', hasArrow: true })
  })

  it('has no arrow over the words left of it', () => {
    expect(outlineOf(BOX, [text(120, 205, 72, 18)])).toMatchObject({ kind: 'frame', hasArrow: false })
  })

  it('is a bar at the side where a frame would cross words', () => {
    expect(outlineOf(BOX, [text(200, 182, 60, 20)])).toMatchObject({ kind: 'side' })
    expect(outlineOf(BOX, [text(200, 182, 60, 20)]).box.right).toBeLessThanOrEqual(BOX.left)
  })

  it('is at the other side where words stand left of it', () => {
    const ground = [text(200, 182, 60, 20), text(150, 205, 49, 18)]
    expect(outlineOf(BOX, ground).box.left).toBeGreaterThanOrEqual(BOX.right)
  })

  it('crosses nothing as long as one of the sides is free', () => {
    const anywhere = fc.tuple(
      fc.integer({ min: 100, max: 400 }),
      fc.integer({ min: 150, max: 280 }),
      fc.integer({ min: 4, max: 90 }),
      fc.integer({ min: 4, max: 40 }),
    )
    fc.assert(
      fc.property(fc.array(anywhere, { maxLength: 4 }), (list) => {
        const ground = list.map((one) => text(...one)).filter((one) => !overlaps(one, BOX))
        const { kind, box } = outlineOf(BOX, ground)
        const sides = [
          { ...BOX, left: BOX.left - 6, right: BOX.left - 2 },
          { ...BOX, left: BOX.right + 2, right: BOX.right + 6 },
        ]
        fc.pre(sides.some((side) => !ground.some((one) => overlaps(one, side))))
        if (kind === 'side') expect(ground.filter((one) => overlaps(one, box))).toEqual([])
      }),
    )
  })
})
