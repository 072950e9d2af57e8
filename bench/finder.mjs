// Shows what a key stroke in the search box costs, beside the 16 ms of a frame: node bench/finder.mjs
import { compileFinder, problemsOf } from '../scripts/finder.mjs'

const FRAME = 16
const PROBLEMS = [
  'aiuda no habre mi tienda desde aller y tengo clientes esperando',
  'me yegan korreos raros kon bichos pidiendome vitcoins',
  'Fatal error: Uncaught mysqli_sql_exception: Access denied for user',
  'zzyzx qwrtplk bnmvcxz lkjhgfd poiuytr mnbvcx',
]

const { createFinder, train } = await compileFinder()
const model = train(await problemsOf('es'))
/** Milliseconds of processor time, which other programs do not lengthen. */
function cost(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

let find
const ready = cost(() => {
  find = createFinder(model)
})

const strokes = PROBLEMS.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)))
const times = strokes.map((text) => cost(() => find(text)))
const sorted = times.sort((a, b) => a - b)
const show = (name, time) => console.log(`${name}: ${time.toFixed(2)} ms, ${(time / FRAME).toFixed(3)} of a frame`)
show('getting ready, once', ready)
show('a key stroke, median', sorted[Math.floor(sorted.length / 2)])
show('a key stroke, 99 of 100', sorted[Math.floor(sorted.length * 0.99)])
show('a key stroke, the slowest', sorted.at(-1))
