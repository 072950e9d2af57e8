// Works out how certain the recogniser of the agent's sentences may be: node scripts/calibrate.mjs
// Learns from three wordings in four, guesses the fourth, and prints the weights for src/sayings/certainty.ts, with how many
// would be right and wrong for some thresholds.
import { compileSayings, lessonsOf } from './sayings.mjs'

const FOLDS = 4
const STRANGER = 'stranger'
const { train, createGuesser, signsOf } = await compileSayings()
const lessons = await lessonsOf()

/** What was guessed of all that was kept aside in a fold. */
function guessed(fold) {
  const kept = (sentences) => sentences.filter((_, i) => i % FOLDS !== fold)
  const wordings = Object.fromEntries(Object.entries(lessons.wordings).map(([id, own]) => [id, kept(own)]))
  const model = train({ ...lessons, wordings, strangers: kept(lessons.strangers) })
  const guess = createGuesser(model)
  const rows = [...Object.entries(lessons.wordings), [STRANGER, lessons.strangers]].flatMap(([id, own]) =>
    own.filter((_, i) => i % FOLDS === fold).map((text) => ({ id, text, found: guess(text) })),
  )
  return rows.map(({ id, text, found }) => ({
    id,
    text,
    found,
    signs: signsOf(found, model),
    right: id !== STRANGER && found.family === (lessons.families[id] ?? id),
  }))
}

/** A logistic regression: which signs tell the right guesses from the others. */
function logistic(rows) {
  const weights = new Float64Array(rows[0].signs.length)
  const slopes = new Float64Array(weights.length).fill(1e-6)
  for (let round = 0; round < 400; round += 1) {
    const down = new Float64Array(weights.length)
    for (const { signs, right } of rows) {
      const error = 1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * weights[i], 0))) - Number(right)
      for (let i = 0; i < weights.length; i += 1) down[i] += (error * signs[i]) / rows.length
    }
    for (let i = 0; i < weights.length; i += 1) {
      slopes[i] += down[i] ** 2
      weights[i] -= (0.3 * down[i]) / Math.sqrt(slopes[i])
    }
  }
  return [...weights]
}

const folds = Number(process.argv[2] ?? FOLDS)
const rows = Array.from({ length: folds }, (_, fold) => guessed(fold)).flat()
const judged = rows.filter(({ found }) => found.id !== STRANGER)
const weights = logistic(judged)
console.log(`const WEIGHTS = [${weights.map((weight) => weight.toFixed(2)).join(', ')}]`)

const own = rows.filter(({ id }) => id !== STRANGER)
const share = (part, all) => `${((100 * part.length) / all.length).toFixed(1)} %`
console.log(
  `likeliest family right ${share(
    own.filter(({ right }) => right),
    own,
  )}, saying ${share(
    own.filter(({ id, found }) => id === found.id),
    own,
  )}`,
)
for (const threshold of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95]) {
  const sure = judged.filter(
    ({ signs }) => 1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * weights[i], 0))) >= threshold,
  )
  const strangers = rows.filter(({ id }) => id === STRANGER)
  const told = sure.filter(({ id }) => id === STRANGER)
  const known = sure.filter(({ id }) => id !== STRANGER)
  console.log(
    `${threshold}: right ${share(
      known.filter(({ right }) => right),
      own,
    )}, wrong ${share(
      known.filter(({ right }) => !right),
      own,
    )}, strangers answered ${share(told, strangers)}`,
  )
}
