import { createRequire } from 'node:module'
import { type BuildOptions, build } from 'esbuild'
import { pageWith, type Stage } from './forms'
import { FOLDER, svelte } from './kit-page'

/** A library that takes over what a server has made of the form. */
export interface Library {
  readonly name: string
  /** A module whose default makes the form's HTML of a stage, on the server. */
  readonly server: string
  /** A module whose default takes it over in the page: a function of the element, the stage, and what is called then. */
  readonly client: string
  readonly alias?: Readonly<Record<string, string>>
}

const REACT = {
  server: `import { renderToString } from 'react-dom/server.browser'
    import { Form } from './hydrated'
    export default (stage) => renderToString(<Form stage={stage} />)`,
  client: `import { useEffect } from 'react'
    import { hydrateRoot } from 'react-dom/client'
    import { Form } from './hydrated'
    function Taken({ done, children }) { useEffect(done, []); return children }
    export default (root, stage, done) => hydrateRoot(root, <Taken done={done}><Form stage={stage} /></Taken>)`,
}

/** All of them. */
export const LIBRARIES: readonly Library[] = [
  { name: 'React 18', ...REACT },
  { name: 'React 19', ...REACT, alias: { react: 'react19', 'react-dom': 'react-dom19' } },
  {
    name: 'Vue',
    server: `import { createSSRApp } from 'vue'
      import { renderToString } from 'vue/server-renderer'
      import { formAt } from './vue'
      export default (stage) => renderToString(createSSRApp(formAt(stage)))`,
    client: `import { createSSRApp } from 'vue'
      import { formAt } from './vue'
      export default (root, stage, done) => { createSSRApp(formAt(stage)).mount(root); done() }`,
    alias: { 'vue/dist/vue.runtime.esm-bundler.js': 'vue' },
  },
  {
    name: 'Svelte',
    server: `import { render } from 'svelte/server'
      import Form from './svelte-form.svelte'
      export default (stage) => render(Form, { props: { stage } }).body`,
    client: `import { flushSync, hydrate } from 'svelte'
      import Form from './svelte-form.svelte'
      export default (target, stage, done) => { hydrate(Form, { target, props: { stage } }); flushSync(); done() }`,
  },
]

async function bundled(contents: string, { alias }: Library, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: FOLDER, loader: 'jsx' },
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: {
      // As it is served. What is made for its own developers, React tells of every attribute that an extension has added.
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    ...(alias ? { alias } : {}),
    logLevel: 'error',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}

/** The form's HTML as a server of the library makes it. */
async function htmlOf(library: Library, stage: Stage): Promise<string> {
  const code = await bundled(library.server, library, {
    platform: 'node',
    format: 'cjs',
    plugins: [svelte('server')],
  })
  const made: { exports: { default?: (stage: Stage) => string | Promise<string> } } = { exports: {} }
  new Function('require', 'module', 'exports', code)(createRequire(import.meta.url), made, made.exports)
  return (await made.exports.default?.(stage)) ?? ''
}

/**
 * A page that came from a server, and that the library takes over so many milliseconds after its load. `taken` of the window says
 * when that is done, and `noted` whether the guide was there before.
 */
export async function latePage(library: Library, stage: Stage, delay: number): Promise<string> {
  const client = `import takeOver from 'client'
    const root = document.getElementById('root')
    const go = () => {
      window.noted = document.querySelector('guia-capa') !== null
      takeOver(root, '${stage}', () => { window.taken = true })
    }
    ${delay === 0 ? 'go()' : `addEventListener('load', () => setTimeout(go, ${delay}))`}`
  const code = await bundled(client, library, {
    platform: 'browser',
    format: 'iife',
    conditions: ['browser', 'production'],
    plugins: [
      svelte('client'),
      {
        name: 'client',
        setup(bundler) {
          bundler.onResolve({ filter: /^client$/ }, () => ({ path: 'client', namespace: 'client' }))
          bundler.onLoad({ filter: /.*/, namespace: 'client' }, () => ({
            contents: library.client,
            loader: 'jsx',
            resolveDir: FOLDER,
          }))
        },
      },
    ],
  })
  const script = code.replaceAll('</script', '<\\/script')
  return pageWith(`<main id="root">${await htmlOf(library, stage)}</main>`, `<script>${script}</script>`)
}
