// Finds a Chromium or a Firefox for the tests and the demonstration, or installs one.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const CHROMIUM = {
  title: 'Chromium',
  variable: 'CHROMIUM',
  // Branded Chrome is not in the list: since version 137 it ignores --load-extension.
  // https://groups.google.com/a/chromium.org/g/chromium-extensions/c/1-g8EFx2BBY
  names: ['chromium', 'chromium-browser'],
  package: 'chromium',
}
const FIREFOX = {
  title: 'Firefox',
  variable: 'FIREFOX',
  names: ['firefox-esr', 'firefox'],
  package: 'firefox-esr',
}

/** The path of a Chromium: from the variable CHROMIUM, the system, Playwright's cache; else freshly installed. */
export async function findBrowser() {
  return named(CHROMIUM) ?? onSystem(CHROMIUM) ?? inCache() ?? installed(CHROMIUM, [download, fromDebian])
}

/** The path of a Firefox: from the variable FIREFOX, the system; else freshly installed. */
export async function findFirefox() {
  // Playwright's own Firefox is no use here: it is a changed one, without WebDriver BiDi and without extensions.
  return named(FIREFOX) ?? onSystem(FIREFOX) ?? installed(FIREFOX, [fromDebian])
}

function installed(browser, ways) {
  console.log(`No ${browser.title} here yet: installing one. This happens once.`)
  for (const way of ways) {
    const path = way(browser)
    if (path) return path
  }
  throw new Error(`No ${browser.title} found. Install one and name it: ${browser.variable}=/path/to/it npm test`)
}

function named({ variable }) {
  const path = process.env[variable]
  if (path && !isProgram(path)) throw new Error(`${variable}=${path} is not a program`)
  return path
}

function onSystem({ names }) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

function inCache() {
  return [chromium.executablePath()].find(isProgram)
}

/** Playwright's own download of Chromium. */
function download() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  return status === 0 && canStart(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/** Debian's package, where we may install it. */
function fromDebian(browser) {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', browser.package, 'fonts-liberation')
  return onSystem(browser)
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
