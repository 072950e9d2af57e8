import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import { pageWith, type Stage } from './forms'
import type { Kit } from './kits'

/** Where the kits are. */
export const FOLDER = join(import.meta.dirname, '../kits')

/** Compiles Svelte's components, for the browser or for a server. */
export const svelte = (generate: 'client' | 'server'): Plugin => ({
  name: 'svelte',
  setup(bundler) {
    bundler.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, 'utf8'), { css: 'injected', generate, filename: path })
      return { contents: js.code, loader: 'js' }
    })
  },
})

/** A page of a kit at a stage, with its libraries in it: it needs no network. */
export async function kitPage({ file, variant = '' }: Kit, stage: Stage): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import mount from './${file}'; mount(document.getElementById('root'), '${stage}', '${variant}')`,
      resolveDir: FOLDER,
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    outdir: '/',
    jsx: 'automatic',
    conditions: ['browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl' },
    plugins: [svelte('client')],
    logLevel: 'error',
  })
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  const script = text('.js').replaceAll('</script', '<\\/script')
  return pageWith(`<style>${text('.css')}</style><main id="root"></main>`, `<script>${script}</script>`)
}
