import { writeFile } from 'node:fs/promises'

/**
 * A picture of what is painted in a page of Chromium, as PNG. Playwright's own `screenshot()` puts a style element into the
 * page, so that the guide looks at the page again: a note that is out of date would never be seen.
 * @param {import('playwright-core').Page} page
 * @param {object} [options]
 * @param {string} [options.path] the file to write.
 * @param {{ x: number, y: number, width: number, height: number }} [options.clip] a part of it, in CSS pixels of the document.
 * @param {boolean} [options.whole] all of the document, not only what is in the window.
 * @param {number} [options.scale] how many times larger.
 * @returns {Promise<Buffer>}
 */
export async function picture(page, { path, clip, whole = false, scale = 1 } = {}) {
  await page.bringToFront()
  const tools = await page.context().newCDPSession(page)
  const { cssContentSize, cssLayoutViewport } = await tools.send('Page.getLayoutMetrics')
  const { pageX: x, pageY: y, clientWidth: width, clientHeight: height } = cssLayoutViewport
  const part = clip ?? (whole ? cssContentSize : { x, y, width, height })
  const { data } = await tools.send('Page.captureScreenshot', {
    captureBeyondViewport: whole,
    clip: { ...part, scale },
  })
  await tools.detach()
  const png = Buffer.from(data, 'base64')
  if (path) await writeFile(path, png)
  return png
}
