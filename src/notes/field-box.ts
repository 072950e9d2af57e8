import type { Box } from '../page/box'
import { isShown } from '../page/dom'
import { drawnAround, drawnBy } from '../page/drawn'
import { boxOf, isPainted } from '../page/geometry'
import type { FieldPlace } from '../recognise/places'

/** The box of what a person takes for the field; null while it is not painted. Kits draw it around a bare input. */
export function fieldBox({ control: { element }, standIn }: FieldPlace): Box | null {
  return seenBox(standIn ?? drawnBy(element)) ?? seenBox(drawnAround(element))
}

function seenBox(element: Element | null): Box | null {
  const box = element && boxOf(element)
  return box && isPainted(box, element) && isShown(element, { opacityProperty: true }) ? box : null
}
