import { calm } from '../page/calm'
import { type Dock, dockAt, dockTowards, nextDock } from './docks'

/** How far, in CSS pixels, a pointer may tremble before it drags. */
const TREMBLE = 4

/**
 * Let the panel be moved by its handle: dragged, with the arrow keys, or dock by dock with a click.
 * @param now answers the dock that it is at.
 * @param moved is called with the dock that was chosen.
 */
export function makeMovable(
  panel: HTMLElement,
  handle: HTMLElement,
  now: () => Dock,
  moved: (dock: Dock) => void,
): void {
  let grip: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null = null
  let dragged = false

  const grasp = (event: PointerEvent) => {
    if (!event.isTrusted || event.button !== 0) return
    const { left, top } = panel.getBoundingClientRect()
    grip = { x: event.clientX, y: event.clientY, left, top }
    dragged = false
    handle.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent) => {
    if (!grip) return
    const x = event.clientX - grip.x
    const y = event.clientY - grip.y
    dragged ||= Math.hypot(x, y) > TREMBLE
    if (dragged) panel.style.transform = `translate(${grip.left + x}px, ${grip.top + y}px)`
  }
  const release = (chosen: () => Dock) => () => {
    if (grip && dragged) moved(chosen())
    grip = null
  }
  const advance = (event: MouseEvent) => {
    if (event.isTrusted && !dragged) moved(nextDock(now()))
    dragged = false
  }
  const press = (event: KeyboardEvent) => {
    const dock = event.isTrusted ? dockTowards(now(), event.key) : null
    if (!dock) return
    event.preventDefault()
    moved(dock)
  }
  handle.addEventListener('pointerdown', calm(grasp))
  handle.addEventListener('pointermove', calm(drag))
  handle.addEventListener('pointerup', calm(release(() => dockOf(panel))))
  handle.addEventListener('pointercancel', calm(release(now)))
  handle.addEventListener('click', calm(advance))
  handle.addEventListener('keydown', calm(press))
}

function dockOf(panel: HTMLElement): Dock {
  const { left, top, right, bottom } = panel.getBoundingClientRect()
  const { clientWidth: width, clientHeight: height } = document.documentElement
  return dockAt((left + right) / 2, (top + bottom) / 2, { width, height })
}
