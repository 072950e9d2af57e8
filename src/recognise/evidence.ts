import type { Kind } from '../form/form'
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
