// Compiles parts of the source for Node, for the build, the evaluation and the benchmark.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** All that these modules export. @param modules their paths from the project's root. */
export async function compile(modules) {
  const contents = modules.map((name) => `export * from '${name}'`).join('\n')
  const options = { bundle: true, format: 'esm', write: false, target: 'node20', logLevel: 'warning' }
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: ROOT } })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
