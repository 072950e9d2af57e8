import { attribute, composedParent, tagOf } from '../page/dom'
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
  if (kind !== 'combobox') return false
  const box = composedParent(element)
  const isArrow = shown === null && (tagOf(element) === 'button' || attribute(element, 'role') === 'button')
  if (isArrow && box && before.some((other) => other.shown && tokens.holds(box, other.shown.block.order))) return true
  return candidates.length === 0 && (isArrow || attribute(element, 'type') === 'search')
}

function isKnown({ candidates }: OptionPlace): boolean {
  return candidates.length > 0
}

/** A box with the role of a list around an input is the same field twice; the one that has a name stays. */
export function withoutShells(fields: readonly FieldPlace[], tokens: Tokens): readonly FieldPlace[] {
  let whole: readonly FieldPlace[] = fields
  for (const outer of fields) {
    const { element, kind } = outer.control
    if (kind !== 'combobox') continue
    const inner = fields.find((field) => field !== outer && tokens.holds(element, field.order))
    if (!inner) continue
    const [stays, goes] = inner.candidates.length > 0 || outer.candidates.length === 0 ? [inner, outer] : [outer, inner]
    const joined = { ...stays, list: stays.list ?? goes.list, shown: stays.shown ?? goes.shown }
    whole = whole.filter((field) => field !== goes).map((field) => (field === stays ? joined : field))
  }
  return whole
}
