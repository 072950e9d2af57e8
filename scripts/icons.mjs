// Draws the icon's PNG files from the SVG files in src/icons. Run it after changing the drawing.
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'

const SIZES = [16, 32, 48, 128]
const file = (name) => new URL(`../src/icons/${name}`, import.meta.url)

const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
for (const size of SIZES) {
  // At 16 pixels the drawing has to follow the pixels, so it is one of its own.
  const svg = await readFile(file(size === 16 ? 'icon-16.svg' : 'icon.svg'), 'utf8')
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await writeFile(file(`${size}.png`), await page.screenshot({ omitBackground: true }))
}
await browser.close()
