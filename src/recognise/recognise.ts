import type { Lexicon } from '../form/lexicon'
import type { Tokens } from '../page/tokens'
import { isPressable } from './actionable'
import { matchFields } from './fields'
import type { Match, Presses, Recognition, Scope } from './match'
import { matchOptions } from './options'
import type { Place, Places } from './places'
import { matchRows } from './rows'
import { findScopes } from './scope'
import { isSeenField } from './seen-places'

export type { Match, Recognition } from './match'

/**
 * Find the form on a page, and what each of its places is.
 * @param presses what was pressed in it before.
 * @param met whether the form was on this document before.
 */
export function recognise(
  tokens: Tokens,
  places: Places,
  lexicon: Lexicon,
  body: Element,
  met: boolean,
  presses: Presses,
): Recognition {
  if (!hasWords(places)) return { scopes: [], matches: [], presses }
  const scopes = findScopes(tokens, places, lexicon, body, met)
  const matches = scopes.flatMap((scope): readonly Match[] => {
    if (scope.stage === 'customer') return matchButtons(places, scope)
    const fields = matchFields(places, scope, lexicon, (field) => isSeenField(field, tokens))
    const options = matchOptions(fields)
    const rows = matchRows(places, scope, fields, tokens)
    const buttons = scope.stage === 'details' ? matchButtons(places, scope) : []
    return [...fields, ...options, ...rows, ...buttons]
  })
  return { scopes, matches: onePerPlace(matches), presses }
}

/** Is there anything to be filled in, or said in a word of the form? Most other pages are told by that alone. */
function hasWords({ fields, buttons, rows }: Places): boolean {
  const isTelling = ({ candidates }: Place) => candidates.length > 0
  return (
    fields.some((field) => isTelling(field) || field.options.some(isTelling)) || [...buttons, ...rows].some(isTelling)
  )
}

/** Buttons are told by their text alone; where two bear the same one, both mean it. */
function matchButtons(places: Places, scope: Scope): readonly Match[] {
  const labels = new Set(places.fields.map((field) => field.label))
  return [...places.rows, ...places.buttons].flatMap((place) => {
    if (!scope.holds(place.order)) return []
    if (place.type === 'row' && labels.has(place.row.block)) return []
    const entry = place.candidates.find(
      (candidate) => candidate.entry.kind === 'button' && candidate.entry.stage === scope.stage,
    )?.entry
    return entry && isPressable(place) ? [{ place, entry }] : []
  })
}

/** Scopes may overlap, as on a page that shows all stages at once; what is sure wins over what is unknown. */
function onePerPlace(matches: readonly Match[]): readonly Match[] {
  const best = new Map<Place, Match>()
  for (const match of matches) {
    const other = best.get(match.place)
    if (!other || other.entry === 'unknown') best.set(match.place, match)
  }
  return [...best.values()].sort((a, b) => a.place.order - b.place.order)
}
