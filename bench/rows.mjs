// Every row of the benchmark: what is measured, against what, and the goal.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { metricsOf } from './browser.mjs'
import { strokes } from './finder.mjs'
import { each } from './lab.mjs'
import { formPage, STRANGE_PAGE } from './pages.mjs'
import { median, summary, verdict } from './statistics.mjs'
import { elsewhere, elsewhereWithWalk, renders, storm } from './work.mjs'

/** How far the same script may seem to differ from itself before the run says nothing. */
const NOISE = 0.02
const KILOBYTE = 1024
/** A page with more topics than a form has is left alone, so a thousand cannot be measured. */
const SIZES = [10, 100, 700]

const row = (name, values, goal) => {
  const result = summary(values)
  return { name, ...result, goal, verdict: goal === null ? 'no goal' : verdict(result, goal) }
}
const task = ({ before, after }) => after.task - before.task

/** All rows, in the order in which they are printed. @param lab see lab.mjs; it has `none`, `empty`, `again`, `walker`, `ours`. */
export async function measureAll(lab, build) {
  lab.serve(formPage(25))
  const loads = await lab.interleaved(lab.names)
  const control = controlRow(loads)
  const rows = [
    ...loadRows(loads),
    await stormRow(lab),
    await elsewhereRow(lab),
    ...(await memoryRows(lab)),
    ...(await sizeRows(lab)),
    await strangeRow(lab),
    await popupRow(lab),
    ...(await finderRows()),
    ...(await byteRows(build)),
  ]
  // Where the same script differs from itself, no time of this run says anything; counts and bytes still do.
  const isVoid = control.verdict === 'void'
  return [control, ...rows.map((one) => (isVoid && one.timed ? { ...one, verdict: 'void' } : one))]
}

const timed = (one) => ({ ...one, timed: true })

function controlRow(loads) {
  const { value, low, high } = summary(each(loads, ({ empty, again }) => again.before.task / empty.before.task))
  const name = 'control: an empty script ÷ itself, task time of the load'
  return { name, value, low, high, goal: null, verdict: Math.abs(value - 1) <= NOISE ? 'met' : 'void' }
}

function loadRows(loads) {
  const heap = ({ ours, empty, none }) => (ours.after.heap - none.after.heap) / (empty.after.heap - none.after.heap)
  const cold = ({ ours, walker, empty }) =>
    (ours.before.task - empty.before.task) / Math.max(walker.before.task - empty.before.task, 1e-6)
  const peer = ({ ours, peer: other, none }) =>
    (ours.before.script - none.before.script) / (other.before.script - none.before.script)
  return [
    ...(loads.peer ? [timed(row('script time added at the load: ours ÷ peer', each(loads, peer), 1 / 25))] : []),
    row('heap added: ours ÷ empty script', each(loads, heap), 1.5),
    timed(
      row(
        'task time of the load: ours ÷ empty script',
        each(loads, ({ ours, empty }) => ours.before.task / empty.before.task),
        1.08,
      ),
    ),
    timed(row('everything added to the load, layout too ÷ bare cold walk', each(loads, cold), 0.6)),
    row(
      'layouts added on a static page',
      each(loads, ({ ours, empty }) => ours.before.layouts - empty.before.layouts),
      1,
    ),
    row(
      'style recalculations added',
      each(loads, ({ ours, empty }) => ours.before.styles - empty.before.styles),
      null,
    ),
  ]
}

async function stormRow(lab) {
  const samples = await lab.interleaved(['empty', 'ours'], storm)
  const values = each(samples, ({ ours, empty }) => task(ours) / task(empty))
  return timed(row('re-render storm, 120 frames: with ours ÷ without, task time', values, 1.05))
}

async function elsewhereRow(lab) {
  const samples = await lab.interleaved(['empty', 'ours'], elsewhere)
  const walks = await lab.interleaved(['empty'], elsewhereWithWalk)
  const idle = median(samples.empty.map(task))
  const walk = median(walks.empty.map(task)) - idle
  const values = samples.ours.map((one) => (task(one) - idle) / walk)
  return timed(row('a change outside the form ÷ bare warm walk of the page', values, 0.5))
}

async function memoryRows(lab) {
  const ratio = async (name) => {
    const few = await lab.sample(name, renders(100))
    const many = await lab.sample(name, renders(10_000))
    return many.after.heap / few.after.heap
  }
  return [
    row('heap after 10,000 re-renders ÷ after 100', [await ratio('ours')], 1.01),
    row('the same with an empty script', [await ratio('empty')], null),
  ]
}

async function sizeRows(lab) {
  const perControl = []
  for (const size of SIZES) {
    lab.serve(formPage(size))
    const samples = await lab.interleaved(['empty', 'ours'])
    const added = each(samples, ({ ours, empty }) => ours.before.task - empty.before.task)
    // The smallest page has all the topics of the form, as it would not be the form else.
    perControl.push(median(added) / Math.max(size, 25))
  }
  lab.serve(formPage(25))
  return SIZES.slice(1).map((size, index) =>
    timed(row(`cost per control: at ${size} ÷ at ${SIZES[0]}`, [perControl[index + 1] / perControl[0]], 1)),
  )
}

async function strangeRow(lab) {
  lab.serve(STRANGE_PAGE)
  const samples = await lab.interleaved(['empty', 'ours'])
  lab.serve(formPage(25))
  const values = each(samples, ({ ours, empty }) => ours.before.task / empty.before.task)
  return timed(row('task time of a page that is not the form: ours ÷ empty script', values, 1.08))
}

/** Seconds of task time until the popup is drawn and at rest, beside the fifty milliseconds that are the goal. */
async function popupRow(lab) {
  const context = lab.context('ours')
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const address = new URL('/popup/popup.html', worker.url()).href
  const times = []
  for (let time = 0; time < lab.pairs; time++) {
    const page = await context.newPage()
    const metrics = await metricsOf(page)
    await page.goto(address)
    await page.waitForFunction(() => document.querySelector('main')?.checkVisibility())
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    times.push((await metrics()).task / 0.05)
    await page.close()
  }
  return timed(row('the popup until it is drawn ÷ 50 ms of task time', times, 1))
}

async function finderRows() {
  const { ready, times } = await strokes()
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const frame = 16
  return [
    timed(row('a key stroke in the finder, the slowest ÷ a frame of 16 ms', [at(1) / frame], 1)),
    timed(row('a key stroke in the finder, median ÷ a frame', [at(0.5) / frame], 1)),
    timed(row('getting the finder ready, while the browser is idle ÷ a frame', [ready / frame], null)),
  ]
}

async function byteRows(build) {
  const bundle = await readFile(`${build}/content.js`)
  return [
    row('kilobytes loaded into the page, as they are', [bundle.length / KILOBYTE], null),
    row('kilobytes loaded into the page, compressed', [gzipSync(bundle).length / KILOBYTE], null),
  ]
}
