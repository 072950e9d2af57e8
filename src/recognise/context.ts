import type { Entry } from '../form/form'
import type { Candidate } from '../form/lexicon'
import type { Place } from './places'

/** What stands around a place and decides between the meanings of its text. */
export interface Context {
  /** The other places of the same list. */
  readonly neighbours: readonly Place[]
  /** The department that the list belongs to, if one is known. */
  readonly heading: Entry | null
  /** Places that follow in reading order, nearest first. */
  readonly following: readonly Place[]
}

/** The one meaning of a place's text that its surroundings bear out, or null if none or more than one would do. */
export function decide(candidates: readonly Candidate[], context: Context): Entry | null {
  const least = candidates.some(({ exact }) => exact) ? LEAST_IF_NEAR : 1
  const voted = candidates.map((candidate) => ({ candidate, votes: votesFor(candidate, context) }))
  const fitting = voted
    .filter(({ candidate: { exact }, votes }) => votes >= (exact ? WEAK : least))
    .sort((a, b) => Number(b.candidate.exact) - Number(a.candidate.exact) || b.votes - a.votes)
  const [best, second] = fitting
  if (!best || (best.votes === WEAK && voted.some((other) => other.votes > WEAK))) return null
  const tied = second && second.votes === best.votes && second.candidate.exact === best.candidate.exact
  return tied ? null : best.candidate.entry
}

/** How many must bear out that a text means nearly what it says, where it may mean exactly that too. */
const LEAST_IF_NEAR = 2
/** What it counts that all around are topics too, though of other departments, as in a list that was searched. */
const WEAK = 0.5

function votesFor({ entry, exact }: Candidate, { neighbours, heading, following }: Context): number {
  if (neighbours.length === 1 && neighbours.some((place) => isPair(entry, place))) return 10
  if (entry.kind === 'topic' && heading) return heading.id === entry.department ? 10 : 0
  const alike = neighbours.filter((place) => place.candidates.some((other) => isAlike(other.entry, entry))).length
  const own = following
    .slice(0, 1)
    .some((place) => place.candidates.some((other) => other.entry.department === entry.id))
  const votes = alike + (entry.kind === 'department' && own ? 10 : 0)
  return votes === 0 && exact && entry.kind === 'topic' && isAmongTopics(neighbours) ? WEAK : votes
}

function isAmongTopics(neighbours: readonly Place[]): boolean {
  const isTopic = ({ candidates }: Place) => candidates.some(({ entry, exact }) => exact && entry.kind === 'topic')
  return neighbours.length > 0 && neighbours.every(isTopic)
}

/** Are they a topic and its department side by side, as in the cells of one row? */
function isPair(entry: Entry, { candidates }: Place): boolean {
  if (candidates.some((other) => other.entry === entry)) return false
  return candidates.some((other) => other.entry.department === entry.id || other.entry.id === entry.department)
}

/** Do two entries stand in one list? Departments with departments, packages with packages, topics with their like. */
function isAlike(other: Entry, entry: Entry): boolean {
  return other.kind === entry.kind && other.department === entry.department && other.id !== entry.id
}
