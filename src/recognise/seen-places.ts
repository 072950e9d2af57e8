import type { Tokens } from '../page/tokens'
import type { FieldPlace, Places } from './places'

/**
 * The places that a person has in front of them. What is hidden is evidence neither for nor against a form, but may be shown
 * by the next click, so that it is looked at where nothing is seen.
 */
export function seenPlaces({ fields, buttons, rows }: Places, tokens: Tokens): Places {
  return {
    fields: fields.filter((field) => isSeenField(field, tokens)),
    buttons: buttons.filter(({ element }) => tokens.isOperable(element)),
    rows: rows.filter(({ candidates, row }) => candidates.length === 0 || tokens.isSeen(row.block.element)),
  }
}

/** A field is seen by itself, or by what is drawn in place of it. What is transparent is no field to type in, but a trap. */
export function isSeenField({ control, standIn, shown }: FieldPlace, tokens: Tokens): boolean {
  const { element, kind } = control
  if (tokens.isOperable(element) && (kind !== 'text' || tokens.isSeen(element))) return true
  return standIn !== null || (shown !== null && tokens.isSeen(shown.block.element))
}
