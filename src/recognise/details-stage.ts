import { commonAncestor, formOf } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { weigh } from './evidence'
import { elementOf, type FieldPlace, isFillable, isPackageList, type Place, type Places, type RowPlace } from './places'

/** What may stand in the container: our fields, our Login buttons. */
interface Parts {
  readonly fields: readonly FieldPlace[]
  readonly logins: readonly Place[]
}

/** The score from which a container is the stage. */
const ENOUGH = 6

/** The container of name, e-mail, password, package and Login, if enough of them are there and little else. */
export function findDetails(tokens: Tokens, places: Places, isStrange: (element: Element) => boolean): Element | null {
  const fields = places.fields.filter((field) => isDetail(field) || isPackageList(field))
  const logins = [...places.buttons, ...places.rows].filter(
    (place) => place.candidates.some(({ entry }) => entry.id === 'login') && isActionable(place),
  )
  const containers = new Set(fields.map((field) => formOf(field.control.element)).filter((form) => form !== null))
  const common = commonAncestor([...fields, ...logins].map(elementOf))
  if (common) containers.add(common)
  let best: { readonly element: Element; readonly score: number } | null = null
  for (const element of containers) {
    const score = scoreOf(element, { fields, logins }, tokens, places)
    if (score >= ENOUGH && score > (best?.score ?? 0) && !isStrange(element)) best = { element, score }
  }
  return best?.element ?? null
}

/** How much a container looks like the stage; 0 if it cannot be. */
function scoreOf(element: Element, parts: Parts, tokens: Tokens, places: Places): number {
  const isInside = (place: Place) => tokens.holds(element, place.order)
  const known = parts.fields.filter(isInside)
  const foreign = places.fields.filter((field) => isInside(field) && isFillable(field) && !known.includes(field)).length
  const rare = known.some((field) => isPackageList(field) || field.candidates.some(({ weight }) => weight >= 3))
  if (!rare || known.length < 2 || known.length <= foreign) return 0
  const packages = [
    ...known.flatMap((field) => field.options),
    ...places.rows.filter((row) => isInside(row) && isOwned(row)),
  ]
  const named = [...known, ...parts.logins.filter(isInside), ...packages]
  const { score } = weigh(named, ['field', 'button', 'package'], new Map())
  const secret = known.some((field) => field.control.kind === 'password') ? 1 : 0
  return score + secret - 2 * Math.max(0, foreign - 1)
}

function isDetail(field: FieldPlace): boolean {
  return field.control.kind === 'password' || field.candidates.some(({ entry }) => entry.stage === 'details')
}

function isOwned({ row }: RowPlace): boolean {
  return row.owner !== null
}
