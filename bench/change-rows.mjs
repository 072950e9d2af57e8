// What the guide adds to a page that changes: renders its form anew, changes something in it, or something else.
import { each } from './lab.mjs'
import { row, timed, worked } from './row.mjs'
import { median } from './statistics.mjs'
import {
  elsewhere,
  elsewhereWithWalk,
  renders,
  restyled,
  restyledWithWalk,
  storm,
  stormWithNotes,
  unchanged,
  unchangedWithWalk,
} from './work.mjs'

/** The form made anew in each frame, beside a page that puts as many notes of its own there. */
export async function stormRows(lab) {
  const { empty, ours } = await lab.interleaved(['empty', 'ours'], storm)
  const { empty: bare } = await lab.interleaved(['empty'], stormWithNotes)
  const samples = { empty, ours, bare }
  const floor = ({ empty, bare }) => worked(bare) / worked(empty)
  const pass = ({ empty, ours, bare }) => (worked(ours) - worked(empty)) / (worked(bare) - worked(empty))
  return [
    timed(
      're-render storm, 120 frames: with ours ÷ without, task time',
      each(samples, ({ empty, ours }) => worked(ours) / worked(empty)),
      1.05,
    ),
    timed('the same, with bare notes that the page puts there itself ÷ without', each(samples, floor), null),
    timed('full pass ÷ (walk and as many bare insertions), warm, layout too', each(samples, pass), 1.1),
  ]
}

/** Changes after which every note is right as it is. */
export async function idleRows(lab) {
  const inside = await costs(lab, ['ours'], unchanged, unchangedWithWalk)
  const looks = await costs(lab, ['ours', 'observer'], restyled, restyledWithWalk)
  const outside = await costs(lab, ['ours', 'observer'], elsewhere, elsewhereWithWalk)
  return [
    timed('pass with nothing changed ÷ bare warm walk of the page', inside.ours, 0.5),
    timed('a change of how the form looks, many in a frame ÷ bare warm walk of the page', looks.ours, null),
    timed('the same, for an observer that does nothing', looks.observer, null),
    timed('a change outside the form ÷ bare warm walk of the page', outside.ours, 0.5),
    timed('the same, for an observer that does nothing', outside.observer, null),
  ]
}

/** What some extensions add to this work, as parts of what a bare walk adds to it. */
async function costs(lab, names, work, workWithWalk) {
  const { empty, ...others } = await lab.interleaved(['empty', ...names], work)
  const { empty: walks } = await lab.interleaved(['empty'], workWithWalk)
  const idle = median(empty.map(worked))
  const walk = median(walks.map(worked)) - idle
  return Object.fromEntries(names.map((name) => [name, others[name].map((one) => (worked(one) - idle) / walk)]))
}

/** The heap after few and many renders. After a thousand the browser has compiled all that is used often. */
export async function memoryRows(lab) {
  const after = async (name, count) => (await lab.sample(name, renders(count))).after.heap
  const [few, some, many] = [await after('ours', 100), await after('ours', 1000), await after('ours', 10_000)]
  return [
    row('heap after 10,000 re-renders ÷ after 100', [many / few], 1.01),
    row('heap after 10,000 re-renders ÷ after 1,000', [many / some], 1.01),
    row('the same with an empty script', [(await after('empty', 10_000)) / (await after('empty', 1000))], null),
  ]
}
