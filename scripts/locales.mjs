// Makes every file in locales/ a language of the extension: a new language is one more file, and no line of code.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is said in the form's page; the rest of a locale is not loaded into it. */
const PAGE_PARTS = ['form', 'note', 'step', 'part', 'state', 'companion', 'way', 'prepare']

/** The languages of a folder, Spanish first: it is what everybody gets who has set nothing. */
export async function languagesIn(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const languages = files.map((name) => name.replace('.json', '')).sort()
  return ['es', ...languages.filter((language) => language !== 'es')]
}

/**
 * Answers esbuild's imports with the locales of a folder: `locales:all` has them in full, `locales:page` the first one's part
 * for the form's page, `locales:further` that part of the others, `locales:names` only which there are, and `locales:sayings`
 * what all of them say of the sentences of the chat.
 */
export function localesPlugin(folder) {
  return {
    name: 'locales',
    setup(build) {
      build.onResolve({ filter: /^locales:/ }, ({ path }) => ({ path, namespace: 'locales' }))
      build.onLoad({ filter: /.*/, namespace: 'locales' }, async ({ path }) => ({
        contents: await moduleOf(folder, path),
        resolveDir: folder,
      }))
    },
  }
}

/** The same for the tests that run without a build. */
export function localesInTests(folder) {
  return {
    name: 'locales',
    resolveId: (name) => (name.startsWith('locales:') ? `\0${name}` : undefined),
    load: (id) => (id.startsWith('\0locales:') ? moduleOf(folder, id.slice(1)) : undefined),
  }
}

/** Named imports leave out of a bundle what it does not use. */
async function moduleOf(folder, name) {
  const languages = await languagesIn(folder)
  const names = `export const languages = ${JSON.stringify(languages)}\n`
  if (name === 'locales:names') return names
  if (name === 'locales:all') return names + tableOf(folder, languages)
  if (name === 'locales:sayings') return parsed(await sayingsOf(folder))
  const chosen = name === 'locales:page' ? languages.slice(0, 1) : languages.slice(1)
  return names + parsed(await Promise.all(chosen.map(async (language) => [language, await pagePart(folder, language)])))
}

function parsed(parts) {
  // Text that is parsed costs a page a third of what the same data cost as a literal: https://v8.dev/blog/cost-of-javascript-2019#json
  const json = JSON.stringify(Object.fromEntries(parts))
  return `export const locales = JSON.parse(${JSON.stringify(json)})\n`
}

/** What the languages say of the sentences of the chat: those that have a file for it. */
async function sayingsOf(folder) {
  const files = (await readdir(join(folder, 'sayings')).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
  const read = async (file) => JSON.parse(await readFile(join(folder, 'sayings', file), 'utf8'))
  return Promise.all(files.map(async (file) => [file.replace('.json', ''), await read(file)]))
}

/** What a language says in the form's page. */
async function pagePart(folder, language) {
  const locale = JSON.parse(await readFile(join(folder, `${language}.json`), 'utf8'))
  return Object.fromEntries(PAGE_PARTS.map((part) => [part, locale[part]]))
}

function tableOf(folder, languages) {
  const imports = languages.map(
    (language, index) => `import l${index} from ${JSON.stringify(join(folder, `${language}.json`))}`,
  )
  const entries = languages.map((language, index) => `${JSON.stringify(language)}: l${index}`)
  return `${imports.join('\n')}\nexport const locales = { ${entries.join(', ')} }\n`
}
