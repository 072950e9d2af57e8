// What the guide adds to the load of a page: of the form, of other pages on its address, and elsewhere.
import { forcedLayouts, scriptsElsewhere } from './browser.mjs'
import { each } from './lab.mjs'
import { formPage, OTHER_PAGE, STRANGE_PAGE } from './pages.mjs'
import { row, timed } from './row.mjs'
import { median } from './statistics.mjs'

const SIZES = [10, 100, 1000]

/** Rows of these loads of the form. */
export function loadRows(loads) {
  const ratio = (of) => each(loads, of)
  const added = (what) => (of, floor) => of.before[what] - floor.before[what]
  const [script, layouts, styles] = ['script', 'layouts', 'styles'].map(added)
  // A walk may be too short to be seen.
  const walked = (time) => Math.max(time, 1e-6)
  const peer = ({ ours, peer, none }) => script(ours, none) / script(peer, none)
  const heap = (name) =>
    ratio(
      ({ empty, none, ...others }) =>
        (others[name].after.heap - none.after.heap) / (empty.after.heap - none.after.heap),
    )
  const cold = ({ ours, walker, empty }) => script(ours, empty) / walked(script(walker, empty))
  const load = (name, floor) => ratio((of) => of[name].before.task / of[floor].before.task)
  return [
    ...(loads.peer ? [timed('script time added at the load: ours ÷ peer', ratio(peer), 1 / 25)] : []),
    row('heap added: ours ÷ empty script', heap('ours'), 1.5),
    row('the same, for bare notes after each text', heap('notes'), null),
    timed('task time of the load: ours ÷ empty script', load('ours', 'empty'), 1.08),
    timed('the same, for bare notes after each text', load('notes', 'empty'), null),
    timed('task time of the load: ours ÷ no extension', load('ours', 'none'), null),
    timed('cold pass, and all other script of the load ÷ bare cold walk', ratio(cold), 0.6),
    row(
      'layouts added on a static page',
      ratio(({ ours, empty }) => layouts(ours, empty)),
      1,
    ),
    row(
      'style recalculations added',
      ratio(({ ours, empty }) => styles(ours, empty)),
      null,
    ),
  ]
}

/** Layouts that the guide forces, and its scripts on another site: none. */
export async function exactRows(lab) {
  return [
    row('layouts forced at the load', [await forcedLayouts(lab.context('ours'))], 0),
    row('scripts of ours on another site', [await scriptsElsewhere(lab.context('ours'))], 0),
  ]
}

/** The cost of each control on small and large pages. */
export async function sizeRows(lab) {
  const perControl = []
  for (const size of SIZES) {
    lab.serve(formPage(size))
    const samples = await lab.interleaved(['empty', 'ours'])
    perControl.push(each(samples, ({ ours, empty }) => (ours.before.task - empty.before.task) / size))
  }
  lab.serve(formPage(25))
  const first = median(perControl[0])
  return SIZES.slice(1).map((size, index) =>
    timed(
      `cost per control: at ${size} ÷ at ${SIZES[0]}`,
      perControl[index + 1].map((cost) => cost / first),
      1,
    ),
  )
}

/** Pages at the form's address that are not the form. */
export async function strangeRows(lab) {
  const rows = []
  for (const [name, page, goal] of [
    ['another page with the form’s words', STRANGE_PAGE, 1.08],
    ['a page of other words', OTHER_PAGE, 1.08],
  ]) {
    lab.serve(page)
    const samples = await lab.interleaved(['empty', 'ours'])
    const ratios = each(samples, ({ ours, empty }) => ours.before.task / empty.before.task)
    rows.push(timed(`task time of ${name}: ours ÷ empty script`, ratios, goal))
  }
  lab.serve(formPage(25))
  return rows
}
