/** Longest time, in milliseconds, that an announced movement of the page is followed frame by frame. */
const LONGEST_MOTION = 1500

/** Call `follow` whenever the page's boxes may have moved without its content changing, until the signal is aborted. */
export function followMotion(page: Document, follow: () => void, signal: AbortSignal): void {
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

  view?.addEventListener('scroll', follow, options)
  view?.addEventListener('resize', follow, options)
  view?.visualViewport?.addEventListener('resize', follow, { signal })
  for (const name of ['transitionrun', 'animationstart']) page.addEventListener(name, moving, options)
  for (const name of ['transitionend', 'transitioncancel', 'animationend']) page.addEventListener(name, still, options)
}
