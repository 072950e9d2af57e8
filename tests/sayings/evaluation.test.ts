// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Sentences to judge by: whoever adds wordings, cues and guards leaves them alone. */
const TABLES = readdirSync('tests/sayings').filter((name) => name.endsWith('.tsv'))
/** The recogniser is trained anew for each table; a machine that has other work takes its time. */
const PATIENCE = 600_000

const score = (table: string) =>
  execFileSync(process.execPath, ['scripts/agent.mjs', `tests/sayings/${table}`, '--score'], { encoding: 'utf8' })
const shareOf = (name: string, said: string) => Number(said.match(new RegExp(`^${name} (\\d+\\.\\d) %$`, 'm'))?.[1])

describe('the tables of agents’ sentences to judge by', () => {
  it.each(TABLES)(
    'are answered rightly or not at all: %s',
    (table) => {
      const said = score(table)
      expect(shareOf('right', said)).toBeGreaterThanOrEqual(80)
      expect(shareOf('wrong', said)).toBeLessThanOrEqual(2)
      expect(shareOf('strangers answered', said)).toBeLessThanOrEqual(5)
    },
    PATIENCE,
  )
})
