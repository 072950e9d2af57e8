// What the rows are shown as: a table, a file of numbers, and a chart for the docs.
import { writeFile } from 'node:fs/promises'

const here = (name) => new URL(name, import.meta.url)
const digits = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(3))

/** Print the rows as a table. */
export function print(rows) {
  console.table(
    rows.map(({ name, value, low, high, goal, verdict }) => ({
      what: name,
      value: digits(value),
      interval: low === high ? '' : `${digits(low)} – ${digits(high)}`,
      goal: goal === null ? '' : `≤ ${goal}`,
      verdict,
    })),
  )
}

/** Write the numbers beside this file, and the chart of those that have a goal into the docs. */
export async function save(rows) {
  const numbers = rows.map(({ name, value, low, high, goal, verdict }) => ({ name, value, low, high, goal, verdict }))
  await writeFile(here('results.json'), `${JSON.stringify(numbers, null, 2)}\n`)
  await writeFile(here('../docs/pictures/bench.svg'), chart(rows.filter(({ goal }) => goal !== null)))
}

const WIDTH = 1080
const LINE = 34
const TOP = 40
/** Where the goal stands, and how wide a factor of two is, in pixels. */
const GOAL = 680
const OCTAVE = 60
/** Where the labels end: left of the longest bar. */
const LABEL = GOAL - 3 * OCTAVE - 10
const COLOURS = { met: '#146c3c', miss: '#b3261e', undecided: '#8a6d00', void: '#6b7280' }

/** Each value as a distance from its goal, which is the line in the middle; twice as much is one step to the right. */
function chart(rows) {
  const height = TOP + rows.length * LINE + 12
  const lines = rows.map(({ name, value, goal, verdict }, index) => {
    const middle = TOP + index * LINE + LINE / 2
    // Where nothing at all is the goal, nothing is as good as it can be.
    const factor = goal === 0 ? Number(value > 0) * 32 : value / goal
    const steps = Math.max(-3, Math.min(5, Math.log2(Math.max(factor, 1e-6))))
    const [left, width] = steps < 0 ? [GOAL + steps * OCTAVE, -steps * OCTAVE] : [GOAL, steps * OCTAVE]
    const label = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `  <text x="${LABEL}" y="${middle + 4}" text-anchor="end">${label}</text>
  <rect x="${left.toFixed(1)}" y="${middle - 8}" width="${Math.max(width, 2).toFixed(1)}" height="16" rx="4" fill="${COLOURS[verdict] ?? '#6b7280'}"/>
  <text x="${(left + width + 6).toFixed(1)}" y="${middle + 4}" class="value">${digits(value)} (${verdict})</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="What the guide costs, beside its goals">
  <style>rect.ground { fill: #fff } text { font: 12px system-ui, sans-serif; fill: #16212c } .value { font-weight: 600 }</style>
  <rect class="ground" width="${WIDTH}" height="${height}"/>
  <text x="${GOAL}" y="22" text-anchor="middle">goal</text>
  <path d="M${GOAL} 28V${height - 8}" stroke="#4d5b69" stroke-dasharray="3 3"/>
${lines.join('\n')}
</svg>
`
}
