import type { StepProgress } from '../form/progress'

/** What one frame of a page tells the popup. Labels and ticks only; never what was typed. */
export interface Status {
  /** Whether this frame shows the form. */
  readonly form: boolean
  /** The number of the current step, from 1. */
  readonly step: number
  readonly steps: readonly StepProgress[]
  /** English texts of options that are not known. */
  readonly unknown: readonly string[]
  /** A translator is at work on the page. */
  readonly translator: boolean
  /** Some notes were given up, because the page keeps taking them away. */
  readonly paused: boolean
}

/** The name of the popup's connection to a page. */
export const STATUS_PORT = 'status'
