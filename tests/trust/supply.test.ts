import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packages from '../../package.json'

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const docs = readFileSync('docs/trust.md', 'utf8')
const asked = Object.entries({ ...packages.dependencies, ...packages.devDependencies })

/** Packages that would run a program of theirs when they are installed, and why they want to. It is not run. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'checks that the program for this system is there',
}

/** What a script was made of: the bundler names each part in a comment before it, and keeps no other comment there. */
function inputsOf(script: string): readonly string[] {
  return [...readFileSync(`dist/chrome/${script}.js`, 'utf8').matchAll(/^(?: {2})?\/\/ (.+)$/gm)].map(
    ([, part]) => part ?? '',
  )
}

/** Is this part a file of ours, or made of such by a plugin of the build? */
const isOwn = (part: string) =>
  /^(?:src|locales)\/[\w./-]+$|^trained-sayings(?::[\w-]+)?$|^(?:form|locales|trained):[\w:-]+$/.test(part)
/** The folder of a source, or what it is made by. */
const folderOf = (part: string) => /^(?:src\/[\w-]+(?=\/)|src|locales|form|trained)/.exec(part)?.[0] ?? part

describe('what is installed', () => {
  it('is asked for in one version each, never in a range', () => {
    expect(asked.length).toBeGreaterThan(10)
    // A second version of a package has a name of its own.
    const versions = asked.map(([name, version]) => [name, version.replace(/^npm:[\w@/-]+?@/, '')] as const)
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    expect(versions.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  })

  it('is locked to one version and one content each', () => {
    expect(locked.length).toBeGreaterThan(50)
    expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
  })

  it('runs no program at install, and those that would are known', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
    const names = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/.*node_modules\//, ''))
    expect([...new Set(names)].sort()).toEqual(Object.keys(INSTALL_SCRIPTS))
    expect(
      Object.keys(INSTALL_SCRIPTS).filter((name) => !docs.includes(`\`${name}\` ${INSTALL_SCRIPTS[name]}`)),
    ).toEqual([])
  })

  it('has a reason written down for every package that we ask for', () => {
    expect(asked.filter(([name]) => !docs.includes(`| ${name} |`))).toEqual([])
    const named = [...docs.matchAll(/^\| (@?[a-z][\w./-]*) \| [^|]+ \|$/gm)].map(([, name]) => name)
    expect(named.filter((name) => !asked.some(([other]) => other === name))).toEqual([])
  })

  it('asks for two packages at most that customers get', () => {
    expect(Object.keys(packages.dependencies).sort()).toEqual(['i18next', 'webextension-polyfill'])
  })
})

describe('what is built', () => {
  it('has nothing but our own files in the script for the form’s page', () => {
    const inputs = inputsOf('content')
    expect(inputs.length).toBeGreaterThan(20)
    expect(inputs.filter((part) => !isOwn(part))).toEqual([])
  })

  it('has in that script what the page about trust says, and nothing before the first part', () => {
    const [, list = ''] = /^The script in the form’s page is made of (.+?)\.$/ms.exec(docs) ?? []
    const said = [...list.matchAll(/`([^`]+)`/g)].map(([, folder]) => folder)
    expect([...new Set(inputsOf('content').map(folderOf))].sort()).toEqual(said.sort())
    const [before] = readFileSync('dist/chrome/content.js', 'utf8').split(/^ {2}\/\/ /m)
    expect(before?.replace(/\s+/g, ' ').trim()).toBe('"use strict"; (() => {')
  })

  it.each([
    'background',
    'popup/popup',
    'popup/finder',
    'chat/chat',
    'chat/sayings',
    'practice/practice',
    'settings/settings',
  ])('has only our files and the two packages in %s', (script) => {
    const foreign = inputsOf(script).filter((part) => !isOwn(part))
    expect(foreign.filter((file) => !/^node_modules\/(i18next|webextension-polyfill)\//.test(file))).toEqual([])
  })
})
