// Evaluates the topic finder: npm run eval -- FILE.tsv
// Columns: text, source, department, option; further right answers follow " || " in both of the last two. A department
// without options is an answer of its own.
import { readFile } from 'node:fs/promises'
import { compileFinder, problemsOf } from './finder.mjs'

const ANSWERS = ' || '

/** The rows of a table with the names of the right topics, as the form says them. */
function rowsOf(table) {
  const [head, ...lines] = table.split(/\r?\n/).filter(Boolean)
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name) => cells[columns.indexOf(name)] ?? ''
    const departments = cell('department').split(ANSWERS)
    const options = cell('option').split(ANSWERS)
    return { text: cell('text'), right: options.map((option, at) => option || (departments[at] ?? '')) }
  })
}

/** The topics that the finder names, the first the surest; a question or a silence names none. */
function namesOf(answer, nameOf) {
  if (answer.kind === 'topics') return answer.topics.map(nameOf)
  return answer.kind === 'unused' ? [answer.entry, ...answer.topics].map(nameOf) : []
}

const share = (count, total) => `${((100 * count) / total).toFixed(1)} %`

const [file] = process.argv.slice(2)
if (!file) throw new Error('Name a table: npm run eval -- FILE.tsv')
const { createFinder, train } = await compileFinder()
const form = JSON.parse(await readFile(new URL('../src/form/hostgator-chat.json', import.meta.url), 'utf8'))
const nameOf = (id) => form.entries.find((entry) => entry.id === id)?.texts[0] ?? id
const find = createFinder(train(await problemsOf('es')))

const rows = rowsOf(await readFile(file, 'utf8')).map((row) => {
  const answer = find(row.text)
  const names = namesOf(answer, nameOf)
  return { ...row, answer, names, place: names.findIndex((name) => row.right.includes(name)) }
})
console.log(`top-1 ${share(rows.filter(({ place }) => place === 0).length, rows.length)}`)
console.log(`top-3 ${share(rows.filter(({ place }) => place >= 0 && place < 3).length, rows.length)}`)
console.log(`${rows.length} rows; the confusions (+ the right one is second or third, - it is not among three):`)
for (const { text, right, names, place, answer } of rows) {
  if (place === 0) continue
  const said = names.length ? names.slice(0, 3).join(', ') : `(${answer.kind})`
  console.log(`${place > 0 && place < 3 ? '+' : '-'} ${right.join(ANSWERS)} <- ${said}: ${text}`)
}
