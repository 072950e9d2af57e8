import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/trust.md', 'utf8')

/** The titles of the tests in a file, as they are written there. */
function titlesIn(file: string): readonly string[] {
  const source = readFileSync(`tests/trust/${file}`, 'utf8')
  return [...source.matchAll(/\n {2}it\b[\s\S]*?\(\s*'([^']+)',\s*(?:async )?\(/g)].map(([, title]) => title ?? '')
}

/** Which tests the page names, by file: a cell says `file`: title · title · `file`: title. */
function named(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [, cell = ''] of page.matchAll(/\| ([^|]+) \|\n/g)) {
    let file = ''
    for (const part of cell.split(' · ')) {
      const [, next, title = part] = /^`([\w.-]+\.test\.ts)`: (.+)$/.exec(part.trim()) ?? []
      file = next ?? file
      if (file) found.set(file, [...(found.get(file) ?? []), title.trim()])
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
