import { choicesIn, chosenOf } from '../recognise/chosen-matches'
import { shownChoice } from '../recognise/shown-choice'
import type { Sight } from './sight'

/** The department and the topic that the customer chose last, by id. */
export interface Chosen {
  readonly department: string | null
  readonly topic: string | null
  /** All that were seen as chosen: of several lists that each have a choice, the last is the one that is new. */
  readonly seen: ReadonlySet<string>
}

export const NOTHING_CHOSEN: Chosen = { department: null, topic: null, seen: new Set() }

/** Follow what is chosen. A closed list no longer shows its rows, so what was chosen in it holds until another is. */
export function followChosen(before: Chosen, { recognition, touch }: Sight): Chosen {
  const picks = choicesIn(recognition.matches)
  const now = chosenOf(picks, touch).map(({ entry }) => entry)
  const fields = recognition.matches.flatMap(({ place }) => (place.type === 'field' ? [place] : []))
  const latest = (kind: 'department' | 'topic', last: string | null) => {
    const inClosed = fields.flatMap((field) => shownChoice(field, kind) ?? []).at(-1)
    if (inClosed) return inClosed.id
    const ids = now.filter((entry) => entry.kind === kind).map((entry) => entry.id)
    const fresh = ids.find((id) => !before.seen.has(id))
    if (fresh) return fresh
    if (last && ids.includes(last)) return last
    const isShown = picks.some(({ entry }) => entry.id === last)
    return ids[0] ?? (isShown ? null : last)
  }
  const department = latest('department', before.department)
  const topic = latest('topic', before.topic)
  const isStale = department !== before.department && topic === before.topic && !now.some(({ id }) => id === topic)
  return { department, topic: isStale ? null : topic, seen: new Set(now.map(({ id }) => id)) }
}
