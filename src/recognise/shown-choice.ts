import type { Entry } from '../form/form'
import type { FieldPlace } from './places'

/**
 * What a closed list that is no `<select>` shows as chosen; null if it shows nothing of that kind, or what may mean two things.
 * @param kind what can be chosen in it, which is the list's own id as well.
 */
export function shownChoice({ shown }: FieldPlace, kind: string): Entry | null {
  const meanings = shown?.candidates.filter(({ entry, exact }) => exact && entry.kind === kind) ?? []
  return meanings.length === 1 ? (meanings[0]?.entry ?? null) : null
}
