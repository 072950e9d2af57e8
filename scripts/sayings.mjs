// Compiles the recogniser of the agent's sentences for Node and trains it: for the build, the command line and the calibration.
import { readFile } from 'node:fs/promises'
import { compile } from './compile.mjs'

const json = async (file) => JSON.parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'))
const part = (name) => json(`src/sayings/${name}.json`)

/** The recogniser's functions, from source. */
export function compileSayings() {
  const modules = ['train', 'guess', 'certainty', 'recognise', 'lines', 'sentences']
  return compile(modules.map((name) => `./src/sayings/${name}`))
}

/** What there is to learn from: the wordings of the catalogue, the further ones, and the words that are known. */
export async function lessonsOf() {
  const names = ['agent', 'examples', 'strangers', 'words', 'cues', 'guards', 'families']
  const [agent, examples, strangers, words, cues, guards, families] = await Promise.all(names.map(part))
  const wordings = Object.fromEntries(agent.map(({ id, says }) => [id, [...says, ...(examples[id] ?? [])]]))
  return {
    wordings,
    strangers,
    lexicon: { ...words, cues },
    guards: Object.fromEntries(Object.entries(guards).map(([id, line]) => [id, [line]])),
    families: Object.fromEntries(families.flatMap(({ id, members }) => members.map((member) => [member, id]))),
  }
}

/** The model that is learnt from them. */
export async function trainSayings() {
  const { train } = await compileSayings()
  return train(await lessonsOf())
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
