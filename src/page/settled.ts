/** Longest wait, in milliseconds, for a page that never finishes loading. */
const LONGEST_WAIT = 1500

/**
 * Resolves once the page has loaded and its scripts had their turn. A framework that takes over server-made HTML
 * (hydration) fails on foreign elements in it, so nothing is inserted before. https://react.dev/link/hydration-mismatch
 */
export async function whenSettled(page: Document): Promise<void> {
  if (page.readyState !== 'complete') {
    await Promise.race([
      new Promise((done) => page.defaultView?.addEventListener('load', done, { once: true })),
      wait(LONGEST_WAIT),
    ])
  }
  await wait(0)
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
