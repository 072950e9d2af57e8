import { afterLayout } from '../page/after-layout'
import type { Box, Obstacle } from '../page/box'
import { calm } from '../page/calm'
import { isActive } from '../page/dom'
import { viewportOf } from '../page/geometry'
import { watchMoves } from '../page/moves'
import type { Anchor, Place } from './anchor'
import type { Look, Theme } from './look'
import { isOurs, style } from './note-view'
import { createNotice } from './notice'
import type { Sizes } from './pill-form'
import { createPillViews, type PillViews } from './pill-views'
import { choosePlaces, noteAt, type Wish, withoutCovered } from './place'
import type { Note } from './texts'
import { unzoom } from './unzoom'

/** What the page has that a pill must not cover. */
export interface Surroundings {
  readonly obstacles: () => readonly Obstacle[]
  /** What lies over the page, as an open list. */
  readonly overlays: () => readonly Obstacle[]
}

/** A note in the top layer, with the means to find its place. */
export interface Pill {
  readonly key: Node
  /** What it belongs to. */
  readonly element: Element
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
  /** The notes that have no room but for a number, in the order of their numbers. */
  readonly numbered: () => readonly Note[]
  /** Where the pill of a key is; null if it is not seen. */
  readonly boxOf: (key: Node) => Box | null
  /** All that was in the way when the pills found their places, and the pills. */
  readonly ground: () => readonly Obstacle[]
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
  /** Something of what the pills belong to is seen now, or no more, though nothing else was to be shown. */
  readonly uncovered: () => void
}

/** A pill that is in the layer. */
interface Shown {
  readonly signature: string
  readonly views: PillViews
  pill: Pill
  sizes: Sizes | null
}

/** Make the layer in its host. */
export function createLayer(
  page: Document,
  host: HTMLElement,
  { obstacles, overlays }: Surroundings,
  { laidOut, settle, arranged, uncovered }: LayerTurns,
): Layer {
  const root = host.attachShadow({ mode: 'open' })
  style(root)
  const notice = createNotice(page)
  root.append(notice.element)
  const shown = new Map<Node, Shown>()
  let isGone = false
  let trees: readonly ParentNode[] | null = null
  let below: ReadonlySet<Element> = new Set()
  let isTurning = false
  let numbered: readonly Note[] = []
  // Which of them are painted; null if others were to be shown since.
  let painted: string | null = null
  let ground: readonly Obstacle[] = []
  let boxes: ReadonlyMap<Node, Box> = new Map()
  const turns = afterLayout(page, root, turn)
  const follow = () => {
    if (!isTurning) turns.ask()
  }

  const moves = watchMoves(page, follow)

  function turn(): void {
    // Whatever is shown anew now is arranged right after it.
    isTurning = true
    calm(laidOut)()
    // It may have been the guide's last look.
    if (isGone) return
    calm(rise)()
    isTurning = false
    calm(arrange)()
    arranged()
  }

  function arrange(): void {
    // On paper nothing is measured: the rows' notes are not there.
    if (page.defaultView?.matchMedia('print').matches) return
    settle()
    const viewport = viewportOf(page)
    unzoom(host, page)
    const wishes = wishesNow()
    ground = isEmpty() ? [] : obstacles()
    const places = withoutCovered(choosePlaces(wishes, ground, viewport), wishes, isEmpty() ? [] : overlays())
    ground = [...ground, ...[...places.values()].map(({ box }) => noteAt(box))]
    notice.settle(ground, viewport.right, viewport.bottom)
    const all = [...shown.values()]
    const numbers = all.filter((_, index) => places.get(index)?.isNumbered)
    numbered = numbers.map(({ pill }) => pill.note)
    for (const [index, one] of all.entries()) one.views.show(places.get(index), numbers.indexOf(one) + 1)
    boxes = new Map(all.flatMap(({ pill: { key } }, index) => boxIn(places, index).map((box) => [key, box])))
    const now = wishes.map(({ index }) => index).join()
    if (painted !== null && painted !== now) uncovered()
    painted = now
    moves.watch(wishes.map(({ element }) => element))
  }

  function wishesNow(): readonly Wish[] {
    return [...shown.values()].flatMap((one, index) => {
      const { element, anchor } = one.pill
      one.sizes ??= one.views.measure()
      const found = anchor()
      return found && one.sizes
        ? [{ index, element, anchor: found, sizes: one.sizes, isActive: isActive(element) }]
        : []
    })
  }

  const isEmpty = () => shown.size === 0 && notice.element.hidden

  return {
    show(pills, look) {
      const keys = new Set(pills.map((pill) => pill.key))
      if (keys.size !== shown.size || pills.some(({ key }) => !shown.has(key))) painted = null
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
    numbered: () => numbered,
    boxOf: (key) => boxes.get(key) ?? null,
    ground: () => ground,
    follow,
    makeRoom() {
      if (!isEmpty()) follow()
    },
    remove() {
      isGone = true
      trees = null
      moves.stop()
      turns.stop()
      host.remove()
    },
  }

  function raise(now: readonly ParentNode[] | null): void {
    if (isGone) return
    trees = now
    if (!trees) return host.remove()
    rise()
    follow()
  }

  /** What has come into the top layer after us, as a dialog, a popover or what is shown full screen, is above us. */
  function rise(): void {
    if (!trees) return
    const top = trees
      .flatMap((tree) => [...tree.querySelectorAll(':modal, :popover-open, :fullscreen')])
      .filter((one) => !isOurs(one))
    const isOver = top.some((one) => !below.has(one))
    below = new Set(top)
    if (!host.isConnected) page.documentElement.append(host)
    else if (isOver) host.hidePopover()
    if (!host.matches(':popover-open')) host.showPopover()
  }
}

function boxIn(places: ReadonlyMap<number, Place>, index: number): readonly Box[] {
  const place = places.get(index)
  return place ? [place.box] : []
}
