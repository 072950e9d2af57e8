import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PANEL_STYLE } from '../../src/companion/panel-style'

/** The colours of a rule, by their names. */
function coloursOf(rule: string): readonly (readonly string[])[] {
  const body = PANEL_STYLE.match(new RegExp(`^\\.${rule} \\{(.*)\\}$`, 'm'))?.[1] ?? ''
  return [...body.matchAll(/(--[\w-]+): (#\w+)/g)].map(([, name = '', colour = '']) => [name, colour])
}

it.each([
  ['light', 2],
  ['dark', 3],
])('the companion has the colours of the extension’s own pages: %s', (scheme, place) => {
  const look = readFileSync('src/shared/look.css', 'utf8')
  const pairs = [...look.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g)]
  const pages = new Map(pairs.map((pair) => [pair[1], pair[place]]))
  const colours = coloursOf(scheme)
  expect(colours.length).toBeGreaterThan(7)
  expect(colours).toEqual(colours.map(([name]) => [name, pages.get(name)]))
})
