// The whole check: build, types, linter, unit tests and tests in real browsers. Ends with "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, findFirefox } from './browser.mjs'

const bin = (name) => new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname
const root = new URL('..', import.meta.url).pathname
let passed = 0
let failed = 0
let skipped = 0

/** Run a command that either passes or fails as one. */
function check(name, command, ...args) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status === 0) passed++
  else failed++
  return status === 0
}

/** Run vitest and add up its own counts. */
async function vitest() {
  const folder = await mkdtemp(join(tmpdir(), 'guia-test-'))
  const file = join(folder, 'result.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  console.log('\n— tests')
  const { status } = spawnSync(bin('vitest'), args, { cwd: root, stdio: 'inherit' })
  try {
    const result = JSON.parse(await readFile(file, 'utf8'))
    passed += result.numPassedTests
    failed += result.numFailedTests
    skipped += result.numPendingTests + result.numTodoTests
    // A file that could not even be loaded has no failed test of its own.
    if (status !== 0 && result.numFailedTests === 0) failed++
  } catch {
    failed++
  }
  await rm(folder, { recursive: true, force: true })
}

/** Without the browsers the tests in them cannot run, and that is a failure, not a skip. */
async function browser() {
  try {
    console.log(`— browsers: ${await findBrowser()}, ${await findFirefox()}`)
    return true
  } catch (error) {
    console.error(error.message)
    failed++
    return false
  }
}

const ready = await browser()
const built = check('build', process.execPath, 'build.mjs')
check('types', bin('tsc'), '--noEmit')
check('linter', bin('biome'), 'check', '.')
if (ready && built) await vitest()
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
