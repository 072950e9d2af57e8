import { type Reading, readProblem } from './features'
import { type Model, NOTHING } from './model'
import { lexisOf, type Question } from './problems'
import { type Ranking, scorer } from './score'
import { stem } from './stem'
import { unpack, type Weights } from './weights'
import { ENDING_WORD, unaccented } from './words'

/** What there is to say to a problem. Topics are ids of entries of the form, the best first, at most three. */
export type Answer =
  | { readonly kind: 'short' }
  | { readonly kind: 'topics'; readonly topics: readonly string[] }
  /** The customer named something that the guide does not use; the topics that come next may still help. */
  | { readonly kind: 'unused'; readonly entry: string; readonly topics: readonly string[] }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'unknown' }

/** Answers a problem at once; the same text always gets the same answer. Never throws. */
export type Finder = (text: string) => Answer

const MOST_TOPICS = 3
/** A further topic is named if it is at least so likely. */
const WORTH_NAMING = 0.002
/** Below, the best topic is a guess. */
const SURE = 0.1
/** Below, nobody is told that what they need is not used. */
const SURE_UNUSED = 0.25
/** No problem is said in fewer letters. */
const SHORTEST = 2
/** The fewest letters of which nothing is known that are called unknown rather than unfinished. */
const SAID = 8

const INTERROGATIVES = new Set(['que', 'como', 'cual', 'cuales', 'cuando', 'cuanto', 'donde', 'porque'])

/** Prepare a model for answering. */
export function createFinder(model: Model): Finder {
  const counts = new Map(model.vocabulary.map(splitCount))
  const lexis = lexisOf(model, counts)
  const weights = unpack(model.weights, model.topics.length)
  const rank = scorer(model.topics, weights)
  const questions = new Map(
    model.questions.flatMap((question) =>
      question.when.map((text) => [keyOf(readProblem(text, lexis)), question] as const),
    ),
  )
  return (text) => {
    if (text.trim().length < SHORTEST) return { kind: 'short' }
    const reading = readProblem(text, lexis, !/\s$/.test(text))
    const question = reading.words.length > 0 ? questions.get(keyOf(reading)) : undefined
    if (question) return { kind: 'question', question }
    if (saysSomething(reading, weights)) return answer(rank(reading), model.unused, canName(reading))
    return { kind: unaccented(text).trim().length < SAID ? 'short' : 'unknown' }
  }
}

function splitCount(line: string): readonly [string, number] {
  const [word = '', count = '1'] = line.split(' ')
  return [word, Number(count)]
}

/** What was said, whatever its words and their order. "¿Qué es un dominio?" says more than "dominio". */
function keyOf({ words, content, groups, grouped }: Reading): string {
  const asked = words.slice(0, 2).filter((word) => INTERROGATIVES.has(word))
  const rest = content.filter((word) => !grouped.has(word) || word === ENDING_WORD).map(stem)
  return [...new Set([...groups, ...[...asked, ...rest].map((word) => `~${word}`)])].sort().join(' ')
}

function saysSomething({ content, groups }: Reading, weights: Pick<Weights, 'has'>): boolean {
  return groups.size > 0 || content.some((word) => weights.has(stem(word)))
}

/** "Negocio" alone names nothing that is not used, though it is often said of it; "VPS" alone does. */
function canName({ content, groups }: Reading): boolean {
  return content.length > 1 || groups.size > 0
}

/** @param named whether enough is said to name what is not used. */
function answer(ranking: Ranking, unused: Model['unused'], named: boolean): Answer {
  const sure = ({ topic, chance }: Ranking[number]) => !unused.includes(topic) || (named && chance > SURE_UNUSED)
  const [best, ...others] = ranking.filter(sure)
  if (!best || best.topic === NOTHING || best.chance < SURE) return { kind: 'unknown' }
  const further = others
    .filter(({ topic, chance }) => topic !== NOTHING && !unused.includes(topic) && chance > WORTH_NAMING)
    .map(({ topic }) => topic)
  if (unused.includes(best.topic)) return { kind: 'unused', entry: best.topic, topics: further.slice(0, MOST_TOPICS) }
  return { kind: 'topics', topics: [best.topic, ...further].slice(0, MOST_TOPICS) }
}
