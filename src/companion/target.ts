import { fieldBox } from '../notes/field-box'
import { type Box, unionOf } from '../page/box'
import { boxOf, isPainted, isRendered, lineBoxes } from '../page/geometry'
import type { Place } from '../recognise/places'
import { elementOf } from '../recognise/places'
import type { Match } from '../recognise/recognise'
import type { Sight } from './sight'

/** Where the next thing is to be done: a field or button, or rows such as the packages; nowhere if all is done. */
export function nextPlaces({ status, recognition }: Sight): readonly Place[] {
  const parts = status.steps.find((step) => !step.done)?.parts ?? {}
  const [part] = Object.entries(parts).find(([, done]) => !done) ?? []
  return part ? placesFor(part, recognition.matches) : []
}

function placesFor(part: string, matches: readonly Match[]): readonly Place[] {
  const named = matches.filter(({ place, entry }) => isEntry(entry) && entry.id === part && place.type !== 'row')
  // Where topics stand open below their departments, the departments are headings.
  const isOpen = ({ place, entry }: Match) => isEntry(entry) && entry.department && isRendered(elementOf(place))
  if (part === 'department' && named.length === 0 && matches.some(isOpen)) return []
  const rows = matches.filter(
    ({ place, entry }) =>
      isEntry(entry) && (place.type === 'row' ? place.row.owner : place.type === 'button') && isIn(entry, part),
  )
  return (named.length > 0 ? named.slice(0, 1) : rows).map(({ place }) => place)
}

/** Topics are too many to be marked as one, and a heading is nothing to choose; the department comes first. */
function isIn(entry: { readonly id: string; readonly kind: string }, part: string): boolean {
  return entry.id === part || (entry.kind === part && part !== 'topic')
}

function isEntry(entry: Match['entry']): entry is Exclude<Match['entry'], string> {
  return typeof entry !== 'string'
}

/** The box around all of these places that are painted, with the words of rows; null if none is. Around several, their notes too. */
export function boxAround(places: readonly Place[], noteBox: Sight['noteBox']): Box | null {
  const boxes = places.flatMap((place) => {
    if (place.type === 'field') return fieldBox(place) ?? []
    const element = elementOf(place)
    const box = boxOf(element)
    if (!box || !isPainted(box, element)) return []
    const note = (place.type === 'row' && noteBox(place.row.block.last)) || noteBox(element)
    const words = place.type === 'row' ? lineBoxes(place.row.block) : []
    return [box, ...words, ...(places.length > 1 && note ? [note] : [])]
  })
  return unionOf(boxes)
}
