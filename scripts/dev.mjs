// Builds whenever a file changes, and reloads the extension in a running browser. The form that is open there stays open:
// the new copy of the guide takes over from the old one.
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from '../build.mjs'
import { ADDRESS, headless, launch } from './launch.mjs'

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url))
/** Editors write a file in several steps; this many milliseconds of rest end them. */
const REST = 150

await buildAll()
const { context, origin } = await launch({ headless, viewport: headless ? undefined : null })
const extensions = await context.newPage()
await extensions.goto('chrome://extensions')
// Else the browser switches an unpacked extension off when it is loaded anew.
await extensions.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }))
const form = await context.newPage()
await form.goto(ADDRESS)

async function rebuild() {
  try {
    await buildAll()
    const id = new URL(origin).host
    await extensions.evaluate((id) => chrome.developerPrivate.reload(id, { failQuietly: true }), id)
    console.log(`${new Date().toLocaleTimeString()} built and reloaded`)
  } catch (error) {
    console.error(error.message)
  }
}

let timer
const changed = () => {
  clearTimeout(timer)
  timer = setTimeout(rebuild, REST)
}
// Folder by folder: on Linux a recursive watch loses a file that an editor replaces.
const inside = readdirSync(path('src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory())
const folders = [path('src'), path('locales'), ...inside.map((entry) => join(entry.parentPath, entry.name))]
const watchers = [...folders, path('manifest.json')].map((folder) => watch(folder, changed))
context.on('close', () => {
  for (const watcher of watchers) watcher.close()
  clearTimeout(timer)
})
console.log('Watching src, locales and manifest.json. Close the browser to end.')
