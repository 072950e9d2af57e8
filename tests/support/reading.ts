import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { knowledgePlugin } from '../../scripts/knowledge.mjs'

const FOLDER = new URL('../cases/', import.meta.url)

/** A page with what every place of the form in it is; nothing else on it is anything. */
export interface Case {
  readonly name: string
  readonly html: string
  /** What makes the page worth reading. */
  readonly why: string
  /** How wide the window is, in pixels; 1000 if it is not said. */
  readonly width?: number
  /** What is done in the page first. */
  readonly act?: string
  /** What the customer clicks on, one after the other, as selectors. */
  readonly clicks?: readonly string[]
  /** The ids of what is chosen then. */
  readonly chosen?: readonly string[]
  /** A line for each place, as `read-page.ts` writes it. */
  readonly reads: readonly string[]
}

/** All pages of tests/cases: `x.html` is the page, `x.json` what is right. */
export async function cases(): Promise<readonly Case[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace('.json', '')
      const html = await readFile(new URL(`${name}.html`, FOLDER), 'utf8')
      return { name, html, ...JSON.parse(await readFile(new URL(file, FOLDER), 'utf8')) }
    }),
  )
}

/** The reading half of the guide alone, as a script that defines `readPage()`. */
export async function readingScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('read-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    plugins: [knowledgePlugin()],
  })
  return outputFiles[0]?.text ?? ''
}
