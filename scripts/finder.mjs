// Compiles the finder for Node and trains it on a language's problems: for the build, the evaluation and the benchmark.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The finder's functions, from source. */
export function compileFinder() {
  return compile(['./src/finder/find', './src/finder/train'])
}

/** The words and examples that translators edit. */
export async function problemsOf(language) {
  return JSON.parse(await readFile(`${ROOT}locales/problems/${language}.json`, 'utf8'))
}

/** Answers imports of "trained:es" with the model that is learnt, once, from locales/problems/es.json. */
export function trainedModels() {
  const models = new Map()
  const modelOf = async (language) => {
    const { train } = await compileFinder()
    return JSON.stringify(train(await problemsOf(language)))
  }
  return {
    name: 'trained-models',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^trained:/ }, ({ path }) => ({ path: path.replace('trained:', ''), namespace: 'trained' }))
      onLoad({ filter: /.*/, namespace: 'trained' }, async ({ path }) => {
        if (!models.has(path)) models.set(path, modelOf(path))
        // Text that is parsed costs a third of what the same data cost as a literal: https://v8.dev/blog/cost-of-javascript-2019#json
        return { contents: `export default JSON.parse(${JSON.stringify(await models.get(path))})` }
      })
    },
  }
}
