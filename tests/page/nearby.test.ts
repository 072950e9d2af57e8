import { describe, expect, it } from 'vitest'
import { namesNearby } from '../../src/page/nearby'
import type { Block, Control } from '../../src/page/token'

/**
 * A form drawn in letters: `[n]` is a field, the words between are texts; a row is 20 pixels, a letter 10. `judge` knows
 * "Name", "User" and "Pass", of which the last one names the field `p` alone.
 */
function named(...rows: readonly string[]): Readonly<Record<string, string>> {
  const boxes = new Map<Block | Control, { left: number; top: number; right: number; bottom: number }>()
  const controls: Control[] = []
  const texts: Block[] = []
  let order = 0
  rows.forEach((row, line) => {
    for (const { 0: found, index } of row.matchAll(/\[\w\]|\S+(?: \S+)*/g)) {
      const kind = found === '[p]' ? 'password' : 'text'
      const isControl = /^\[\w\]$/.test(found)
      const token = isControl
        ? ({ type: 'control', order: order++, kind, element: found } as unknown as Control)
        : ({ type: 'block', order: order++, text: found } as unknown as Block)
      if (token.type === 'control') controls.push(token)
      else texts.push(token)
      const left = index * 10
      boxes.set(token, { left, top: line * 20, right: left + found.length * 10, bottom: line * 20 + 18 })
    }
  })
  const judge = ({ text }: Block, { kind }: Control) =>
    text === 'Pass' ? kind === 'password' : text === 'Name' || text === 'User' ? kind === 'text' : null
  const names = namesNearby({ controls, all: controls, texts }, judge, (token) => boxes.get(token) ?? null)
  return Object.fromEntries([...names].map(([control, text]) => [String(control.element)[1], text.text]))
}

const ALL = { n: 'Name', u: 'User', p: 'Pass' }

describe('the names that merely stand near', () => {
  it.each([
    ['left of their fields', ['Name  [n]', 'User  [u]', 'Pass  [p]']],
    ['right of their fields', ['[n]  Name', '[u]  User', '[p]  Pass']],
    ['above their fields', ['Name', '[n]', '', 'User', '[u]', '', 'Pass', '[p]']],
    ['below their fields', ['[n]', 'Name', '', '[u]', 'User', '', '[p]', 'Pass']],
    ['in a row over a row of fields', ['Name   User   Pass', '[n]    [u]    [p]']],
    ['in a row under a row of fields', ['[n]    [u]    [p]', 'Name   User   Pass']],
    ['above, with a hint between', ['Name', 'a hint', '[n]', 'User', 'a hint', '[u]', 'Pass', '[p]']],
    ['above, with an error below', ['Name', '[n]', 'an error', 'User', '[u]', 'an error', 'Pass', '[p]']],
    ['left, two in a line', ['Name  [n]   User  [u]', 'Pass  [p]']],
    ['right, two in a line', ['[n] Name    [u] User', '[p] Pass']],
  ])('are found %s', (_, rows) => {
    expect(named(...rows)).toEqual(ALL)
  })

  it('are those of their own fields, where the first one is of something else', () => {
    expect(named('Company  [c]', 'Name  [n]', 'User  [u]')).toEqual({ c: 'Company', n: 'Name', u: 'User' })
  })

  it('are none where one text is as near to a field as to another', () => {
    expect(named('[n]  Name  [u]')).toEqual({})
  })

  it('are none where two fit one field', () => {
    expect(named('Name', 'User', '[n]')).toEqual({})
  })
})
