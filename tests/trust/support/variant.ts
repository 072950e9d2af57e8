import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of the built extension with scripts of a test in the same world as the guide. */
export interface Variant {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/**
 * @param before runs before the guide's script, @param after right after it.
 * @param built the folder of the extension. @param changed what is else in the manifest's entry for the guide's script.
 */
export async function variantWith(
  before: string,
  after: string,
  built = 'dist/chrome',
  changed: Readonly<Record<string, unknown>> = {},
): Promise<Variant> {
  const folder = await mkdtemp(join(tmpdir(), 'guia-variant-'))
  await cp(built, folder, { recursive: true })
  await writeFile(join(folder, 'before.js'), before)
  await writeFile(join(folder, 'after.js'), after)
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  const [script] = manifest.content_scripts
  Object.assign(script, changed)
  script.js = ['before.js', ...script.js, 'after.js']
  await writeFile(file, JSON.stringify(manifest))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
