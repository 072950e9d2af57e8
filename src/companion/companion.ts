import type { Form } from '../form/form'
import { unzoom } from '../notes/unzoom'
import type { Box } from '../page/box'
import { calm, insist } from '../page/calm'
import { elementOf } from '../recognise/places'
import type { Journey } from '../shared/journey'
import { adoptStyle } from './adopt-style'
import { followChosen, NOTHING_CHOSEN } from './chosen'
import { make } from './element'
import { groundOf } from './ground'
import { createHost } from './host'
import { createMark } from './mark'
import { makeMovable } from './move'
import { outlineOf } from './outline'
import { createPanel } from './panel'
import { PANEL_STYLE } from './panel-style'
import { panelView } from './panel-view'
import type { Placement } from './placement'
import { type Route, routeTo } from './route'
import { createSeat } from './seat'
import type { Sight } from './sight'
import { boxAround, nextPlaces } from './target'
import type { CompanionTexts } from './texts'

/** What the companion is made of. */
export interface CompanionParts {
  readonly texts: CompanionTexts
  readonly language: string
  readonly placement: Placement
  readonly keepPlacement: (placement: Placement) => void
  readonly form: Form
  /** Without the panel, only the way to a topic is marked. */
  readonly panel: boolean
  /** Have it arranged before the next paint, after the notes of the page. */
  readonly follow: () => void
  /** Called in the frame after it has moved: the notes make room. */
  readonly moved: () => void
  readonly tick: (id: string, done: boolean) => void
  /** Open what to say in the chat, on a page of the extension. */
  readonly chat: () => void
  /** Not to be shown any more, on any page. */
  readonly hide: () => void
  /** The topic is not wanted any more. */
  readonly forget: () => void
}

/** The steps in the form's page: a small panel in the top layer, and a mark around what comes next. */
export interface Companion {
  /** Show what a pass has seen. */
  readonly update: (sight: Sight, journey: Journey) => void
  /** Scroll to what comes next on the way to the topic: the customer asked for it. */
  readonly show: () => void
  /** Find the best place: the page is laid out and not painted yet. */
  readonly arrange: () => void
  /** The box that it covers now; none while it is hidden. */
  readonly boxes: () => readonly Box[]
}

/** Show the companion on a page until the signal is aborted; then leave no trace. */
export function createCompanion(page: Document, parts: CompanionParts, signal: AbortSignal): Companion {
  let sight: Sight | null = null
  let route: Route | null = null
  let chosen = NOTHING_CHOSEN
  let drawn = ''
  let step = 0
  let isGuiding = false

  const host = createHost(page, parts.language)
  adoptStyle(host.root, PANEL_STYLE)
  const stage = make('div', 'light')
  host.root.append(stage)
  const mark = createMark(stage)
  const { follow, tick, chat, hide, forget } = parts
  const panel = createPanel(stage, parts.texts, { toggle: () => open(!seat.isOpen()), tick, chat, hide, show, forget })
  const seat = createSeat(panel, parts.placement, parts.keepPlacement, parts.moved)
  listen()
  signal.addEventListener('abort', () => insist(host.remove), { once: true })

  function update(seen: Sight, { topic }: Journey): void {
    const last = route
    sight = seen
    chosen = followChosen(chosen, seen)
    route = topic ? routeTo(topic, parts.form, seen.recognition, chosen) : null
    if (!seen.status.form || !(parts.panel || route)) return host.remove()
    draw(seen)
    host.raise()
    follow()
    const next = route?.place && elementOf(route.place)
    if (isGuiding && next !== (last?.place && elementOf(last.place))) next?.scrollIntoView({ block: 'nearest' })
    isGuiding &&= route !== null && route.leg !== 'done'
  }

  function draw({ status, theme }: Sight): void {
    const view = panelView(status, route, parts.texts)
    const signature = JSON.stringify([view, theme])
    if (signature === drawn) return
    stage.className = theme
    panel.draw(view)
    seat.remeasure()
    if (step !== status.step) seat.reconsider()
    step = status.step
    drawn = signature
  }

  function show(): void {
    isGuiding = true
    // There is nothing to point at yet: the panel says what comes first.
    if (route && !route.place && parts.panel) open(true)
    const place = route?.place ?? (sight && nextPlaces(sight)[0])
    const isCalm = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (place) elementOf(place).scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
    follow()
  }

  function arrange(): void {
    if (!sight || !host.element.isConnected) return
    unzoom(host.element, page)
    // A panel that cannot be pressed would only be in the way.
    stage.classList.toggle('blocked', host.isBlocked())
    if (parts.panel) seat.arrange(groundOf(page, sight))
    if (panel.drawNumbers(sight.numbered())) {
      seat.remeasure()
      // This is the turn before the paint, which must not ask for another one.
      requestAnimationFrame(calm(follow))
    }
    const next = route?.place ? [route.place] : parts.panel ? nextPlaces(sight) : []
    const box = boxAround(next, sight.noteBox)
    mark.draw(box && outlineOf(box, sight.ground()), Boolean(route?.place))
  }

  function open(wanted: boolean): void {
    seat.open(wanted)
    follow()
  }

  function listen(): void {
    makeMovable(panel.element, panel.handle, seat.dock, (dock) => {
      seat.move(dock)
      follow()
    })
    const pressed = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.key !== 'Escape' || !seat.isOpen()) return
      open(false)
      panel.focusToggle()
    }
    const touched = (event: Event) => {
      if (!event.composedPath().includes(host.element) && seat.leave()) follow()
    }
    const resized = () => {
      seat.remeasure()
      seat.reconsider()
    }
    panel.element.addEventListener('keydown', calm(pressed))
    const options = { capture: true, passive: true, signal }
    for (const name of ['pointerdown', 'focusin']) page.addEventListener(name, calm(touched), options)
    page.defaultView?.addEventListener('resize', resized, { signal })
  }

  return {
    update: calm(update),
    show: calm(show),
    arrange: calm(arrange),
    boxes() {
      const box = host.element.isConnected && !host.isBlocked() ? seat.box() : null
      return box ? [box] : []
    },
  }
}
