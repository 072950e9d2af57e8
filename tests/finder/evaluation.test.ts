import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Problems to judge by: whoever adds words and examples leaves them alone. */
const TABLES = readdirSync('tests/finder').filter((name) => name.endsWith('.tsv'))
/** The finder is trained anew for each table; a machine that has other work takes its time. */
const PATIENCE = 300_000

const evaluate = (table: string) =>
  execFileSync(process.execPath, ['scripts/eval.mjs', `tests/finder/${table}`], { encoding: 'utf8' })
const shareOf = (name: string, said: string) => Number(said.match(new RegExp(`^${name} (\\d+\\.\\d) %$`, 'm'))?.[1])

describe('the tables of problems to judge by', () => {
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
