import { insist } from './calm'

/** Longest time, in milliseconds, that an announced movement of the page is followed frame by frame. */
const LONGEST_MOTION = 1500

/**
 * A style sheet may show and hide by any attribute, but for those that the guide writes, and `value`, in which frameworks keep
 * what is typed.
 */
const BLIND: ReadonlySet<string | null> = new Set(['value', 'label', 'aria-description', 'popover'])

/**
 * Call `follow` whenever the page's boxes may have moved without its content changing, until the signal is aborted.
 * Answers what takes further shadow roots: what scrolls or moves in one is not heard outside.
 */
export function followMotion(
  page: Document,
  follow: () => void,
  signal: AbortSignal,
): (roots: readonly ShadowRoot[]) => void {
  const options = { capture: true, passive: true, signal }
  const view = page.defaultView
  let until = 0
  let running = false

  const step = () => {
    follow()
    running = !signal.aborted && performance.now() < until
    if (running) requestAnimationFrame(step)
  }
  const moving = () => {
    until = performance.now() + LONGEST_MOTION
    if (running) return
    running = true
    requestAnimationFrame(step)
  }
  const still = () => {
    until = 0
    follow()
  }

  /** A pointer that crosses the page is heard again and again. */
  let isSoon = false
  const soon = () => {
    if (isSoon) return
    isSoon = true
    requestAnimationFrame(() => {
      isSoon = false
      if (!signal.aborted) follow()
    })
  }

  const observer = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => !BLIND.has(attributeName))) follow()
  })
  signal.addEventListener('abort', () => insist(() => observer.disconnect()), { once: true })

  const heard = new WeakSet<Node>()
  const hear = (root: Document | ShadowRoot) => {
    if (heard.has(root)) return
    heard.add(root)
    observer.observe(root, { attributes: true, subtree: true })
    root.addEventListener('scroll', follow, options)
    for (const name of ['transitionrun', 'animationstart']) root.addEventListener(name, moving, options)
    for (const name of ['transitionend', 'transitioncancel', 'animationend'])
      root.addEventListener(name, still, options)
  }

  // What opens or closes above the page, what the pointer or the focus brings out, a font or a picture that comes late.
  for (const name of ['toggle', 'beforetoggle', 'fullscreenchange', 'focusin', 'focusout', 'load'])
    page.addEventListener(name, follow, options)
  page.addEventListener('pointerover', soon, options)
  const fonts = page.fonts
  fonts?.addEventListener('loadingdone', follow, { signal })
  view?.addEventListener('resize', follow, options)
  view?.visualViewport?.addEventListener('resize', follow, { signal })
  hear(page)
  return (roots) => roots.forEach(hear)
}
