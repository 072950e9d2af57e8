import type { Entry, Kind } from '../form/form'
import type { Touch } from '../page/touch'
import { choicesIn, chosenOf } from './chosen-matches'
import type { Match, Press, Presses } from './match'
import type { FieldPlace } from './places'
import { shownChoice } from './shown-choice'

const LISTED: readonly Kind[] = ['package', 'department', 'topic']

export function rememberPresses(): Presses {
  const last = new Map<Kind, Press>()
  let latest = 0
  return {
    follow(matches, touch) {
      // Lists that scroll use one element for one choice after the other: a press is looked at once.
      const before = latest
      for (const { place, entry } of choicesIn(matches)) {
        const at = place.type === 'option' ? 0 : pressOf(place, touch)
        if (at > before) last.set(entry.kind, { entry, at })
        latest = Math.max(latest, at)
      }
    },
    last: (kind) => last.get(kind) ?? null,
  }
}

function pressOf(place: Match['place'], touch: Touch): number {
  if (place.type !== 'row') return place.type === 'button' ? touch.lastPress(place.element) : 0
  const { owner, element, block } = place.row
  return Math.max(...[owner, element, block.element].map((one) => (one ? touch.lastPress(one) : 0)))
}

/**
 * What is chosen in the form's lists: what their boxes show or their choices say, else what was pressed last, where nothing is
 * shown that could be read. Nothing of a kind if that is not known.
 */
export function chosenEntries(matches: readonly Match[], touch: Touch, presses: Presses): readonly Entry[] {
  const fields = matches.flatMap(({ place, entry }) => (place.type === 'field' ? [{ place, entry }] : []))
  const told = chosenOf(choicesIn(matches), touch).map(({ entry }) => entry)
  return LISTED.flatMap((kind): readonly Entry[] => {
    const own = fields.filter(({ entry }) => typeof entry !== 'string' && entry.id === kind).map(({ place }) => place)
    const shown = own.flatMap((field) => shownChoice(field, kind) ?? [])
    const said = [...shown, ...told.filter((entry) => entry.kind === kind)]
    if (said.length > 0) return said
    const press = presses.last(kind)
    return press && own.every((field) => isHeld(field, press, touch)) && !isLeft(press, presses) ? [press.entry] : []
  })
}

/** Can a list still hold what was pressed? Not if it shows something else, or if something was typed into it since. */
function isHeld({ shown, options, control }: FieldPlace, { at }: Press, touch: Touch): boolean {
  return shown === null && options.length === 0 && touch.lastInput(control.element) < at
}

/** Was another department chosen after the topic? */
function isLeft({ entry, at }: Press, presses: Presses): boolean {
  const department = entry.kind === 'topic' ? presses.last('department') : null
  return department !== null && department.at > at && department.entry.id !== entry.department
}
