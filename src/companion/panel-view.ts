import type { StepProgress } from '../form/progress'
import type { Status } from '../shared/status'
import type { Route } from './route'
import { type CompanionTexts, fill } from './texts'
import { type WayView, wayView } from './way-view'

/** What the panel shows, in words. Two equal views look the same. */
export interface PanelView {
  /** The number on the badge, such as "2/4". */
  readonly count: string
  readonly finished: boolean
  /** The one line of the collapsed panel. */
  readonly line: string
  readonly steps: readonly StepView[]
  /** The topic that the customer wants, if any. */
  readonly way: WayView | null
}

/** A step in the panel. */
export interface StepView {
  readonly id: string
  readonly title: string
  readonly done: boolean
  readonly current: boolean
  /** What to do in it; empty once it is done. */
  readonly todo: string
  readonly parts: readonly PartView[]
}

/** A part of the current step. */
export interface PartView {
  readonly name: string
  readonly done: boolean
  /** "done" or "to do", for who does not see the tick. */
  readonly state: string
}

/** Put a status into words. */
export function panelView(status: Status, route: Route | null, texts: CompanionTexts): PanelView {
  // After the form there is no way any more; before its last stage is one to come, if anything is left to be done.
  const isOver = route?.leg === 'earlier' && status.steps.every((step) => step.done)
  const way = route && !isOver ? wayView(route, status, texts) : null
  // Another topic may be chosen than the one that is wanted; then the last step is not done yet.
  const current = status.steps.find((step) => !step.done) ?? (way?.short ? status.steps.at(-1) : undefined)
  const number = status.steps.indexOf(current as StepProgress) + 1
  const total = status.steps.length
  const short = way?.short || (current ? (texts.step[current.id]?.short ?? '') : '')
  return {
    count: current ? `${number}/${total}` : '✓',
    finished: !current,
    line: current ? fill(texts.companion.line ?? '', { step: number, steps: total, short }) : said(texts, 'finished'),
    steps: status.steps.map((step) => stepView(step, step === current, texts)),
    way,
  }
}

function stepView(step: StepProgress, current: boolean, texts: CompanionTexts): StepView {
  const { title = '', todo = '' } = texts.step[step.id] ?? {}
  const parts = Object.entries(step.parts).map(([id, done]) => ({
    name: texts.part[id] ?? '',
    done,
    state: texts.state[done ? 'done' : 'pending'],
  }))
  const isShown = current && parts.length > 1
  return { id: step.id, title, done: step.done, current, todo: step.done ? '' : todo, parts: isShown ? parts : [] }
}

function said(texts: CompanionTexts, key: string): string {
  return texts.companion[key] ?? ''
}
