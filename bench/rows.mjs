// Every row of the benchmark, in the order in which they are printed.
import { idleRows, memoryRows, stormRows } from './change-rows.mjs'
import { each } from './lab.mjs'
import { exactRows, loadRows, sizeRows, strangeRows } from './load-rows.mjs'
import { formPage } from './pages.mjs'
import { byteRows, companionRow, finderRows, popupRow } from './part-rows.mjs'
import { summary } from './statistics.mjs'

/** How far the same script may seem to differ from itself before the run says nothing. */
const NOISE = 0.02
/** The control takes this many more samples than the rest: a run must not be void because the control itself was short. */
const CONTROL = 6

/** All rows. @param lab see lab.mjs; it has `none` and every extension of extensions.mjs. */
export async function measureAll(lab, build) {
  lab.serve(formPage(25))
  const loads = await lab.interleaved(lab.names.filter((name) => name !== 'observer' && name !== 'again'))
  const control = controlRow(await lab.interleaved(['empty', 'again'], undefined, lab.pairs * CONTROL))
  const rows = [
    ...loadRows(loads),
    ...(await exactRows(lab)),
    ...(await stormRows(lab)),
    ...(await idleRows(lab)),
    ...(await memoryRows(lab)),
    ...(await sizeRows(lab)),
    ...(await strangeRows(lab)),
    await popupRow(lab),
    await companionRow(lab),
    ...(await finderRows()),
    ...(await byteRows(build)),
  ]
  // Where the same script differs from itself, no time of this run says anything; counts and bytes still do.
  const isVoid = control.verdict === 'void'
  return [control, ...rows.map((one) => (isVoid && one.timed ? { ...one, verdict: 'void' } : one))]
}

function controlRow(samples) {
  const { value, low, high } = summary(each(samples, ({ empty, again }) => again.before.task / empty.before.task))
  const name = 'control: an empty script ÷ itself, task time of the load'
  return { name, value, low, high, goal: null, verdict: Math.abs(value - 1) <= NOISE ? 'met' : 'void' }
}
