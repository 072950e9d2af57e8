import type { Entry } from '../form/form'
import { isChosen, type Touch } from '../page/touch'
import type { Match } from './match'
import { elementOf } from './places'

/** What can be chosen, and is known. */
export interface Choice extends Match {
  readonly entry: Entry
}

/** The departments, topics and packages of the form. */
export function choicesIn(matches: readonly Match[]): readonly Choice[] {
  return matches.filter(isChoice)
}

/** Those of them that are chosen. Where they are only pressed, it is the last one of its kind that was. */
export function chosenOf(choices: readonly Choice[], touch: Touch): readonly Choice[] {
  const latest = new Map<string, number>()
  const pressOf = ({ place }: Choice) => touch.lastPress(elementOf(place))
  for (const choice of choices) {
    const { kind } = choice.entry
    latest.set(kind, Math.max(latest.get(kind) ?? 0, pressOf(choice)))
  }
  return choices.filter((choice) => {
    const press = pressOf(choice)
    return isChosen(elementOf(choice.place)) ?? (press > 0 && press === latest.get(choice.entry.kind))
  })
}

function isChoice(match: Match): match is Choice {
  const { place, entry } = match
  if (entry === 'unknown' || entry === 'prompt' || elementOf(place) instanceof HTMLOptGroupElement) return false
  return entry.kind === 'department' || entry.kind === 'topic' || entry.kind === 'package'
}
