// Works out for the form's page, at build time, what the texts of the form mean, and leaves out what no page needs.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Answers imports of "form:<name>" with src/form/<name>.json, checked, and with what its words mean. */
export function knowledgePlugin() {
  return {
    name: 'knowledge',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^form:/ }, ({ path }) => ({ path: path.replace('form:', ''), namespace: 'form' }))
      onLoad({ filter: /.*/, namespace: 'form' }, async ({ path }) => {
        const { checkForm, learn } = await compile(['./src/form/form', './src/form/learn'])
        const known = checkForm(JSON.parse(await readFile(`${ROOT}src/form/${path}.json`, 'utf8')))
        const { prompts, strangers, invitations, ...rest } = known
        const form = { ...rest, entries: known.entries.map(({ also, source, ...entry }) => entry) }
        // Text that is parsed costs a page a third of what the same data cost as a literal: https://v8.dev/blog/cost-of-javascript-2019#json
        const json = JSON.stringify({ form, words: learn(known) })
        return { contents: `export const { form, words } = JSON.parse(${JSON.stringify(json)})` }
      })
    },
  }
}
