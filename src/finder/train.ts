import { isPart, readProblem } from './features'
import { learn, type Sample } from './learn'
import { type Model, NOTHING } from './model'
import { lexisOf, type Problems, vocabularyOf } from './problems'
import { pack, type Weights } from './weights'

const ROUNDS = 16
/** The rounds after which it shows which features matter. */
const FIRST_ROUNDS = 4
/** As many features as the popup can carry. */
const MOST_FEATURES = 11_000
/** A part of a word and a pair that occur in fewer examples are chance. */
const FEWEST = 2

/** Learn from the examples which features speak for which topic. The same examples always give the same model. */
export function train(problems: Problems): Model {
  const { shortenings, filler, groups, unused, questions } = problems
  const vocabulary = vocabularyOf(problems)
  const topics = [...Object.keys(problems.examples), NOTHING]
  const samples = samplesOf(problems, topics)
  const counts = countsOf(samples)
  const usual = [...counts].filter(([name, count]) => count >= FEWEST || !isPart(name)).map(([name]) => name)
  const first = learn(samples, usual, topics.length, FIRST_ROUNDS)
  const weights = learn(samples, weightiest(first, counts), topics.length, ROUNDS)
  return {
    ...{ shortenings, filler, groups, unused, questions, topics },
    vocabulary: [...vocabulary].map(([word, count]) => `${word} ${Math.min(count, 99)}`),
    weights: pack(weights),
  }
}

function samplesOf(problems: Problems, topics: readonly string[]): readonly Sample[] {
  const lexis = lexisOf(problems, vocabularyOf(problems))
  const right = new Map<string, number[]>()
  topics.forEach((topic, i) => {
    const texts = topic === NOTHING ? problems.nothing : (problems.examples[topic] ?? [])
    for (const text of texts) right.set(text, [...(right.get(text) ?? []), i])
  })
  return [...right].map(([text, right]) => ({ features: readProblem(text, lexis).features, right }))
}

function countsOf(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** The features without which most would be lost. */
function weightiest(weights: Weights, counts: ReadonlyMap<string, number>): readonly string[] {
  return [...weights]
    .map(([name, row]) => ({ name, matters: Math.hypot(...row) * Math.sqrt(counts.get(name) ?? 0) }))
    .sort((a, b) => b.matters - a.matters)
    .slice(0, MOST_FEATURES)
    .map(({ name }) => name)
}
