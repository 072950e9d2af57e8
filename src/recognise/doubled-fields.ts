import { attribute, composedParent, isShown, tagOf } from '../page/dom'
import { isTall } from '../page/drawn'
import type { Tokens } from '../page/tokens'
import type { FieldPlace, OptionPlace } from './places'

/**
 * Is this what kits put beside the list that a person uses: the value that is sent, the arrow that opens it, or what
 * searches in it?
 * @param before the fields that come before it.
 */
export function isPartOfAnother(
  { control: { element, kind }, candidates, options, shown }: FieldPlace,
  before: readonly FieldPlace[],
  tokens: Tokens,
): boolean {
  if (kind === 'select') return attribute(element, 'tabindex') === '-1' && options.filter(isKnown).length < 2
  const isBesideIt = () =>
    lowBoxesAround(element).some((box) => {
      const [from, to] = tokens.spanOf(box) ?? [0, 0]
      return before.some(({ shown }) => shown && shown.block.order >= from && shown.block.order < to)
    })
  if (kind === 'text') return candidates.length === 0 && isBesideIt()
  if (kind !== 'combobox') return false
  const isArrow = shown === null && (tagOf(element) === 'button' || attribute(element, 'role') === 'button')
  if (isArrow && isBesideIt()) return true
  return candidates.length === 0 && (isArrow || attribute(element, 'type') === 'search' || !isShown(element))
}

const UPWARDS = 4

function lowBoxesAround(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let node = composedParent(element); node && found.length < UPWARDS; node = composedParent(node)) {
    if (isTall(node)) break
    found.push(node)
  }
  return found
}

function isKnown({ candidates }: OptionPlace): boolean {
  return candidates.length > 0
}

/** A box with the role of a list around an input is the same field twice; the one that has a name stays. */
export function withoutShells(fields: readonly FieldPlace[], tokens: Tokens): readonly FieldPlace[] {
  let whole: readonly FieldPlace[] = fields
  for (const [at, outer] of fields.entries()) {
    const { element, kind } = outer.control
    // In reading order, so that the first one in it comes next.
    const inner = kind === 'combobox' && fields.at(at + 1)
    if (!inner || !tokens.holds(element, inner.order)) continue
    const [stays, goes] = inner.candidates.length > 0 || outer.candidates.length === 0 ? [inner, outer] : [outer, inner]
    const joined = { ...stays, list: stays.list ?? goes.list, shown: stays.shown ?? goes.shown }
    whole = whole.filter((field) => field !== goes).map((field) => (field === stays ? joined : field))
  }
  return whole
}
