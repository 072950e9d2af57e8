import type { Box, Obstacle } from '../page/box'
import { calm } from '../page/calm'
import { viewportOf } from '../page/geometry'
import { LAYER_TAG, type Look, noteView, style, type Theme } from './note-view'
import { createNotice } from './notice'
import { choosePlaces } from './place'
import type { Note } from './texts'
import { unzoom } from './unzoom'

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
  readonly show: (pills: readonly Pill[], look: Look) => void
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

/**
 * A pill is there in each of its forms, of which one is seen: so the page's own layout measures them all, and to choose
 * another form changes no layout.
 */
interface Shown {
  readonly signature: string
  readonly views: Readonly<Record<PillForm, HTMLElement>>
  pill: Pill
  sizes: Readonly<Record<PillForm, Box>> | null
}

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
    unzoom(host, page)
    if (isEmpty()) return
    const ground = [...obstacles()]
    const all = [...shown.values()]
    const wishes = all.flatMap((one, index) => {
      one.sizes ??= sizesOf(one)
      const anchor = one.pill.anchor()
      return anchor && one.sizes ? [{ index, anchor, sizes: one.sizes }] : []
    })
    const places = choosePlaces(wishes, ground, viewport)
    notice.settle([...ground, ...[...places.values()].map(({ box }) => box)], viewport.right, viewport.bottom)
    for (const [index, { views }] of all.entries()) {
      const place = places.get(index)
      for (const form of FORMS) {
        const { style } = views[form]
        style.visibility = place?.form === form ? 'visible' : ''
        if (place?.form !== form) continue
        const { left, top } = place.box
        style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
      }
    }
  }

  const isEmpty = () => shown.size === 0 && notice.element.hidden

  return {
    show(pills, look) {
      const keys = new Set(pills.map((pill) => pill.key))
      for (const [key, one] of shown) {
        if (keys.has(key)) continue
        discard(one)
        shown.delete(key)
      }
      for (const pill of pills) {
        const signature = JSON.stringify([pill.note, look])
        const old = shown.get(pill.key)
        // In reading order, whenever each came: the first ones choose their places first.
        shown.delete(pill.key)
        if (old?.signature === signature) {
          old.pill = pill
          shown.set(pill.key, old)
          continue
        }
        if (old) discard(old)
        const make = (form: PillForm) => {
          const view = noteView(pill.note, look, 'pill')
          view.classList.add(form)
          root.append(view)
          return view
        }
        const views = { line: make('line'), wrap: make('wrap'), short: make('short') }
        shown.set(pill.key, { signature, views, pill, sizes: null })
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

function discard({ views }: Shown): void {
  for (const form of FORMS) views[form].remove()
}

/** The size of a pill in each of its forms; null while it is not rendered. */
function sizesOf({ views }: Shown): Shown['sizes'] {
  const line = sizeOf(views.line)
  return line.right > 0 ? { line, wrap: sizeOf(views.wrap), short: sizeOf(views.short) } : null
}

function sizeOf(view: HTMLElement): Box {
  const { width, height } = view.getBoundingClientRect()
  return { left: 0, top: 0, right: Math.ceil(width), bottom: Math.ceil(height) }
}
