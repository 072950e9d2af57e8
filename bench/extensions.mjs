// The extensions that are measured against each other: ours as built, and the floors it is compared with.
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { putBareNotes } from './bare-notes.mjs'

const MATCHES = ['https://helpchat.hostgator.com/*']

/** Walks the page once when it has loaded, as the barest reader would. */
const WALKER = `
addEventListener('load', () => setTimeout(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  let letters = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) letters += node.nodeType === 3 ? node.data.length : 0
  globalThis.letters = letters
}))`

/** Is told of every change, as the guide has to be, and does nothing about it. */
const OBSERVER = `
new MutationObserver(() => {}).observe(document, {
  subtree: true, childList: true, attributes: true, characterData: true, characterDataOldValue: true,
})`

/** Puts a note after each text of the form when the page has loaded, whatever the text is. */
const NOTES = `
addEventListener('load', () => setTimeout(() => (${putBareNotes})(document.getElementById('form') ?? document.body)))`

const SCRIPTS = { empty: '', again: '', walker: WALKER, observer: OBSERVER, notes: NOTES }

/** Folders by name. `none` is no extension at all. @param others further unpacked extensions by name; those without a folder are left out. */
export async function makeExtensions(ours, others) {
  const root = await mkdtemp(join(tmpdir(), 'guia-bench-'))
  const folders = { none: null }
  for (const [name, script] of Object.entries(SCRIPTS)) {
    folders[name] = join(root, name)
    await mkdir(folders[name])
    const manifest = {
      manifest_version: 3,
      name,
      version: '1',
      content_scripts: [{ matches: MATCHES, js: ['content.js'], run_at: 'document_idle' }],
    }
    await writeFile(join(folders[name], 'manifest.json'), JSON.stringify(manifest))
    await writeFile(join(folders[name], 'content.js'), `${script};`)
  }
  folders.ours = join(root, 'ours')
  await cp(ours, folders.ours, { recursive: true })
  for (const [name, folder] of Object.entries(others)) if (folder) folders[name] = resolve(folder)
  return { root, folders }
}
