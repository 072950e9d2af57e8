// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PACKAGES = ['chrome.zip', 'firefox.zip', 'source.zip']
const root = mkdtempSync(join(tmpdir(), 'guia-package-'))

/** Make the packages in a folder; answers the hash of each. */
function pack(folder: string, umask: string, environment: Readonly<Record<string, string>>): readonly string[] {
  if (!existsSync(join(folder, 'node_modules'))) symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const command = `umask ${umask}; exec "${process.execPath}" "$0/scripts/package.mjs"`
  const { status, stderr } = spawnSync('sh', ['-c', command, folder], {
    cwd: tmpdir(),
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return PACKAGES.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, 'dist', name)))
      .digest('hex'),
  )
}

function clone(name: string, day: string): string {
  const folder = join(root, name)
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', resolve('.'), folder], { stdio: 'ignore' })
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const file of files) utimesSync(join(folder, file), new Date(day), new Date(day))
  return folder
}

/** Unpack an archive of ours: its files are stored one after the other, not compressed. */
function unpack(archive: string, folder: string): void {
  const bytes = readFileSync(archive)
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const file = join(folder, bytes.toString('utf8', at + 30, at + 30 + length))
    mkdirSync(dirname(file), { recursive: true })
    at += 30 + length
    writeFileSync(file, bytes.subarray(at, at + size))
    at += size
  }
}

describe('the packages', () => {
  let here: string
  let hashes: readonly string[]

  beforeAll(() => {
    here = clone('here', '2001-01-01')
    hashes = pack(here, '022', { TZ: 'UTC', LC_ALL: 'C' })
  }, 300_000)
  afterAll(() => rmSync(root, { recursive: true }), 300_000)

  it('have the same bytes from another folder, at another time, in another time zone and with another umask', () => {
    const there = clone('somewhere else/año 2', '2031-08-05')
    expect(pack(there, '077', { TZ: 'Pacific/Auckland', LC_ALL: 'es_MX.UTF-8' })).toEqual(hashes)
  })

  it('can be made anew by a reviewer from nothing but the source archive', () => {
    const unpacked = join(root, 'reviewer')
    unpack(join(here, 'dist/source.zip'), unpacked)
    expect(readFileSync(join(unpacked, 'BUILD.md'), 'utf8')).toContain('npm ci')
    expect(pack(unpacked, '022', {})).toEqual(hashes)
  })

  it.each(['chrome', 'firefox'])('hold for %s exactly what loads unpacked', (browser) => {
    const unpacked = join(root, browser)
    unpack(join(here, `dist/${browser}.zip`), unpacked)
    execFileSync('diff', ['--recursive', unpacked, join(here, 'dist', browser)])
    expect(existsSync(join(unpacked, 'manifest.json'))).toBe(true)
  })

  it('satisfy the linter of Mozilla: no error, no warning, no notice', () => {
    const linter = resolve('node_modules/.bin/addons-linter')
    const { stdout } = spawnSync(linter, ['--output', 'json', join(here, 'dist/firefox.zip')], { encoding: 'utf8' })
    const { summary, errors, warnings, notices } = JSON.parse(stdout)
    expect([...errors, ...warnings, ...notices]).toEqual([])
    expect(summary).toEqual({ errors: 0, notices: 0, warnings: 0 })
  })
}, 300_000)
