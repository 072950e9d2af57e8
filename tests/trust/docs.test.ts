import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/trust.md', 'utf8')

/** The titles of the tests in a file, as they are written there. */
function titlesIn(file: string): readonly string[] {
  const source = readFileSync(`tests/trust/${file}`, 'utf8')
  return [
    ...source.matchAll(/\n {2}it(?:\.each\([^']*?\))?\(\s*'([^']+)'|\]\)\(\s*'([^']+)'|\n {2}\)\(\s*'([^']+)'/g),
  ].map(([, a, b, c]) => a ?? b ?? c ?? '')
}

/** Which tests the page names, by file. */
function named(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [, cell = ''] of page.matchAll(/\| ([^|]+) \|\n/g)) {
    for (const part of cell.split(/(?=`[\w.]+\.test\.ts`: )/)) {
      const [, file, titles] = /^`([\w.]+)`: ([\s\S]+?)(?: · )?$/.exec(part.trim()) ?? []
      if (file && titles)
        found.set(file, [...(found.get(file) ?? []), ...titles.split(' · ').map((title) => title.trim())])
    }
  }
  return found
}

const FILES = readdirSync('tests/trust').filter((file) => file.endsWith('.test.ts') && file !== 'docs.test.ts')

describe('the page about trust', () => {
  it.each(FILES)('names every test of %s, and no test that is not there', (file) => {
    const titles = new Set(titlesIn(file))
    expect(titles.size).toBeGreaterThan(0)
    expect(new Set(named().get(file))).toEqual(titles)
  })
})
