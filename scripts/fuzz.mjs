// Tries the guide on more than 500,000 generated texts, forms, storages and messages. Takes a good while.
import { spawnSync } from 'node:child_process'

const vitest = new URL('../node_modules/.bin/vitest', import.meta.url).pathname
const { status } = spawnSync(vitest, ['run', '--project', 'unit', 'tests/trust/fuzz.test.ts'], {
  cwd: new URL('..', import.meta.url).pathname,
  stdio: 'inherit',
  env: { ...process.env, FUZZ: '1' },
})
process.exitCode = status ?? 1
