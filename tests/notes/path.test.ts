import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paths } from '../../src/notes/path'

/** Trees of elements, some of the same tags side by side and inside each other: each one's tag, and which of those before it holds it. */
const trees = fc
  .array(fc.tuple(fc.constantFrom('div', 'span', 'li', 'x-row'), fc.nat({ max: 30 })), { minLength: 1, maxLength: 24 })
  .map((list) => {
    const made: Element[] = []
    for (const [tag, around] of list) {
      const element = document.createElement(tag)
      made[around % Math.max(1, made.length)]?.append('words', element)
      made.push(element)
    }
    return made[0] as Element
  })

describe('the address of an element', () => {
  it('leads to it and to nothing else in its document', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        document.body.replaceChildren(tree)
        const pathOf = paths()
        for (const element of document.querySelectorAll('*'))
          expect([...document.querySelectorAll(pathOf(element))]).toEqual([element])
      }),
      { numRuns: 40 },
    )
  })

  it('begins in a shadow root at its host, so that nothing deeper is meant', () => {
    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'open' })
    root.innerHTML = '<p></p><div><div><b></b></div></div>'
    const [outer, inner] = [...root.querySelectorAll('div')]
    const pathOf = paths()
    expect(pathOf(outer as Element)).toBe(':host>div:nth-child(2)')
    expect(pathOf(inner as Element)).toBe(':host>div:nth-child(2)>div:nth-child(1)')
  })
})
