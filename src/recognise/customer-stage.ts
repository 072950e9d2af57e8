import { commonAncestor } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { isPressable } from './actionable'
import type { Elsewhere } from './elsewhere'
import { weigh } from './evidence'
import type { Scope } from './match'
import { elementOf, type Place, type Places } from './places'
import type { Strangers } from './strangers'

/**
 * The container of the buttons "Existing Customer" and "New Customer"; null if one is missing, or if they are a part of
 * another form, as on a shop's sign-in page.
 * @param others stages that were found on the same page.
 */
export function findCustomer(
  tokens: Tokens,
  places: Places,
  isElsewhere: Elsewhere,
  others: readonly Scope[],
  strangers: Strangers,
): Element | null {
  const isNamed = (place: Place, id: string) => place.candidates.some(({ entry }) => entry.id === id)
  const named = (id: string) =>
    [...places.rows, ...places.buttons].filter(
      (place) => isNamed(place, id) && isPressable(place) && !isElsewhere(place),
    )
  const buttons = [...named('existing-customer'), ...named('new-customer')]
  if (weigh(buttons, ['button'], new Map()).distinct < 2) return null
  const element = commonAncestor(buttons.map(elementOf))
  const isOthers = (order: number) => others.some((other) => tokens.holds(other.element, order))
  const foreign = places.fields.filter((field) => !isOthers(field.order))
  return element && !strangers.fillIn(element, foreign) ? element : null
}
