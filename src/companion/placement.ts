import { DOCKS, type Dock, isSameDock } from './docks'

/** How the customer left the companion; remembered in the browser's local storage. */
export interface Placement {
  readonly open: boolean
  /** The dock that the customer chose, or null. */
  readonly dock: Dock | null
}

/** The storage key of the placement. */
export const PLACEMENT_KEY = 'placement'

/** Make a placement of whatever lies in the storage. */
export function readPlacement(stored: unknown): Placement {
  const { open, dock } = (typeof stored === 'object' && stored ? stored : {}) as Partial<Placement>
  return { open: open === true, dock: DOCKS.find((one) => dock && isSameDock(one, dock)) ?? null }
}
