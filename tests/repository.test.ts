import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../manifest.json'
import packages from '../package.json'

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file))

/** Which folders a folder of src may import from; the entries at the top may import from all. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  form: [],
  page: ['form'],
  recognise: ['form', 'page'],
  notes: ['form', 'page', 'recognise'],
  companion: ['form', 'page', 'recognise', 'notes', 'shared'],
  shared: ['form'],
  finder: [],
  popup: ['form', 'shared', 'finder'],
  chat: ['form', 'shared'],
  practice: ['form', 'shared'],
  settings: ['shared'],
}

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)].map(([, path]) => path ?? '')
}

const folderOf = (file: string) => (dirname(file) === 'src' ? '' : (file.split('/')[1] ?? ''))
const target = (file: string, path: string) => normalize(join(dirname(file), path))

describe('the structure', () => {
  it.each(FILES)('%s imports only from where it may', (file) => {
    const folder = folderOf(file)
    const folders = importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => target(file, path))
      .filter((path) => path.startsWith('src/'))
      .map((path) => folderOf(`${path}.ts`))
    const strange = folders.filter((other) => folder !== '' && other !== folder && !ARROWS[folder]?.includes(other))
    expect(strange).toEqual([])
  })

  it.each(['page', 'recognise', 'form'])('has no circle of imports in src/%s', (folder) => {
    const files = FILES.filter((file) => folderOf(file) === folder)
    const next = (file: string) =>
      importsOf(file)
        .map((path) => `${target(file, path)}.ts`)
        .filter((other) => files.includes(other))
    const reaches = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const other of next(file)) if (!seen.has(other)) reaches(other, seen.add(other))
      return seen
    }
    expect(files.filter((file) => reaches(file).has(file))).toEqual([])
  })

  it('lets only one file import the polyfill, and none that runs in the form’s page', () => {
    expect(
      FILES.filter(
        (file) => importsOf(file).includes('webextension-polyfill') && !/import type/.test(readFileSync(file, 'utf8')),
      ),
    ).toEqual(['src/shared/browser.ts'])
  })

  it('lets nobody import an entry', () => {
    const pages = ['popup', 'chat', 'practice', 'settings'].map((page) => `src/${page}/${page}`)
    const entries = ['src/content', 'src/background', ...pages]
    const imported = FILES.flatMap((file) => importsOf(file).map((path) => target(file, path)))
    expect(imported.filter((path) => entries.includes(path))).toEqual([])
  })
})

describe('the manifest', () => {
  it('asks for the form’s host, and for nothing that the browsers warn of', () => {
    expect(manifest.permissions).toEqual(['storage', 'scripting', 'activeTab'])
    expect(manifest.host_permissions).toEqual(['https://helpchat.hostgator.com/*'])
    expect(manifest.content_scripts.flatMap(({ matches }) => matches)).toEqual(['https://helpchat.hostgator.com/*'])
    expect(manifest.externally_connectable).toEqual({ ids: [] })
    expect(manifest).not.toHaveProperty('web_accessible_resources')
  })
})

describe('the documents', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')

  it.each(tracked.filter((file) => file.endsWith('.md')))(
    '%s links only to what is there, and not just here',
    (file) => {
      const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? '')
      const isThere = (path: string) => tracked.some((one) => one === path || one.startsWith(`${path}/`))
      expect(links.map((link) => target(file, link)).filter((path) => !isThere(path))).toEqual([])
    },
  )
})

describe('the dependencies', () => {
  it('are pinned exactly', () => {
    const versions = Object.values({ ...packages.dependencies, ...packages.devDependencies })
    expect(versions.filter((version) => !/^(?:npm:[\w@/-]+?@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('are locked with their integrity and without download addresses', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string; resolved?: string }>
    }
    const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(locked.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([])
    expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([])
  })
})
