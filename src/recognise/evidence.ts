import type { Entry, Kind } from '../form/form'
import type { Candidate } from '../form/lexicon'
import { saysNothing } from '../form/written'
import type { FieldPlace, OptionPlace, Place } from './places'

/** What speaks for a group of places being our form. */
export interface Evidence {
  /** Weights of the distinct entries that are there, added up. */
  readonly score: number
  /** How many distinct entries are there. */
  readonly distinct: number
  /** How many of them hardly occur anywhere else. */
  readonly rare: number
  readonly departments: number
  /** A department all of whose topics are there. */
  readonly complete: boolean
}

/** The weight from which an entry hardly occurs elsewhere. */
const RARE = 3

/** Weigh places, counting each entry once and only entries of some kinds. */
export function weigh(
  places: readonly Place[],
  kinds: readonly Kind[],
  topicsOf: ReadonlyMap<string, number>,
): Evidence {
  const best = new Map<string, Candidate>()
  for (const place of places) {
    const candidate = place.candidates.find(({ entry }) => kinds.includes(entry.kind))
    if (!candidate) continue
    const known = best.get(candidate.entry.id)
    if (!known || known.weight < candidate.weight) best.set(candidate.entry.id, candidate)
  }
  const seen = [...best.values()]
  const topics = new Map<string, number>()
  for (const { entry } of seen) {
    if (entry.department) topics.set(entry.department, (topics.get(entry.department) ?? 0) + 1)
  }
  return {
    score: seen.reduce((sum, { weight }) => sum + weight, 0),
    distinct: seen.length,
    rare: seen.filter(({ weight }) => weight >= RARE).length,
    departments: seen.filter(({ entry }) => entry.kind === 'department').length,
    complete: [...topics].some(([department, count]) => count >= 3 && count === topicsOf.get(department)),
  }
}

/** The share of a list's real options that are known, 0 to 1. */
export function knownShare(options: readonly OptionPlace[]): number {
  const real = options.filter((option) => !option.prompt && !saysNothing(option.english))
  return real.length === 0 ? 0 : real.filter((option) => option.candidates.length > 0).length / real.length
}

/** A field that a customer of another form would have to fill in. */
export function isFillable(field: FieldPlace): boolean {
  return !(field.control.kind === 'select' && knownShare(field.options) >= 0.5)
}

/** Are these surely departments and topics of ours? */
export function isEnough({ score, distinct, rare, departments, complete }: Evidence): boolean {
  if (complete && score >= 6) return true
  return score >= 8 && distinct >= 4 && (rare >= 2 || (rare === 1 && departments >= 5))
}

/**
 * Those of some places that say what the others do not: departments, and topics of which there are more of one department,
 * or all. A single "SSL" in a header is none.
 */
export function freshAmong(
  added: readonly Place[],
  known: readonly Place[],
  kinds: readonly Kind[],
  topicsOf: ReadonlyMap<string, number>,
): readonly Place[] {
  const explained = new Set<Entry>()
  const meansOf = (place: Place) => {
    const meanings = withOptions(place).map(({ candidates }) =>
      candidates.map(({ entry }) => entry).filter((entry) => kinds.includes(entry.kind) && !explained.has(entry)),
    )
    // A text that may mean two things stands for one of them, the second time for the other.
    const first = meanings.flatMap((entries) => entries.slice(0, 1))
    for (const entry of first) explained.add(entry)
    return first
  }
  known.forEach(meansOf)
  const fresh = added.map((place) => ({ place, means: meansOf(place) }))
  const counts = new Map<string, number>()
  for (const { department = '' } of fresh.flatMap(({ means }) => means))
    counts.set(department, (counts.get(department) ?? 0) + 1)
  const isTelling = ({ department }: Entry) => {
    if (department === undefined) return true
    const count = counts.get(department) ?? 0
    return count > 1 || count === topicsOf.get(department)
  }
  return fresh.filter(({ means }) => means.some(isTelling)).map(({ place }) => place)
}

/** A list by its options, everything else by itself. */
export function withOptions(place: Place): readonly Place[] {
  return place.type === 'field' ? place.options : [place]
}
