// Builds dist/chrome and dist/firefox, each loadable unpacked, from one source. Readable, not minified.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { trainedModels } from './scripts/finder.mjs'
import { knowledgePlugin } from './scripts/knowledge.mjs'
import { languagesIn, localesPlugin } from './scripts/locales.mjs'
import { trainedSayings } from './scripts/sayings.mjs'

/** The browsers that are built for, each with a folder and a package of its own. */
export const BROWSERS = ['chrome', 'firefox']
const ENTRIES = {
  content: 'src/content.ts',
  background: 'src/background.ts',
  'popup/popup': 'src/popup/popup.ts',
  'chat/chat': 'src/chat/chat.ts',
  'practice/practice': 'src/practice/practice.ts',
  'settings/settings': 'src/settings/settings.ts',
}
/** What a page loads when it is drawn already: modules, as nothing else can be loaded by a script. */
const MODULES = { 'popup/finder': 'src/popup/finder.ts', 'chat/sayings': 'src/chat/sayings.ts' }
const STATIC = [
  'popup/popup.html',
  'popup/popup.css',
  'chat/chat.html',
  'chat/chat.css',
  'chat/answers.css',
  'practice/practice.html',
  'practice/practice.css',
  'practice/notes.svg',
  'practice/steps.svg',
  'practice/topic.svg',
  'settings/settings.html',
  'settings/settings.css',
  'shared/look.css',
]

const json = async (file) => JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'))
const path = (file) => fileURLToPath(new URL(file, import.meta.url))

/** One browser's manifest: the version from package.json, without the keys that only the other browser knows. */
export function manifestFor(browser, manifest, version) {
  const { browser_specific_settings, externally_connectable, minimum_chrome_version, background, ...rest } = manifest
  const { side_panel, sidebar_action, permissions, ...common } = rest
  if (browser === 'firefox') {
    const own = permissions.filter((name) => name !== 'sidePanel')
    const scripts = { scripts: background.scripts }
    return { ...common, version, permissions: own, background: scripts, sidebar_action, browser_specific_settings }
  }
  const worker = { service_worker: background.service_worker }
  const own = { background: worker, side_panel, externally_connectable, minimum_chrome_version }
  return { ...common, version, permissions, ...own }
}

/** A locale's part for the browser itself, in the shape of _locales. */
function messages({ manifest }) {
  return Object.fromEntries(Object.entries(manifest).map(([key, message]) => [key, { message }]))
}

const pointsOf = (entries) => Object.entries(entries).map(([out, entry]) => ({ in: path(entry), out }))
const write = (file, content) => writeFile(file, `${JSON.stringify(content, null, 2)}\n`)

/** Build all. @param out the folder for the browsers' folders. @param locales the folder of the languages. */
export async function buildAll(out = path('dist'), locales = path('locales')) {
  const { version } = await json('package.json')
  const manifest = await json('manifest.json')
  await rm(out, { recursive: true, force: true })
  const plugins = [localesPlugin(locales), knowledgePlugin(), trainedModels(), trainedSayings()]
  for (const browser of BROWSERS) {
    const dist = `${out}/${browser}`
    const options = {
      outdir: dist,
      bundle: true,
      plugins,
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      // The bundles' comments name their sources: always as seen from here, so that every machine builds the same bytes.
      absWorkingDir: path('.'),
      preserveSymlinks: true,
      logLevel: 'warning',
    }
    const external = Object.keys(MODULES).map((name) => `./${basename(name)}.js`)
    await build({ ...options, format: 'iife', external, entryPoints: pointsOf(ENTRIES) })
    await build({ ...options, format: 'esm', entryPoints: pointsOf(MODULES) })
    for (const file of STATIC) await cp(path(`src/${file}`), `${dist}/${file}`)
    await cp(path('src/icons'), `${dist}/icons`, { recursive: true, filter: (file) => !file.endsWith('.svg') })
    for (const language of await languagesIn(locales)) {
      await mkdir(`${dist}/_locales/${language}`, { recursive: true })
      await write(`${dist}/_locales/${language}/messages.json`, messages(await json(`${locales}/${language}.json`)))
    }
    await write(`${dist}/manifest.json`, manifestFor(browser, manifest, version))
  }
}

if (process.argv[1] === path('build.mjs')) {
  await buildAll()
  console.log('dist/chrome and dist/firefox are ready to load')
}
