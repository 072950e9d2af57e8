// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BROWSERS, manifestFor } from '../../build.mjs'

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const source = json('manifest.json')
const { version } = json('package.json')

describe('the manifest', () => {
  it.each(BROWSERS)('for %s is word for word the one that was agreed on', (browser) => {
    const golden = readFileSync(`tests/package/manifest.${browser}.json`, 'utf8').replace('THE VERSION', version)
    expect(manifestFor(browser, source, version)).toEqual(JSON.parse(golden))
  })

  it('has its version from package.json, and the changes say what is new in it', () => {
    expect(source).not.toHaveProperty('version')
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'))
  })

  it('keeps its name and description within what the stores allow', () => {
    for (const language of ['es', 'en']) {
      const { name, shortName, description } = json(`locales/${language}.json`).manifest
      expect(name.length).toBeLessThanOrEqual(45)
      expect(shortName.length).toBeLessThanOrEqual(15)
      expect(description.length).toBeLessThanOrEqual(132)
    }
  })
})
