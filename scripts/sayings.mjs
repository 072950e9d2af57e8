// Compiles the recogniser of the agent's sentences for Node and trains it: for the build and the command line.
import { readFile } from 'node:fs/promises'
import { compile } from './compile.mjs'

const json = async (file) => JSON.parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'))

/** The recogniser's functions, from source. */
export function compileSayings() {
  return compile(['./src/sayings/train', './src/sayings/recognise', './src/sayings/answer-lines'])
}

/** The wordings to learn from: those of the catalogue, and the further ones. */
export async function lessonsOf() {
  const [agent, examples, strangers] = await Promise.all(
    ['agent', 'examples', 'strangers'].map((name) => json(`src/sayings/${name}.json`)),
  )
  const wordings = Object.fromEntries(agent.map(({ id, says }) => [id, [...says, ...(examples[id] ?? [])]]))
  return { wordings, strangers }
}

/** The model that is learnt from them. */
export async function trainSayings() {
  const { train } = await compileSayings()
  return train(await lessonsOf(), await json('src/sayings/words.json'))
}

/** Answers imports of "trained-sayings" with the model, which is learnt once. */
export function trainedSayings() {
  let model
  return {
    name: 'trained-sayings',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^trained-sayings$/ }, ({ path }) => ({ path, namespace: 'trained-sayings' }))
      onLoad({ filter: /.*/, namespace: 'trained-sayings' }, async () => {
        model ??= trainSayings().then((trained) => JSON.stringify(trained))
        // Text that is parsed costs a third of what the same data cost as a literal: https://v8.dev/blog/cost-of-javascript-2019#json
        return { contents: `export default JSON.parse(${JSON.stringify(await model)})` }
      })
    },
  }
}
