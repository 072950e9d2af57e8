// Finds a Chromium for the tests and the demonstration, or installs one. Both commands of the README call this.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

// Branded Chrome is not in the list: since version 137 it ignores --load-extension.
// https://groups.google.com/a/chromium.org/g/chromium-extensions/c/1-g8EFx2BBY
const NAMES = ['chromium', 'chromium-browser']
const HINT = 'No Chromium found. Install one and name it: CHROMIUM=/path/to/chromium npm test'

/** The path of a Chromium: from the variable CHROMIUM, the system, Playwright's cache; else freshly installed. */
export async function findBrowser() {
  const found = named() ?? onSystem() ?? inCache()
  if (found) return found
  console.log('No Chromium here yet: installing one. This happens once.')
  const installed = download() ?? fromDebian()
  if (!installed) throw new Error(HINT)
  return installed
}

function named() {
  const path = process.env.CHROMIUM
  if (path && !isProgram(path)) throw new Error(`CHROMIUM=${path} is not a program`)
  return path
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram)
}

function inCache() {
  return [chromium.executablePath()].find(isProgram)
}

/** Playwright's own download. */
function download() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  return status === 0 && canStart(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/** Debian's package, where we may install it. */
function fromDebian() {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation')
  return onSystem()
}

/** A downloaded browser may lack the system's libraries. */
function canStart(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
