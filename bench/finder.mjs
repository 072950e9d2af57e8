// What a key stroke in the finder's search box costs.
import { compileFinder, problemsOf } from '../scripts/finder.mjs'

const PROBLEMS = [
  'aiuda no habre mi tienda desde aller y tengo clientes esperando',
  'me yegan korreos raros kon bichos pidiendome vitcoins',
  'Fatal error: Uncaught mysqli_sql_exception: Access denied for user',
  'zzyzx qwrtplk bnmvcxz lkjhgfd poiuytr mnbvcx',
]

/** Milliseconds of processor time, which other programs do not lengthen. */
function cost(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Milliseconds of processor time to get the finder ready, and of each key stroke of some problems typed out. */
export async function strokes() {
  const { createFinder, train } = await compileFinder()
  const model = train(await problemsOf('es'))
  let find
  const ready = cost(() => {
    find = createFinder(model)
  })
  const typed = PROBLEMS.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)))
  return { ready, times: typed.map((text) => cost(() => find(text))) }
}
