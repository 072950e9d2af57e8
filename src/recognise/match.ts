import type { Entry, Kind } from '../form/form'
import type { Touch } from '../page/touch'
import type { Place } from './places'

/** A stage of the form that stands on the page. */
export interface Scope {
  readonly stage: 'customer' | 'details' | 'topic'
  /** The element that holds it, or its main part. */
  readonly element: Element
  /** Is what has this place in reading order a part of it? Lists that are open elsewhere on the page are. */
  readonly holds: (order: number) => boolean
}

/** A place of the form and what it is. */
export interface Match {
  readonly place: Place
  /** The entry; `unknown` for an option or field of the form that we do not know; `prompt` for "Please select". */
  readonly entry: Entry | 'unknown' | 'prompt'
}

/** What was recognised on a page. */
export interface Recognition {
  /** Empty if this page is not the form. */
  readonly scopes: readonly Scope[]
  readonly matches: readonly Match[]
  /** What was pressed in its lists so far. */
  readonly presses: Presses
}

/** Remembers what was pressed in lists that have closed since: their choices are no longer on the page. */
export interface Presses {
  /** Take down what was pressed since the last time. */
  readonly follow: (matches: readonly Match[], touch: Touch) => void
  /** What of a kind was pressed last, and which of all presses it was; null if nothing was. */
  readonly last: (kind: Kind) => Press | null
}

export interface Press {
  readonly entry: Entry
  readonly at: number
}
