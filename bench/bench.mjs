// npm run bench -- [--build dist/chrome] [--peer FOLDER] [--pairs 12]
// Prints what the guide costs as ratios to bare floors measured in the same run, and writes bench/results.json.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { load, startBrowser } from './browser.mjs'
import { makeExtensions } from './extensions.mjs'
import { formPage, STRANGE_PAGE } from './pages.mjs'
import { median, summary, verdict } from './statistics.mjs'

const { values: options } = parseArgs({
  options: {
    build: { type: 'string', default: 'dist/chrome' },
    peer: { type: 'string' },
    pairs: { type: 'string', default: '12' },
  },
})
const pairs = Number(options.pairs)
const rows = []
let html = formPage(25)

const { root, folders } = await makeExtensions(options.build, options.peer)
const browsers = {}
for (const [name, folder] of Object.entries(folders))
  browsers[name] = await startBrowser(root, name, folder, () => html)

/** Samples of two or more browsers, taken in turns forwards and backwards, so that a drift of the machine cancels out. */
async function interleaved(names, during) {
  const samples = Object.fromEntries(names.map((name) => [name, []]))
  for (let pair = 0; pair < pairs; pair++) {
    for (const name of pair % 2 ? [...names].reverse() : names) samples[name].push(await load(browsers[name], during))
  }
  return samples
}

function row(name, values, goal, exact = false) {
  const result = exact ? { value: values[0], low: values[0], high: values[0] } : summary(values)
  rows.push({ name, ...result, goal, verdict: goal === null ? 'void' : verdict(result, goal) })
}
const each = (samples, ratio) =>
  Array.from({ length: pairs }, (_, index) =>
    ratio(Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, list[index]]))),
  )

// Warm every browser, so that the first sample pays for nothing that the others do not.
for (const name of Object.keys(browsers)) await load(browsers[name])

const names = ['none', 'empty', 'again', 'walker', 'ours', ...(options.peer ? ['peer'] : [])]
const loads = await interleaved(names)
const script = (name) => median(loads[name].map(({ before }) => before.script))
row(
  'control: an empty script ÷ itself, task time',
  each(loads, ({ empty, again }) => again.before.task / empty.before.task),
  null,
)
const control = rows[0]
control.verdict = Math.abs(control.value - 1) <= 0.02 ? 'met' : 'void'
row(
  'script time added: ours ÷ peer',
  options.peer
    ? each(
        loads,
        ({ ours, peer, none }) => (ours.before.script - none.before.script) / (peer.before.script - none.before.script),
      )
    : [Number.NaN],
  options.peer ? 1 / 25 : null,
  !options.peer,
)
row(
  'heap added: ours ÷ empty script',
  each(loads, ({ ours, empty, none }) => (ours.after.heap - none.after.heap) / (empty.after.heap - none.after.heap)),
  1.5,
)
row(
  'task time of the load: ours ÷ empty script',
  each(loads, ({ ours, empty }) => ours.before.task / empty.before.task),
  1.08,
)
row(
  'layouts added on a static page',
  [median(loads.ours.map(({ before }) => before.layouts)) - median(loads.empty.map(({ before }) => before.layouts))],
  1,
  true,
)
row(
  'style recalculations added',
  [median(loads.ours.map(({ before }) => before.styles)) - median(loads.empty.map(({ before }) => before.styles))],
  2,
  true,
)
row(
  'cold script time added: ours ÷ bare walk',
  [(script('ours') - script('empty')) / (script('walker') - script('empty'))],
  0.6,
  true,
)

/** A re-render storm: the topics of the form are made anew in each of 120 frames. */
const storm = (page) =>
  page.evaluate(async () => {
    const form = document.getElementById('form')
    const clean = form.innerHTML
    for (let frame = 0; frame < 120; frame++) {
      await new Promise(requestAnimationFrame)
      form.innerHTML = clean
    }
  })
const storms = await interleaved(['empty', 'ours'], storm)
row(
  're-render storm: with ours ÷ without, task time',
  each(storms, ({ ours, empty }) => (ours.after.task - ours.before.task) / (empty.after.task - empty.before.task)),
  1.05,
)

/** A change far from the form: what the guide does about it, per change, against walking the page for it. */
const unrelated = (page) =>
  page.evaluate(async () => {
    const other = document.getElementById('other')
    for (let time = 0; time < 2000; time++) {
      other.firstChild.data = String(time)
      await null
    }
  })
const changes = await interleaved(['empty', 'ours'], unrelated)
const walks = await interleaved(['empty'], (page) =>
  page.evaluate(async () => {
    const other = document.getElementById('other')
    for (let time = 0; time < 2000; time++) {
      other.firstChild.data = String(time)
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      while (walker.nextNode());
      await null
    }
  }),
)
const added = (samples, name) => samples[name].map(({ before, after }) => after.task - before.task)
const idle = median(added(changes, 'empty'))
row(
  'a pass with nothing changed ÷ bare walk',
  added(changes, 'ours').map((cost) => (cost - idle) / (median(added(walks, 'empty')) - idle)),
  0.5,
)

/** Heap after many re-renders against few. */
const many = (count) => (page) =>
  page.evaluate(async (times) => {
    const form = document.getElementById('form')
    const clean = form.innerHTML
    for (let time = 0; time < times; time++) {
      form.innerHTML = clean
      if (time % 20 === 0) await new Promise(requestAnimationFrame)
      else await null
    }
    await new Promise((done) => setTimeout(done, 200))
  }, count)
const few = await load(browsers.ours, many(100))
const lots = await load(browsers.ours, many(10_000))
row('heap after 10,000 re-renders ÷ after 100', [lots.after.heap / few.after.heap], 1.01, true)

const perControl = []
for (const size of [100, 1000]) {
  html = formPage(size)
  const sized = await interleaved(['empty', 'ours'])
  perControl.push(
    median(sized.ours.map(({ before }) => before.script)) - median(sized.empty.map(({ before }) => before.script)),
  )
}
row('script per control: at 1,000 ÷ at 100', [perControl[1] / 1000 / (perControl[0] / 100)], 1, true)

html = STRANGE_PAGE
const strange = await interleaved(['empty', 'ours'])
row(
  'task time on a page that is not the form: ours ÷ empty',
  each(strange, ({ ours, empty }) => ours.before.task / empty.before.task),
  1.08,
)

const bundle = await readFile(`${options.build}/content.js`)
row('kilobytes loaded into the page, as they are', [bundle.length / 1024], null, true)
row('kilobytes loaded into the page, compressed', [gzipSync(bundle).length / 1024], null, true)

for (const context of Object.values(browsers)) await context.close()
await rm(root, { recursive: true, force: true })
const shown = rows.map(({ name, value, low, high, goal, verdict: says }) => ({
  what: name,
  value: value.toFixed(3),
  interval: low === high ? '' : `${low.toFixed(3)} – ${high.toFixed(3)}`,
  goal: goal === null ? '' : `≤ ${goal}`,
  verdict: says,
}))
console.table(shown)
await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(rows, null, 2)}\n`)
