// Makes what the stores get: dist/chrome.zip, dist/firefox.zip, and dist/source.zip for their reviewers.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BROWSERS, buildAll } from '../build.mjs'
import { zip } from './zip.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** What a reviewer makes anew from the sources. */
const MADE = new Set(['node_modules', 'dist'])

await buildAll()
for (const browser of BROWSERS) {
  const folder = join(ROOT, 'dist', browser)
  await save(`${browser}.zip`, folder, await filesBelow(folder))
}
await save('source.zip', ROOT, await sources())

async function save(name, folder, paths) {
  const files = new Map()
  for (const path of paths) files.set(path.split(sep).join('/'), await readFile(join(folder, path)))
  const bytes = zip(files)
  await writeFile(join(ROOT, 'dist', name), bytes)
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  dist/${name}  ${bytes.length} bytes`)
}

/** What git knows; in the unpacked source archive, where there is no git, everything that was in it. */
async function sources() {
  if (existsSync(join(ROOT, '.git'))) {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    return listed.split('\0').filter((path) => path && existsSync(join(ROOT, path)))
  }
  return (await filesBelow(ROOT)).filter((path) => !MADE.has(path.split(sep)[0] ?? ''))
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + (folder.endsWith(sep) ? 0 : 1)))
}
