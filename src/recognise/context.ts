import type { Entry } from '../form/form'
import type { Candidate } from '../form/lexicon'
import { once } from '../page/once'
import type { Place } from './places'

/** What stands around a place and decides between the meanings of its text. */
export interface Context {
  readonly neighbours: Neighbours
  /** The department that the list belongs to, if one is known. */
  readonly heading: Entry | null
  /** Places that follow in reading order, nearest first. */
  readonly following: readonly Place[]
}

/** The other places of the same list. */
export interface Neighbours {
  readonly count: number
  /** How many of them stand in one list with an entry. */
  readonly alike: (entry: Entry) => number
  /** Can each of them that is known be a topic? */
  readonly areTopics: () => boolean
  /** The one that there is; null if there are more, or none. */
  readonly only: Place | null
}

/** Answers the neighbours of each place of a list, which is gone through once for all of them. */
export function neighboursIn(list: readonly Place[]): (place: Place) => Neighbours {
  const members = new Set(list)
  const topics = once(() => list.filter(isTopic).length)
  const known = once(() => list.filter(({ candidates }) => candidates.length > 0).length)
  const counts = new Map<Entry, number>()
  const alikeIn = (entry: Entry) => {
    const count = counts.get(entry) ?? list.filter((place) => holdsAlike(place, entry)).length
    counts.set(entry, count)
    return count
  }
  return (place) => {
    const isOne = members.has(place)
    const count = list.length - (isOne ? 1 : 0)
    return {
      count,
      alike: (entry) => alikeIn(entry) - (isOne && holdsAlike(place, entry) ? 1 : 0),
      areTopics: () => {
        const others = topics() - (isOne && isTopic(place) ? 1 : 0)
        return others > 0 && others === known() - (isOne && place.candidates.length > 0 ? 1 : 0)
      },
      only: count === 1 ? (list.find((other) => other !== place) ?? null) : null,
    }
  }
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

function votesFor({ entry, exact, isPlaced }: Candidate, { neighbours, heading, following }: Context): number {
  if (isPlaced) return 10
  if (neighbours.only && isPair(entry, neighbours.only)) return 10
  if (entry.kind === 'topic' && heading) return heading.id === entry.department ? 10 : 0
  const own = following
    .slice(0, 1)
    .some((place) => place.candidates.some((other) => other.entry.department === entry.id))
  const votes = neighbours.alike(entry) + (entry.kind === 'department' && own ? 10 : 0)
  return votes === 0 && exact && entry.kind === 'topic' && neighbours.areTopics() ? WEAK : votes
}

function isTopic({ candidates }: Place): boolean {
  return candidates.some(({ entry, exact }) => exact && entry.kind === 'topic')
}

/** Are they a topic and its department side by side, as in the cells of one row? */
function isPair(entry: Entry, { candidates }: Place): boolean {
  if (candidates.some((other) => other.entry === entry)) return false
  return candidates.some((other) => other.entry.department === entry.id || other.entry.id === entry.department)
}

/**
 * Does it stand in one list with an entry? Packages with packages, topics with their like, departments with what can be
 * nothing else: "Domains" may be a topic of a list without any department.
 */
function holdsAlike(place: Place, { kind, department, id }: Entry): boolean {
  const { candidates } = place
  if (kind === 'department' && isTopic(place)) return false
  return candidates.some(({ entry }) => entry.kind === kind && entry.department === department && entry.id !== id)
}
