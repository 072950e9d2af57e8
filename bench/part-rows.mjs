// What single parts cost: the popup, the companion, the search box, and the bytes that are loaded.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { metricsOf } from './browser.mjs'
import { strokes } from './finder.mjs'
import { row, timed } from './row.mjs'

const KILOBYTE = 1024
/** Milliseconds of a frame, and seconds that a first paint may take. */
const FRAME = 16
const PAINT = 0.05

/** Task time until the popup is drawn and at rest. */
export async function popupRow(lab) {
  const context = lab.context('ours')
  const address = new URL('/popup/popup.html', (await workerOf(context)).url()).href
  const times = []
  for (let time = 0; time < lab.pairs; time++) {
    const page = await context.newPage()
    const metrics = await metricsOf(page)
    await page.goto(address)
    await page.waitForFunction(() => document.querySelector('main')?.checkVisibility())
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    times.push((await metrics()).task / PAINT)
    await page.close()
  }
  return timed('the popup until it is drawn ÷ 50 ms of task time', times, 1)
}

/** Task time that the companion adds to the load of the form. */
export async function companionRow(lab) {
  const worker = await workerOf(lab.context('ours'))
  const times = []
  for (let time = 0; time < lab.pairs; time++) {
    await worker.evaluate(() => chrome.storage.sync.set({ companion: false }))
    const without = await lab.sample('ours')
    await worker.evaluate(() => chrome.storage.sync.remove('companion'))
    const whole = await lab.sample('ours')
    times.push((whole.before.task - without.before.task) / PAINT)
  }
  return timed('the companion until it is drawn ÷ 50 ms of task time', times, 1)
}

async function workerOf(context) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
}

/** Key strokes in the search box. */
export async function finderRows() {
  const { ready, times } = await strokes()
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return [
    timed('a key stroke in the finder, the slowest ÷ a frame of 16 ms', [at(1) / FRAME], 1),
    timed('a key stroke in the finder, median ÷ a frame', [at(0.5) / FRAME], 1),
    timed('getting the finder ready, when its box is come to ÷ a frame', [ready / FRAME], null),
  ]
}

/** What is loaded into the form's page: the code, and the words that it looks up and says. */
export async function byteRows(build) {
  const bundle = await readFile(`${build}/content.js`)
  const parts = bundle.toString().split(/^ {2}\/\/ (?=[\w:./-]+$)/m)
  const words = parts.filter((part) => /^(?:form:|locales)/.test(part)).join('')
  const kilobytes = (bytes) => [bytes / KILOBYTE]
  return [
    row('kilobytes loaded into the page, as they are', kilobytes(bundle.length), null),
    row('of these, words', kilobytes(Buffer.byteLength(words)), null),
    row('kilobytes loaded into the page, compressed', kilobytes(gzipSync(bundle).length), null),
  ]
}
