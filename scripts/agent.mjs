// Says what agents' sentences mean: npm run --silent agent -- FILE.tsv
// The first column is `text`, with a heading. Prints a line for each row: the text, the id of what it says or `unknown`, and the
// meaning in Spanish. With --score, a second column `id`, and a third one `also` for what would be right too, it says how many were right, wrong
// and unknown instead.
import { readFile } from 'node:fs/promises'
import { compileSayings, lessonsOf } from './sayings.mjs'

const json = async (file) => JSON.parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'))
const UNKNOWN = 'unknown'
const WANTS_NOTHING = 'inform'

const [file, flag] = process.argv.slice(2).sort((a, b) => Number(a.startsWith('--')) - Number(b.startsWith('--')))
if (!file) throw new Error('Name a table: npm run --silent agent -- FILE.tsv')

const { train, createRecogniser, answerText, meaningLine } = await compileSayings()
const lessons = await lessonsOf()
const [agent, families, mirror] = await Promise.all(
  ['src/sayings/agent.json', 'src/sayings/families.json', 'locales/sayings/es.json'].map(json),
)
const { chat } = await json('locales/es.json')
const wants = new Map([...agent, ...families].map(({ id, wants }) => [id, wants]))
const recognise = createRecogniser(train(lessons))

const lines = (await readFile(file, 'utf8')).split(/\r?\n/)
const rows = lines.slice(1).filter((line) => line !== '')
const answers = rows.map((row) => {
  const [text = '', right = '', also = ''] = row.split('\t')
  const answer = answerText(text, recognise, (one) => wants.get(one.id) === WANTS_NOTHING)
  return {
    text,
    right: [right, ...also.split(/[\s,|]+/).filter(Boolean)],
    id: answer.kind === 'unknown' ? UNKNOWN : answer.id,
  }
})

if (flag === '--score') score()
else for (const { text, id } of answers) console.log([text, id, meaningLine(text, meaningOf(id))].join('\t'))

function meaningOf(id) {
  return mirror.sayings[id]?.meaning ?? mirror.families[id] ?? chat.agent.unknown
}

/** Right is the saying itself, or all those together that say nearly the same and of which it is one. */
function score() {
  const familyOf = (id) => lessons.families[id]
  const isOne = ({ right, id }) => right.some((one) => one === id || familyOf(one) === id)
  const isNear = ({ right, id }) => familyOf(id) !== undefined && right.some((one) => familyOf(one) === familyOf(id))
  const isStranger = ({ right }) => right[0] === UNKNOWN
  const own = answers.filter((row) => !isStranger(row))
  const strangers = answers.filter(isStranger)
  const known = own.filter(({ id }) => id !== UNKNOWN)
  const wrong = known.filter((row) => !isOne(row))
  const share = (part, all) => `${((100 * part.length) / Math.max(1, all.length)).toFixed(1)} %`
  console.log(`right ${share(known.filter(isOne), own)}`)
  console.log(
    `wrong ${share(
      wrong.filter((row) => !isNear(row)),
      own,
    )}`,
  )
  console.log(`nearly the same ${share(wrong.filter(isNear), own)}`)
  console.log(
    `unknown ${share(
      own.filter(({ id }) => id === UNKNOWN),
      own,
    )}`,
  )
  console.log(
    `strangers answered ${share(
      strangers.filter(({ id }) => id !== UNKNOWN),
      strangers,
    )}`,
  )
  console.log(`${own.length} sentences, ${strangers.length} strangers`)
}
