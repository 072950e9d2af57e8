import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Copy a built extension, so that a test can make a newer version of it. Answers the folder. */
export async function copyOf(extension: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guia-copy-'))
  await cp(extension, folder, { recursive: true })
  return folder
}

/** Raise the version of a copied extension. @param changed a text of the notes, and what it is in the new version. */
export async function raiseVersion(folder: string, changed?: readonly [string, string]): Promise<void> {
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...manifest, version: '99.0' }))
  if (!changed) return
  const script = join(folder, 'content.js')
  await writeFile(script, (await readFile(script, 'utf8')).replaceAll(...changed))
}
