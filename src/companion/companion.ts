import type { Form } from '../form/form'
import { COMPANION_TAG, type Theme } from '../notes/note-view'
import { themeOf } from '../notes/theme'
import type { Box } from '../page/box'
import { followMotion } from '../page/motion'
import { elementOf } from '../recognise/places'
import type { Journey } from '../shared/journey'
import { adoptStyle } from './adopt-style'
import { afterLayout } from './after-layout'
import { followChosen, NOTHING_CHOSEN } from './chosen'
import { chooseSpot, DOCKS, type Dock, type Ground, type PanelForm, type Size, type Spot } from './docks'
import { make } from './element'
import { groundOf } from './ground'
import { createMark } from './mark'
import { makeMovable } from './move'
import { createPanel } from './panel'
import { PANEL_STYLE } from './panel-style'
import { panelView } from './panel-view'
import type { Placement } from './placement'
import { type Route, routeTo } from './route'
import type { Sight } from './sight'
import { boxAround, nextPlaces } from './target'
import type { CompanionTexts } from './texts'

/** How often the page may take the companion away before it is left alone. */
const PATIENCE = 6

/** The share of the window that the panel may take while it is not in use. */
const LARGEST_SHARE = 0.4

/** What happens in a panel that no part of the page has any business with. */
const OWN_EVENTS = ['click', 'keydown', 'keyup', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'input', 'change']

/** What the companion is made of. */
export interface CompanionParts {
  readonly texts: CompanionTexts
  readonly language: string
  readonly placement: Placement
  readonly keepPlacement: (placement: Placement) => void
  readonly form: Form
  /** Without the panel, only the way to a topic is marked. */
  readonly panel: boolean
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
  /** The box that it covers now; none while it is hidden. */
  readonly boxes: () => readonly Box[]
}

/** Show the companion on a page until the signal is aborted; then leave no trace. */
export function createCompanion(page: Document, parts: CompanionParts, signal: AbortSignal): Companion {
  let { placement } = parts
  let sight: Sight | null = null
  let drawn = ''
  let sizes: Readonly<Record<PanelForm, Size>> | null = null
  let spot: Spot | null = null
  let dock: Dock = placement.dock ?? (DOCKS[0] as Dock)
  let inUse = false
  let restored = 0
  let route: Route | null = null
  let chosen = NOTHING_CHOSEN
  let isGuiding = false
  let step = 0

  const host = makeHost(page, parts.language)
  const root = host.attachShadow({ mode: 'open' })
  adoptStyle(root, PANEL_STYLE)
  const stage = make('div', 'light')
  root.append(stage)
  const mark = createMark(stage)
  const panel = createPanel(stage, parts.texts, {
    toggle: () => open(spot?.form !== 'open'),
    tick: parts.tick,
    chat: parts.chat,
    hide: parts.hide,
    show,
    forget: parts.forget,
  })
  const follow = afterLayout(root, arrange, signal)
  makeMovable(panel.element, panel.handle, () => dock, move)
  followMotion(page, follow, signal)
  listen()
  signal.addEventListener('abort', () => host.remove(), { once: true })

  return { update, show, boxes: () => (host.isConnected && spot ? [spot.box] : []) }

  function update(seen: Sight, { topic }: Journey): void {
    const last = route
    sight = seen
    chosen = followChosen(chosen, seen)
    route = topic ? routeTo(topic, parts.form, seen.recognition, chosen) : null
    if (!seen.status.form || !(parts.panel || route)) {
      restored = 0
      return host.remove()
    }
    const theme: Theme = themeOf(seen.recognition.scopes[0]?.element ?? null)
    const view = panelView(seen.status, route, parts.texts)
    const signature = JSON.stringify([view, theme])
    if (signature !== drawn) {
      stage.className = theme
      panel.draw(view)
      drawn = signature
      sizes = null
      if (step !== seen.status.step) spot = null
      step = seen.status.step
    }
    raise()
    follow()
    const next = route?.place && elementOf(route.place)
    if (isGuiding && next !== (last?.place && elementOf(last.place))) next?.scrollIntoView({ block: 'nearest' })
    isGuiding &&= route !== null && route.leg !== 'done'
  }

  function show(): void {
    isGuiding = true
    const place = route?.place ?? (sight && nextPlaces(sight)[0])
    const isCalm = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (place) elementOf(place).scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
    follow()
  }

  /** Into the page; a page that keeps taking it away is left alone. */
  function raise(): void {
    const isShown = host.isConnected && host.matches(':popover-open')
    if (isShown || restored > PATIENCE) return
    restored++
    page.documentElement.append(host)
    host.popover = 'manual'
    host.showPopover()
  }

  function arrange(): void {
    if (!sight || !host.isConnected) return
    place(groundOf(page, sight.tokens, sight.recognition.matches))
    const isPointed = Boolean(route?.place)
    mark.draw(boxAround(route?.place ? [route.place] : parts.panel ? nextPlaces(sight) : []), isPointed)
  }

  function place(ground: Ground): void {
    if (!parts.panel) return
    sizes ??= panel.measure()
    const isOpen = placement.open && (inUse || isRoomy(sizes.open, ground.viewport))
    const forms: readonly PanelForm[] = isOpen ? ['open', 'line', 'dot'] : ['line', 'dot']
    const before = spot?.box
    spot = chooseSpot({ forms, sizes, dock: placement.dock, now: spot, insist: inUse && placement.open }, ground)
    panel.setForm(spot?.form ?? null)
    dock = spot?.dock ?? dock
    if (!isSameBox(before, spot?.box)) requestAnimationFrame(parts.moved)
    if (spot) panel.element.style.transform = `translate(${spot.box.left}px, ${spot.box.top}px)`
  }

  function open(wanted: boolean): void {
    inUse = wanted
    keep({ ...placement, open: wanted })
    follow()
  }

  function move(to: Dock): void {
    spot = null
    dock = to
    keep({ ...placement, dock: to })
    follow()
  }

  function keep(changed: Placement): void {
    placement = changed
    parts.keepPlacement(changed)
  }

  function listen(): void {
    for (const name of OWN_EVENTS) root.addEventListener(name, (event) => event.stopPropagation())
    panel.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || spot?.form !== 'open') return
      open(false)
      panel.focusToggle()
    })
    const touched = (event: Event) => {
      if (!inUse || event.composedPath().includes(host)) return
      inUse = false
      spot = null
      follow()
    }
    for (const name of ['pointerdown', 'focusin'])
      page.addEventListener(name, touched, { capture: true, passive: true, signal })
    page.defaultView?.addEventListener(
      'resize',
      () => {
        sizes = null
        spot = null
      },
      { signal },
    )
  }
}

/** Is there so much room that the open panel may stay open while the customer is busy with the page? */
function isRoomy(open: Size, viewport: Size): boolean {
  return open.width * open.height <= LARGEST_SHARE * viewport.width * viewport.height
}

function isSameBox(a: Box | undefined, b: Box | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function makeHost(page: Document, language: string): HTMLElement {
  const host = page.createElement(COMPANION_TAG)
  host.lang = language
  host.translate = false
  host.className = 'notranslate'
  host.popover = 'manual'
  return host
}
