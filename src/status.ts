import type { Form } from './form/form'
import { currentStep, progress } from './form/progress'
import { isRendered } from './page/geometry'
import { isChosen, isFilled, type Touch } from './page/touch'
import { elementOf } from './recognise/places'
import type { Match, Recognition } from './recognise/recognise'
import type { Status } from './shared/status'

/** What the form itself tells of how far the customer is. */
export type Progress = Omit<Status, 'translator' | 'paused'>

/** What the popup is told of the form. Reads only. */
export function statusOf(form: Form, { scopes, matches }: Recognition, touch: Touch): Progress {
  const stage = seenStage(form, matches)
  const done = new Set(matches.flatMap((match) => doneBy(match, touch)))
  const steps = progress(form, { stage, done })
  const unknown = matches.flatMap(({ place, entry }) => (entry === 'unknown' ? [place.english] : []))
  return { form: scopes.length > 0, step: currentStep(steps), steps, unknown }
}

/** The stage that the customer sees: of several the last, of none the first. Reads only. */
export function seenStage(form: Form, matches: readonly Match[]): string {
  return form.stages.findLast((one) => matches.some((match) => isSeenAt(match, one))) ?? form.stages[0] ?? ''
}

/** Does this place show the customer a stage? Stages may stand in one document, all but one of them hidden. */
function isSeenAt({ place, entry }: Match, stage: string): boolean {
  if (place.type === 'option' || entry === 'unknown' || entry === 'prompt') return false
  return entry.stage === stage && isRendered(elementOf(place))
}

/** The ids of the parts that a place's state finishes. */
function doneBy({ place, entry }: Match, touch: Touch): readonly string[] {
  if (entry === 'unknown' || entry === 'prompt' || !entry.used) return []
  const element = elementOf(place)
  if (place.type === 'field') {
    if (entry.id === 'password') return touch.wasVisited(element) ? ['password'] : []
    return place.options.length === 0 && isFilled(element, touch) ? [entry.id] : []
  }
  if (entry.kind === 'button') return touch.wasPressed(element) ? [entry.id] : []
  if (element instanceof HTMLOptGroupElement || !isChosen(element, touch)) return []
  if (entry.kind === 'package') return ['package']
  if (entry.kind === 'department') return ['department']
  return entry.kind === 'topic' ? ['department', 'topic'] : []
}
