import type { Form } from './form'

/** The stage that the customer is at, and what is done of it so far. Never what was typed. */
export interface Facts {
  readonly stage: string
  /** Ids of entries that are filled in, chosen or pressed. */
  readonly done: ReadonlySet<string>
}

/** A step of the guide with its parts ticked or not. */
export interface StepProgress {
  readonly id: string
  readonly done: boolean
  readonly parts: Readonly<Record<string, boolean>>
}

/**
 * Tick the guide's steps. Who sees a later stage has been through the earlier ones, so nothing has to be stored
 * from page to page.
 */
export function progress(form: Form, facts: Facts): readonly StepProgress[] {
  const now = form.stages.indexOf(facts.stage)
  const isPast = (id: string) => {
    const stage = form.entries.find((entry) => entry.id === id)?.stage ?? ''
    return form.stages.indexOf(stage) < now
  }
  return form.steps.map(({ id, parts }) => {
    const ticks = Object.fromEntries(parts.map((part) => [part, isPast(part) || facts.done.has(part)]))
    return { id, parts: ticks, done: parts.every((part) => ticks[part]) }
  })
}

/** The number, from 1, of the first step that is not done; the last one if all are. */
export function currentStep(steps: readonly StepProgress[]): number {
  const open = steps.findIndex((step) => !step.done)
  return open === -1 ? steps.length : open + 1
}
