import { afterLayout } from '../page/after-layout'
import type { Box, Obstacle } from '../page/box'
import { calm } from '../page/calm'
import { viewportOf } from '../page/geometry'
import type { Look, Theme } from './look'
import { style } from './note-view'
import { createNotice } from './notice'
import { createPillViews, type PillViews } from './pill-views'
import { choosePlaces, type Sizes, type Wish } from './place'
import type { Note } from './texts'
import { unzoom } from './unzoom'

/** Where a pill belongs, and what it must not cover; all in CSS pixels of the viewport. */
export interface Anchor {
  /** The box of the English words, or null if they stand nowhere but inside the control. */
  readonly words: Box | null
  readonly control: Box
  /**
   * Buttons have their note below, fields beside. Choices side by side have theirs where none hides another's, and words in
   * the middle of a row right after them.
   */
  readonly side: 'below' | 'beside' | 'abreast' | 'centred'
}

/** A note in the top layer, with the means to find its place. */
export interface Pill {
  readonly key: Node
  readonly note: Note
  /** Measure where it belongs; null while its English is not painted. */
  readonly anchor: () => Anchor | null
  /** One of several choices, which is to be no wider than it must. */
  readonly small?: boolean
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

/** What happens when the page is laid out and not painted yet, in this order. */
export interface LayerTurns {
  /** The page may have changed: all may be shown anew. */
  readonly laidOut: () => void
  /** The pills are about to find their places: others may be shown. */
  readonly settle: () => void
  /** All pills have their places. */
  readonly arranged: () => void
}

/** A pill that is in the layer. */
interface Shown {
  readonly signature: string
  readonly views: PillViews
  pill: Pill
  sizes: Sizes | null
}

/**
 * Make the layer in its host.
 * @param obstacles measures the boxes that a pill must not cover.
 */
export function createLayer(
  page: Document,
  host: HTMLElement,
  obstacles: () => readonly Obstacle[],
  { laidOut, settle, arranged }: LayerTurns,
): Layer {
  const root = host.attachShadow({ mode: 'open' })
  style(root)
  const notice = createNotice(page)
  root.append(notice.element)
  const shown = new Map<Node, Shown>()
  let below: ReadonlySet<Element> = new Set()
  let isTurning = false
  const turns = afterLayout(page, root, turn)
  const follow = () => {
    if (!isTurning) turns.ask()
  }

  function turn(): void {
    // Whatever is shown anew now is arranged right after it.
    isTurning = true
    calm(laidOut)()
    isTurning = false
    calm(arrange)()
    arranged()
  }

  function arrange(): void {
    settle()
    const viewport = viewportOf(page)
    unzoom(host, page)
    if (isEmpty()) return
    const ground = [...obstacles()]
    const places = choosePlaces(wishesNow(), ground, viewport)
    notice.settle([...ground, ...[...places.values()].map(({ box }) => box)], viewport.right, viewport.bottom)
    for (const [index, { views }] of [...shown.values()].entries()) views.show(places.get(index))
  }

  function wishesNow(): readonly Wish[] {
    return [...shown].flatMap(([key, one], index) => {
      one.sizes ??= one.views.measure()
      const anchor = one.pill.anchor()
      return anchor && one.sizes ? [{ index, key, anchor, sizes: one.sizes }] : []
    })
  }

  const isEmpty = () => shown.size === 0 && notice.element.hidden

  return {
    show(pills, look) {
      const keys = new Set(pills.map((pill) => pill.key))
      for (const [key, one] of shown) {
        if (keys.has(key)) continue
        one.views.remove()
        shown.delete(key)
      }
      for (const pill of pills) {
        const signature = JSON.stringify([pill.note, look, pill.small])
        const old = shown.get(pill.key)
        // In reading order, whenever each came: the first ones choose their places first.
        shown.delete(pill.key)
        if (old?.signature === signature) {
          old.pill = pill
          shown.set(pill.key, old)
          continue
        }
        old?.views.remove()
        shown.set(pill.key, {
          signature,
          views: createPillViews(root, pill.note, look, pill.small ?? false),
          pill,
          sizes: null,
        })
      }
    },
    notify: notice.say,
    raise,
    follow,
    makeRoom() {
      if (!isEmpty()) follow()
    },
    remove() {
      turns.stop()
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
}
