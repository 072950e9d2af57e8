import type { Box, Obstacle } from '../page/box'
import { calm } from '../page/calm'
import { viewportOf, zoomOf } from '../page/geometry'
import { LAYER_TAG, noteView, style, type Theme } from './note-view'
import { createNotice } from './notice'
import { choosePlaces } from './place'
import type { Note } from './texts'

/** Where a pill belongs, and what it must not cover; all in CSS pixels of the viewport. */
export interface Anchor {
  /** The box of the English words, or null if they stand nowhere but inside the control. */
  readonly words: Box | null
  readonly control: Box
  /** Buttons have their note below, fields beside. */
  readonly side: 'below' | 'beside'
}

/** A note in the top layer, with the means to find its place. */
export interface Pill {
  readonly key: Element
  readonly note: Note
  /** Measure where it belongs; null while its English is not painted. */
  readonly anchor: () => Anchor | null
}

/** The guide's one element above the page. */
export interface Layer {
  /** Show exactly these pills. */
  readonly show: (pills: readonly Pill[], theme: Theme) => void
  /** Say something that belongs to no place of the form; null for nothing. */
  readonly notify: (text: string | null, theme: Theme) => void
  /** Be there, above whatever came into the top layer of these trees after us; or not at all. */
  readonly raise: (trees: readonly ParentNode[] | null) => void
  /** Find their places anew before the next paint, because the page has moved. */
  readonly follow: () => void
  /** The same because something else of ours has moved: only the pills make room for it. */
  readonly makeRoom: () => void
  readonly remove: () => void
}

interface Shown {
  readonly signature: string
  readonly view: HTMLElement
  pill: Pill
}

type Sizes = Readonly<Record<PillForm, Box>>

/** Far more than one page has notes; the sizes of what is not shown any more are then forgotten. */
const MOST_SIZES = 500

/**
 * Make the layer: a popover under `<html>`, above dialogs, that nothing can click or focus.
 * @param obstacles measures the boxes that a pill must not cover.
 * @param settle is called after each layout, before the pills find their places; it may show others.
 */
export function createLayer(
  page: Document,
  language: string,
  obstacles: () => readonly Obstacle[],
  settle: () => void,
): Layer {
  const host = page.createElement(LAYER_TAG)
  host.lang = language
  host.translate = false
  host.className = 'notranslate'
  host.setAttribute('aria-hidden', 'true')
  host.popover = 'manual'
  const root = host.attachShadow({ mode: 'open' })
  style(root)
  const sentinel = page.createElement('div')
  sentinel.className = 'sentinel'
  const notice = createNotice(page)
  root.append(sentinel, notice.element)
  const shown = new Map<Element, Shown>()
  const sizes = new Map<string, Sizes>()
  let turn = 0
  let isFollowing = false
  let below: ReadonlySet<Element> = new Set()
  // A size observer is called after layout and before paint: measuring there costs no extra layout, and what it moves
  // is in the same frame. https://drafts.csswg.org/resize-observer/#processing-model
  const observer = new ResizeObserver(calm(() => arrange()))
  observer.observe(sentinel)
  if (page.documentElement) observer.observe(page.documentElement)
  if (page.body) observer.observe(page.body)

  function arrange(): void {
    isFollowing = false
    settle()
    const viewport = viewportOf(page)
    // Boxes are measured as they are drawn; the layer is drawn as it is measured.
    host.style.setProperty('--guia-zoom', String(1 / zoomOf(page)))
    if (isEmpty()) return
    const ground = [...obstacles()]
    const all = [...shown.values()]
    const plans = all.map(({ pill, signature }) => ({ anchor: pill.anchor(), signature }))
    measure()
    const wishes = plans.flatMap(({ anchor, signature }, index) => {
      const size = sizes.get(signature)
      return anchor && size ? [{ index, anchor, sizes: size }] : []
    })
    const places = choosePlaces(wishes, ground, viewport)
    notice.settle([...ground, ...[...places.values()].map(({ box }) => box)], viewport.right, viewport.bottom)
    for (const [index, { view }] of all.entries()) {
      const place = places.get(index)
      view.style.visibility = place ? 'visible' : ''
      if (!place) continue
      setForm(view, place.form)
      view.style.transform = `translate(${Math.round(place.box.left)}px, ${Math.round(place.box.top)}px)`
    }
  }

  const isEmpty = () => shown.size === 0 && notice.element.hidden

  /** Measure the pills that say something new, all of them in each form at once. */
  function measure(): void {
    const fresh = [...shown.values()].filter(({ signature }) => !sizes.has(signature))
    if (fresh.length === 0) return
    if (sizes.size > MOST_SIZES) sizes.clear()
    const measured = FORMS.map((form) => {
      for (const { view } of fresh) setForm(view, form)
      return fresh.map(({ view }) => sizeOf(view))
    })
    fresh.forEach(({ signature }, index) => {
      const [line, wrap, short] = measured.map((boxes) => boxes[index]) as [Box, Box, Box]
      sizes.set(signature, { line, wrap, short })
    })
  }

  return {
    show(pills, theme) {
      const keys = new Set(pills.map((pill) => pill.key))
      for (const [key, one] of shown) {
        if (keys.has(key)) continue
        one.view.remove()
        shown.delete(key)
      }
      for (const pill of pills) {
        const signature = JSON.stringify([pill.note, theme])
        const old = shown.get(pill.key)
        // In reading order, whenever each came: the first ones choose their places first.
        shown.delete(pill.key)
        if (old?.signature === signature) {
          old.pill = pill
          shown.set(pill.key, old)
          continue
        }
        old?.view.remove()
        const view = noteView(pill.note, theme, 'pill')
        root.append(view)
        shown.set(pill.key, { signature, view, pill })
      }
    },
    notify: notice.say,
    raise,
    follow,
    makeRoom() {
      if (!isEmpty()) follow()
    },
    remove() {
      observer.disconnect()
      host.remove()
    },
  }

  function raise(trees: readonly ParentNode[] | null): void {
    if (!trees) return host.remove()
    const now = trees
      .flatMap((tree) => [...tree.querySelectorAll(':modal, :popover-open')])
      .filter((one) => one !== host)
    const isOver = now.some((one) => !below.has(one))
    below = new Set(now)
    if (!host.isConnected) page.documentElement.append(host)
    else if (isOver) host.hidePopover()
    if (!host.matches(':popover-open')) host.showPopover()
    follow()
  }

  function follow(): void {
    if (isFollowing) return
    isFollowing = true
    // Never the same twice in a row: two changes within a frame must not cancel out.
    turn = (turn % 99) + 1
    sentinel.style.height = `${turn}px`
  }
}

/** The forms of a pill: all in one line, wrapped, only the short meaning. */
export type PillForm = 'line' | 'wrap' | 'short'
const FORMS: readonly PillForm[] = ['line', 'wrap', 'short']

function setForm(view: HTMLElement, form: PillForm): void {
  for (const name of FORMS) view.classList.toggle(name, name === form)
}

function sizeOf(view: HTMLElement): Box {
  const { width, height } = view.getBoundingClientRect()
  return { left: 0, top: 0, right: Math.ceil(width), bottom: Math.ceil(height) }
}
