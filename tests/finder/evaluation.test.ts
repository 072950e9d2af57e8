import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Problems that nobody has read who adds words and examples: each table is by writers of their own. */
const TABLES = readdirSync('tests/finder').filter((name) => name.endsWith('.tsv'))
/** The finder is trained anew for each table; a machine that has other work takes its time. */
const PATIENCE = 300_000

const evaluate = (table: string) =>
  execFileSync(process.execPath, ['scripts/eval.mjs', `tests/finder/${table}`], { encoding: 'utf8' })
const shareOf = (name: string, said: string) => Number(said.match(new RegExp(`^${name} (\\d+\\.\\d) %$`, 'm'))?.[1])

describe('problems that the finder has not learnt', () => {
  it.each(TABLES)(
    'are understood: %s',
    (table) => {
      const said = evaluate(table)
      expect(shareOf('top-1', said)).toBeGreaterThanOrEqual(90)
      expect(shareOf('top-3', said)).toBeGreaterThanOrEqual(98)
    },
    PATIENCE,
  )
})
