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
  const fitting = candidates
    .map((candidate) => ({ candidate, votes: votesFor(candidate.entry, context) }))
    .filter(({ votes }) => votes > 0)
    .sort((a, b) => Number(b.candidate.exact) - Number(a.candidate.exact) || b.votes - a.votes)
  const [best, second] = fitting
  if (!best) return null
  const tied = second && second.votes === best.votes && second.candidate.exact === best.candidate.exact
  return tied ? null : best.candidate.entry
}

function votesFor(entry: Entry, { neighbours, heading, following }: Context): number {
  if (entry.kind === 'topic' && heading) return heading.id === entry.department ? 10 : 0
  const alike = neighbours.filter((place) => place.candidates.some((other) => isAlike(other.entry, entry))).length
  const own = following
    .slice(0, 1)
    .some((place) => place.candidates.some((other) => other.entry.department === entry.id))
  return alike + (entry.kind === 'department' && own ? 10 : 0)
}

/** Do two entries stand in one list? Departments with departments, packages with packages, topics with their like. */
function isAlike(other: Entry, entry: Entry): boolean {
  return other.kind === entry.kind && other.department === entry.department && other.id !== entry.id
}
