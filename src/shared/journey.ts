import type { Form } from '../form/form'
import { currentStep } from '../form/progress'
import type { Status } from './status'

/** Steps that the customer ticked or unticked by hand, by id. */
export type Ticks = Readonly<Record<string, boolean>>

/**
 * What the customer has told the guide on the way through the form. The popup and the companion both read and write
 * it, in the browser's local storage: a content script has no access to the session storage in every browser.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/session
 */
export interface Journey {
  readonly ticks: Ticks
  /** The id of the topic that the customer wants to be shown, or null. */
  readonly topic: string | null
}

export const NEW_JOURNEY: Journey = { ticks: {}, topic: null }

/** Make a journey of whatever lies in the storage; what is not of the right kind is left out. */
export function readJourney(stored: unknown, form: Form): Journey {
  const { ticks, topic } = (typeof stored === 'object' && stored ? stored : {}) as Record<string, unknown>
  const known = form.steps.map((step) => [step.id, (ticks as Record<string, unknown> | undefined)?.[step.id]] as const)
  return {
    ticks: Object.fromEntries(known.filter((pair): pair is [string, boolean] => typeof pair[1] === 'boolean')),
    topic: isTopic(topic, form) ? topic : null,
  }
}

/** Is this the id of a department or topic of the form? */
export function isTopic(id: unknown, form: Form): id is string {
  return form.entries.some((entry) => entry.id === id && (entry.kind === 'topic' || entry.kind === 'department'))
}

/** What the page says, unless the customer says otherwise. */
export function withTicks(status: Status, ticks: Ticks): Status {
  const steps = status.steps.map((step) => ({ ...step, done: ticks[step.id] ?? step.done }))
  return { ...status, steps, step: currentStep(steps) }
}
