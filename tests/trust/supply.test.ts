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

/** Packages that run a program of theirs when they are installed, and why that is so. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'checks that the program for this system is there',
  fsevents: 'is built on macOS only',
}

/** The files that a script was made of: the bundler names each in a comment before its part. */
function inputsOf(script: string): readonly string[] {
  return [
    ...readFileSync(`dist/chrome/${script}.js`, 'utf8').matchAll(/^ {2}\/\/ (\S+\.(?:ts|js|mjs|cjs|json))$/gm),
  ].map(([, file]) => file ?? '')
}

describe('what is installed', () => {
  it('is locked to one version and one content each', () => {
    expect(locked.length).toBeGreaterThan(50)
    expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
  })

  it('runs no program at install but those that are known to', () => {
    const names = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/.*node_modules\//, ''))
    expect(names.filter((name) => !(name in INSTALL_SCRIPTS))).toEqual([])
  })

  it('has a reason written down for every package that we ask for', () => {
    const asked = Object.keys({ ...packages.dependencies, ...packages.devDependencies })
    expect(asked.filter((name) => !docs.includes(`| ${name} |`))).toEqual([])
  })

  it('asks for two packages at most that customers get', () => {
    expect(Object.keys(packages.dependencies).sort()).toEqual(['i18next', 'webextension-polyfill'])
  })
})

describe('what is built', () => {
  it('has nothing but our own files in the script for the form’s page', () => {
    const inputs = inputsOf('content')
    expect(inputs.length).toBeGreaterThan(20)
    expect(inputs.filter((file) => !/^(src|locales)\//.test(file))).toEqual([])
  })

  it.each(['background', 'popup/popup', 'chat/chat', 'practice/practice', 'settings/settings'])(
    'has only our files and the two packages in %s',
    (script) => {
      const foreign = inputsOf(script).filter((file) => !/^(src|locales)\//.test(file))
      expect(foreign.filter((file) => !/^node_modules\/(i18next|webextension-polyfill)\//.test(file))).toEqual([])
    },
  )
})
