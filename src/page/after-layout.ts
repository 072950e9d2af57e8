import { calm, insist } from './calm'

/** Asks for turns between a layout of the page and its paint. */
export interface AfterLayout {
  /** Have a turn in this frame, however often it is asked for. */
  readonly ask: () => void
  readonly stop: () => void
}

/**
 * So deep is what is observed here. In one frame browsers go on only to what is deeper than all that they have told of, and
 * the rest is an error to the page: where an observer of the page's own changes something, we are asked in between.
 * https://drafts.csswg.org/resize-observer/#broadcast-active-observations
 */
const DEPTH = 60

/**
 * Call back after each layout in which the page has another size, and after the next one when that is asked for, before it
 * is painted: measuring there costs no extra layout, and what is moved then is in the same frame.
 * https://drafts.csswg.org/resize-observer/#processing-model
 * @param root takes an invisible element: asking changes its size.
 * @param turn must not ask for another one.
 */
export function afterLayout(page: Document, root: ShadowRoot, turn: () => void): AfterLayout {
  const sentinel = page.createElement('div')
  sentinel.className = 'sentinel'
  root.append(deep(page, sentinel))
  const sizes = new WeakMap<Element, string>()
  const observer = new ResizeObserver(calm(run))
  let size = 0
  let isAsked = false
  let isLate = false
  let isStopped = false

  function run(entries: readonly ResizeObserverEntry[]): void {
    isAsked = false
    if (entries.filter(isNew).length === 0) return
    // What is asked for before the next frame, by what answers the changes of this turn, has its turn in that one.
    isLate = true
    requestAnimationFrame(() => {
      isLate = false
      if (isAsked && !isStopped) grow()
    })
    turn()
    // It may have made the page larger, which is less deep: that is observed again in the next frame.
    insist(() => wholePage().forEach((element) => void observer.unobserve(element)))
    requestAnimationFrame(observePage)
  }

  /** Never the same twice in a row: two changes within a frame must not cancel out. */
  function grow(): void {
    size = (size % 99) + 1
    sentinel.style.height = `${size}px`
  }

  function isNew({ target, contentRect: { width, height } }: ResizeObserverEntry): boolean {
    const now = `${width} ${height}`
    const before = sizes.get(target)
    sizes.set(target, now)
    return before !== now
  }

  function observePage(): void {
    if (!isStopped) for (const element of wholePage()) observer.observe(element)
  }

  // A page can take either of them out.
  function wholePage(): readonly Element[] {
    return [page.documentElement, page.body].filter((element: Element | null) => element !== null)
  }

  observer.observe(sentinel)
  observePage()
  return {
    ask() {
      if (isAsked) return
      isAsked = true
      if (!isLate) grow()
    },
    stop() {
      isStopped = true
      observer.disconnect()
    },
  }
}

/** An element in many others that take no part in the layout. */
function deep(page: Document, inner: Element): Element {
  let outer = inner
  for (let depth = 0; depth < DEPTH; depth++) {
    const around = page.createElement('div')
    around.className = 'deep'
    around.append(outer)
    outer = around
  }
  return outer
}
