import type { Box } from '../page/box'
import { boxOf, isPainted } from '../page/geometry'
import type { Match } from '../recognise/recognise'
import { elementOf } from '../recognise/scope'
import type { Sight } from './sight'

/** The elements in which the next thing is to be done: a field or button, or rows such as the packages; none if all is. */
export function nextElements({ status, recognition }: Sight): readonly Element[] {
  const parts = status.steps.find((step) => !step.done)?.parts ?? {}
  const part = Object.keys(parts).find((id) => !parts[id])
  return part ? elementsFor(part, recognition.matches) : []
}

function elementsFor(part: string, matches: readonly Match[]): readonly Element[] {
  const named = matches.filter(({ place, entry }) => isEntry(entry) && entry.id === part && place.type !== 'row')
  const rows = matches.filter(({ place, entry }) => isEntry(entry) && place.type === 'row' && isIn(entry, part))
  return (named.length > 0 ? named.slice(0, 1) : rows).map(({ place }) => elementOf(place))
}

/** Topics are too many to be marked as one; the department comes first. */
function isIn(entry: { readonly id: string; readonly kind: string }, part: string): boolean {
  return entry.id === part || (entry.kind === part && part !== 'topic')
}

function isEntry(entry: Match['entry']): entry is Exclude<Match['entry'], string> {
  return typeof entry !== 'string'
}

/** The box around all of these elements that are painted; null if none is. */
export function boxAround(elements: readonly Element[]): Box | null {
  const boxes = elements.flatMap((element) => {
    const box = boxOf(element)
    return box && isPainted(box, element) ? [box] : []
  })
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  }
}
