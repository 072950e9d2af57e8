import { commonAncestor, composedParent, isFormLike } from '../page/dom'
import { inherited } from '../page/inherited'
import { once } from '../page/once'
import { inOrder, within } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { isFillable, weigh } from './evidence'
import { type ChoicePlace, elementOf, type FieldPlace, isPackageList, type Place, type Places } from './places'
import type { Strangers } from './strangers'

/** What may stand in the container, each in reading order. */
interface Parts {
  readonly fields: readonly FieldPlace[]
  /** Fields of something else. */
  readonly foreign: readonly FieldPlace[]
  readonly logins: readonly Place[]
  /** Rows and buttons that can be packages. */
  readonly rows: () => readonly ChoicePlace[]
}

/** The score from which a container is the stage. */
const ENOUGH = 6
/** Of more forms on a page only what holds all of our fields is looked at. */
const MOST_FORMS = 20

/** The container of name, e-mail, password, package and Login, if enough of them are there and little else. */
export function findDetails(tokens: Tokens, places: Places, strangers: Strangers): Element | null {
  const parts = partsOf(places)
  const { fields, logins } = parts
  const formAround = inherited<Element | null>(null, (element, around) => (isFormLike(element) ? element : around))
  const holders = fields.flatMap(({ control }) => composedParent(control.element) ?? [])
  const forms = new Set(holders.map(formAround))
  const common = commonAncestor([...fields, ...logins].map(elementOf))
  let best: { readonly element: Element; readonly score: number } | null = null
  for (const element of new Set(forms.size > MOST_FORMS ? [common] : [...forms, common])) {
    if (!element) continue
    const score = scoreOf(element, parts, tokens)
    if (score >= ENOUGH && score > (best?.score ?? 0) && !strangers.areIn(element, true)) best = { element, score }
  }
  return best?.element ?? null
}

function partsOf({ fields, buttons, rows }: Places): Parts {
  const isOurs = (field: FieldPlace) => isDetail(field) || isPackageList(field)
  const ordered = [...fields].sort(inOrder)
  const isLogin = (place: Place) => place.candidates.some(({ entry }) => entry.id === 'login') && isActionable(place)
  return {
    fields: ordered.filter(isOurs),
    foreign: ordered.filter((field) => isFillable(field) && !isOurs(field)),
    logins: [...buttons, ...rows].filter(isLogin).sort(inOrder),
    rows: once(() =>
      [...rows.filter(({ candidates, row }) => candidates.length > 0 && row.owner), ...buttons.filter(isPackage)].sort(
        inOrder,
      ),
    ),
  }
}

function isPackage({ candidates }: Place): boolean {
  return candidates.some(({ entry }) => entry.kind === 'package')
}

/** How much a container looks like the stage; 0 if it cannot be. */
function scoreOf(element: Element, parts: Parts, { spanOf }: Tokens): number {
  const span = spanOf(element)
  const known = within(parts.fields, span)
  const foreign = within(parts.foreign, span).length
  const rare = known.some((field) => isPackageList(field) || field.candidates.some(({ weight }) => weight >= 3))
  if (!rare || known.length < 2 || known.length <= foreign) return 0
  const packages = [...known.flatMap((field) => field.options), ...within(parts.rows(), span)]
  const named = [...known, ...within(parts.logins, span), ...packages]
  const { score } = weigh(named, ['field', 'button', 'package'], new Map())
  const secret = known.some((field) => field.control.kind === 'password') ? 1 : 0
  return score + secret - 2 * Math.max(0, foreign - 1)
}

function isDetail(field: FieldPlace): boolean {
  return field.control.kind === 'password' || field.candidates.some(({ entry }) => entry.stage === 'details')
}
