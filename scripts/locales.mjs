// Makes every file in locales/ a language of the extension: a new language is one more file, and no line of code.
import { readdir } from 'node:fs/promises'

/** What is said in the form's page; the rest of a locale is not loaded into it. */
const PAGE_PARTS = ['form', 'note', 'step', 'part', 'state', 'companion', 'way', 'prepare']

/** The languages of a folder, Spanish first: it is what everybody gets who has set nothing. */
export async function languagesIn(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const languages = files.map((name) => name.replace('.json', '')).sort()
  return ['es', ...languages.filter((language) => language !== 'es')]
}

/** Answers esbuild's imports of `locales:all` and `locales:page` with the locales of a folder. */
export function localesPlugin(folder) {
  return {
    name: 'locales',
    setup(build) {
      build.onResolve({ filter: /^locales:/ }, ({ path }) => ({ path, namespace: 'locales' }))
      build.onLoad({ filter: /.*/, namespace: 'locales' }, async ({ path }) => ({
        contents: moduleOf(await languagesIn(folder), path === 'locales:page' ? PAGE_PARTS : null),
        resolveDir: folder,
      }))
    },
  }
}

/** Named imports leave out of a bundle what it does not use. */
function moduleOf(languages, parts) {
  const imports = languages.map((language, index) =>
    parts
      ? `import { ${parts.map((part) => `${part} as ${part}${index}`).join(', ')} } from './${language}.json'`
      : `import l${index} from './${language}.json'`,
  )
  const entries = languages.map((language, index) =>
    parts
      ? `'${language}': { ${parts.map((part) => `${part}: ${part}${index}`).join(', ')} }`
      : `'${language}': l${index}`,
  )
  return `${imports.join('\n')}\nexport const locales = { ${entries.join(', ')} }\n`
}
