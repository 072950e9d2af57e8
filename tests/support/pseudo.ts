import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The code of the made-up language; browsers have nothing of their own for it. */
export const PSEUDO = 'qps'

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'ä',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Ä',
  E: 'Ë',
  I: 'Ï',
  O: 'Ö',
  U: 'Ü',
}

/** A text in the made-up language: marked at both ends, and a third longer, as translations are. Blanks stay. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{\w+\}\})/)
  const words = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[aeiou]/gi, (letter) => ACCENTS[letter] ?? letter),
  )
  return `⟦${words.join('')}${' ~~~~~'.repeat(Math.ceil(text.length / 18))}⟧`
}

/** Every text of a locale in the made-up language. */
export function pseudoLocale(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value)
  if (Array.isArray(value)) return value.map(pseudoLocale)
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, pseudoLocale(inner)]))
}

/** A copy of the folder of locales with one more file: the made-up language. */
export async function foldersWithPseudo(): Promise<{
  readonly locales: string
  readonly out: string
  readonly root: string
}> {
  const root = await mkdtemp(join(tmpdir(), 'guia-language-'))
  const locales = join(root, 'locales')
  await cp('locales', locales, { recursive: true })
  const spanish: unknown = JSON.parse(await readFile('locales/es.json', 'utf8'))
  await writeFile(join(locales, `${PSEUDO}.json`), JSON.stringify(pseudoLocale(spanish)))
  const sayings: unknown = JSON.parse(await readFile('locales/sayings/es.json', 'utf8'))
  await writeFile(join(locales, 'sayings', `${PSEUDO}.json`), JSON.stringify(pseudoLocale(sayings)))
  return { locales, out: join(root, 'dist'), root }
}
