import type { Entry, Form } from './form/form'
import { hasFocus } from './page/dom'
import { elementOf } from './recognise/places'
import type { Match } from './recognise/recognise'
import type { Ticks } from './shared/journey'
import { type Progress, seenStage } from './status'

/**
 * The matches of the first step on the page that is not done, or of its last one, and of whatever has the focus. Options
 * of native lists all stay: a list that stands open must not change. What is not known goes with what stands before it.
 * @param ticks what the customer has ticked by hand, which counts more than what the page tells.
 */
export function currentMatches(
  form: Form,
  matches: readonly Match[],
  { steps }: Progress,
  ticks: Ticks,
): readonly Match[] {
  const stage = seenStage(form, matches)
  const here = steps.filter(({ id }) => stageOfStep(form, id) === stage)
  const current = (here.find(({ id, done }) => !(ticks[id] ?? done)) ?? here.at(-1))?.id
  let step = current
  return matches.filter(({ place, entry }) => {
    if (entry !== 'unknown' && entry !== 'prompt') step = stepOf(form, entry)
    return step === current || place.type === 'option' || hasFocus(elementOf(place))
  })
}

/** The step that an entry is a part of; what is a part of none belongs to the last step of its stage. */
function stepOf(form: Form, { id, kind, stage }: Entry): string | undefined {
  const own = form.steps.find(({ parts }) => parts.includes(id) || parts.includes(kind))
  return (own ?? form.steps.findLast((step) => stageOfStep(form, step.id) === stage))?.id
}

function stageOfStep(form: Form, id: string): string | undefined {
  const [part] = form.steps.find((step) => step.id === id)?.parts ?? []
  return form.entries.find((entry) => entry.id === part)?.stage
}
