// Two builds side by side, in the same run: below 1 is better than the other build.
import { each } from './lab.mjs'
import { worked } from './row.mjs'
import { summary } from './statistics.mjs'
import { elsewhere, storm, unchanged } from './work.mjs'

const PAIR = ['against', 'ours']

/** Rows of ratios, this build ÷ the other. */
export async function compareBuilds(lab) {
  const loads = await lab.interleaved(PAIR)
  const storms = await lab.interleaved(PAIR, storm)
  const passes = await lab.interleaved(PAIR, unchanged)
  const changes = await lab.interleaved(PAIR, elsewhere)
  const row = (name, values) => {
    const { value, low, high } = summary(values)
    return { name, value, low, high, goal: null, verdict: high < 1 ? 'better' : low > 1 ? 'worse' : 'undecided' }
  }
  return [
    row(
      'task time of the load',
      each(loads, ({ ours, against }) => ours.before.task / against.before.task),
    ),
    row(
      'layouts of the load',
      each(loads, ({ ours, against }) => ours.before.layouts / against.before.layouts),
    ),
    row(
      'heap',
      each(loads, ({ ours, against }) => ours.after.heap / against.after.heap),
    ),
    row(
      're-render storm, task time',
      each(storms, ({ ours, against }) => worked(ours) / worked(against)),
    ),
    row(
      'passes with nothing changed, task time',
      each(passes, ({ ours, against }) => worked(ours) / worked(against)),
    ),
    row(
      'changes outside the form, task time',
      each(changes, ({ ours, against }) => worked(ours) / worked(against)),
    ),
  ]
}
