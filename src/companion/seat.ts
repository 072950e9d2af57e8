import type { Box } from '../page/box'
import { chooseSpot, DOCKS, type Dock, type Ground, type PanelForm, type Size, type Spot } from './docks'
import type { Panel } from './panel'
import type { Placement } from './placement'

/** The share of the window that the panel may take while it is not in use. */
const LARGEST_SHARE = 0.4

/** Where the panel is and in which form, as the customer wishes and the form's controls allow. */
export interface Seat {
  /** Find the best place on this ground. */
  readonly arrange: (ground: Ground) => void
  readonly open: (wanted: boolean) => void
  readonly move: (to: Dock) => void
  /** The customer has gone back to the page. Answers whether that changes anything. */
  readonly leave: () => boolean
  /** Look for the best place anew, even if nothing is in the way where it is. */
  readonly reconsider: () => void
  /** The panel says something else, or the window has another size. */
  readonly remeasure: () => void
  readonly isOpen: () => boolean
  readonly dock: () => Dock
  /** The box that the panel covers; null while it is hidden. */
  readonly box: () => Box | null
}

/**
 * Seat a panel.
 * @param start how the customer left it.
 * @param kept is called with how the customer wants it from now on.
 * @param moved is called in the frame after it has moved.
 */
export function createSeat(panel: Panel, start: Placement, kept: (now: Placement) => void, moved: () => void): Seat {
  let placement = start
  let measured = new Map<PanelForm, Size>()
  let spot: Spot | null = null
  let dock: Dock = start.dock ?? (DOCKS[0] as Dock)
  let inUse = false
  const sizeOf = (form: PanelForm): Size => {
    const size = measured.get(form) ?? panel.measure(form)
    measured.set(form, size)
    return size
  }
  // Measured when it is asked for: most often the form that the panel has already, which costs no layout.
  const sizes: Readonly<Record<PanelForm, Size>> = {
    get open() {
      return sizeOf('open')
    },
    get line() {
      return sizeOf('line')
    },
    get dot() {
      return sizeOf('dot')
    },
  }
  const keep = (changed: Partial<Placement>) => {
    placement = { ...placement, ...changed }
    kept(placement)
  }
  return {
    arrange(ground) {
      const isOpen = placement.open && (inUse || isRoomy(sizes.open, ground.viewport))
      const forms: readonly PanelForm[] = isOpen ? ['open', 'line', 'dot'] : ['line', 'dot']
      const before = JSON.stringify(spot?.box)
      spot = chooseSpot({ forms, sizes, dock: placement.dock, now: spot, insist: inUse && placement.open }, ground)
      panel.setForm(spot?.form ?? null)
      dock = spot?.dock ?? dock
      if (spot) panel.element.style.transform = `translate(${spot.box.left}px, ${spot.box.top}px)`
      if (JSON.stringify(spot?.box) !== before) requestAnimationFrame(moved)
    },
    open(wanted) {
      inUse = wanted
      keep({ open: wanted })
    },
    move(to) {
      spot = null
      dock = to
      keep({ dock: to })
    },
    leave() {
      if (!inUse) return false
      inUse = false
      spot = null
      return true
    },
    reconsider() {
      spot = null
    },
    remeasure() {
      measured = new Map()
    },
    isOpen: () => spot?.form === 'open',
    dock: () => dock,
    box: () => spot?.box ?? null,
  }
}

/** Is there so much room that the open panel may stay open while the customer is busy with the page? */
function isRoomy(open: Size, viewport: Size): boolean {
  return open.width * open.height <= LARGEST_SHARE * viewport.width * viewport.height
}
