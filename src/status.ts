import type { Entry, Form } from './form/form'
import { phrase } from './form/phrase'
import { currentStep, progress } from './form/progress'
import { type Wanted, wantedIn } from './form/wanted'
import { isRendered } from './page/geometry'
import { inherited } from './page/inherited'
import { isFilled, type Touch } from './page/touch'
import { chosenEntries } from './recognise/chosen'
import { elementOf, type FieldPlace } from './recognise/places'
import type { Match, Recognition } from './recognise/recognise'
import { shownChoice } from './recognise/shown-choice'
import type { Status } from './shared/status'

/** What the form itself tells of how far the customer is. */
export type Progress = Omit<Status, 'translator' | 'paused'>

/**
 * What the popup is told of the form. Reads only.
 * @param topic the id of the one that the customer wants; to have chosen another is not to be done. Null if none.
 */
export function statusOf(
  form: Form,
  { scopes, matches, presses }: Recognition,
  touch: Touch,
  topic: string | null = null,
): Progress {
  const stage = seenStage(form, matches)
  const wanted = wantedIn(form, topic)
  presses.follow(matches, touch)
  const chosen = chosenEntries(matches, touch, presses)
  const done = new Set([
    ...matches.flatMap((match) => doneBy(match, touch)),
    ...chosen.flatMap((entry) => (entry.used ? doneByChoice(entry, wanted) : [])),
  ])
  const steps = progress(form, { stage, done })
  const typed = new Set(
    matches.flatMap(({ place }) => (place.type === 'field' && isTypedInto(place, touch) ? [place.list] : [])),
  )
  const isOfTyped = inherited(false, (element, around) => around || typed.has(element))
  const unknown = matches.flatMap((match) => (isNewLabel(match, isOfTyped) ? [match.place.english] : []))
  return { form: scopes.length > 0, step: currentStep(steps), steps, unknown }
}

/** A list in which one can type, and has. */
function isTypedInto({ list, control: { element } }: FieldPlace, touch: Touch): boolean {
  return list !== null && element instanceof HTMLInputElement && isFilled(element, touch)
}

/**
 * Is this a label that nobody has reviewed? What a list shows of what is typed in it ("Create …") is none, nor is what
 * no label could be as long as.
 */
function isNewLabel({ place, entry }: Match, isOfTyped: (element: Element) => boolean): boolean {
  if (entry !== 'unknown' || phrase(place.english) === '') return false
  return !isOfTyped(elementOf(place))
}

/** The stage that the customer sees: of several the last, of none the first. Reads only. */
export function seenStage(form: Form, matches: readonly Match[]): string {
  return form.stages.findLast((one) => matches.some((match) => isSeenAt(match, one))) ?? form.stages[0] ?? ''
}

/** Does this place show the customer a stage? Stages may stand in one document, all but one of them hidden. */
function isSeenAt({ place, entry }: Match, stage: string): boolean {
  if (place.type === 'option' || entry === 'unknown' || entry === 'prompt') return false
  // What is drawn in place of a hidden list is seen.
  return entry.stage === stage && isRendered((place.type === 'field' && place.standIn) || elementOf(place))
}

/** The ids of the parts that a field or button finishes. */
function doneBy({ place, entry }: Match, touch: Touch): readonly string[] {
  if (entry === 'unknown' || entry === 'prompt' || !entry.used) return []
  const element = elementOf(place)
  if (place.type === 'field') {
    if (entry.id === 'password') return touch.wasVisited(element) ? ['password'] : []
    return shownChoice(place, entry.id) === null && place.options.length === 0 && isFilled(element, touch)
      ? [entry.id]
      : []
  }
  return entry.kind === 'button' && touch.lastPress(element) > 0 ? [entry.id] : []
}

/** The ids of the parts that are done with this choice. */
function doneByChoice(entry: Entry, { topic, department }: Wanted): readonly string[] {
  if (entry.kind === 'package') return ['package']
  const isTowards = (id: string | null) => !id || id === entry.id || id === entry.department
  if (!isTowards(department ?? topic)) return []
  const isTopic = entry.kind === 'topic'
  if (isTopic && isTowards(topic)) return ['department', 'topic']
  return isTopic || entry.kind === 'department' ? ['department'] : []
}
