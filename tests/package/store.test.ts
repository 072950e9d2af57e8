// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../manifest.json'

/** The most characters that a store takes: of the Chrome Web Store, Edge Add-ons and Mozilla's, the least. */
const LIMITS = { name: 45, summary: 132, description: 10_000 }
const read = (file: string) => readFileSync(file, 'utf8')
const sections = (text: string) => text.split(/^## .*$/m).map((part) => part.trim())

describe("the stores' material", () => {
  it.each(['es', 'en'])(
    'in %s is within the limits, says that it is not official, and is named as installed',
    (language) => {
      const [, name = '', summary = '', description = ''] = sections(read(`store/listing.${language}.md`))
      const installed = JSON.parse(read(`locales/${language}.json`)).manifest
      expect([name, summary]).toEqual([installed.name, installed.description])
      expect(name).toMatch(/\((no oficial|not official)\)/)
      expect(name.length).toBeLessThanOrEqual(LIMITS.name)
      expect(summary.length).toBeLessThanOrEqual(LIMITS.summary)
      expect(description.length).toBeGreaterThan(500)
      expect(description.length).toBeLessThanOrEqual(LIMITS.description)
    },
  )

  it.each([1, 2, 3, 4, 5])('has picture %i in the size that the stores want', (number) => {
    expect(sizeOf(`store/screenshot-${number}.png`)).toEqual([1280, 800])
  })

  it('has a small promotional tile', () => {
    expect(sizeOf('store/tile.png')).toEqual([440, 280])
  })

  it('justifies every permission', () => {
    const text = read('store/permissions.md').replace(/ +\|/g, ' |')
    for (const permission of [...manifest.permissions, ...manifest.host_permissions]) {
      expect(text).toContain(`| \`${permission}\` |`)
    }
  })
})

/** Width and height, which stand at a fixed place of every PNG. https://www.w3.org/TR/png/#11IHDR */
function sizeOf(file: string): readonly number[] {
  const bytes = readFileSync(file)
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
