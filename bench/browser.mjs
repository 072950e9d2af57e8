// One Chromium per extension, and what a load of a page costs in it.
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../scripts/browser.mjs'

const ADDRESS = 'https://helpchat.hostgator.com/'
/** An address that the guide does not know. */
const ELSEWHERE = 'https://elsewhere.example/'
/** Time for the guide to settle after the load, in milliseconds. It does nothing afterwards, so longer changes nothing. */
const SETTLE = 400

/** Start a browser that serves `page()` at the form's address. */
export async function startBrowser(root, name, folder, page) {
  const load = folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []
  const context = await chromium.launchPersistentContext(await mkdtemp(join(root, `${name}-profile-`)), {
    executablePath: await findBrowser(),
    headless: true,
    viewport: { width: 1000, height: 900 },
    args: [...load, '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
  for (const address of [ADDRESS, ELSEWHERE])
    await context.route(`${address}**`, (route) => route.fulfill({ contentType: 'text/html', body: page() }))
  return context
}

/** Costs of one load in a fresh page: seconds of the main thread's own time, counts, bytes of live heap. */
export async function load(context, during = async () => {}) {
  const page = await context.newPage()
  const metrics = await metricsOf(page)
  await page.goto(ADDRESS, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE)
  const before = await metrics()
  await during(page)
  const after = await metrics({ collected: true })
  await page.close()
  return { before, after }
}

/** Answers a function that tells what a page has cost so far. */
export async function metricsOf(page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async ({ collected = false } = {}) => {
    if (collected) await cdp.send('HeapProfiler.collectGarbage')
    const { metrics: list } = await cdp.send('Performance.getMetrics')
    const of = Object.fromEntries(list.map(({ name, value }) => [name, value]))
    return {
      script: of.ScriptDuration,
      task: of.TaskDuration,
      layouts: of.LayoutCount,
      styles: of.RecalcStyleCount,
      heap: of.JSHeapUsedSize,
    }
  }
}

/** How many scripts of extensions run in a page at another address. */
export async function scriptsElsewhere(context) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let count = 0
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) count++
  })
  await cdp.send('Debugger.enable')
  await page.goto(ELSEWHERE, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE)
  await page.close()
  return count
}

/** How many layouts the guide makes the browser do at once while the form's page loads. */
export async function forcedLayouts(context) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let count = 0
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, args } of value)
      if (name === 'Layout' && args?.beginData?.stackTrace?.[0]?.url.includes('content.js')) count++
  })
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack']
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } })
  await page.goto(ADDRESS, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE)
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await complete
  await page.close()
  return count
}
