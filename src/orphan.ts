/** What a new copy of the guide says to an old one. It carries nothing, and a copy that is alive does not listen. */
const RELIEF = 'guia-relevo'

/** Tell a copy of the guide that was left behind by an update to take its notes back, before this one writes its own. */
export function relieve(page: Document): void {
  page.dispatchEvent(new Event(RELIEF))
}

/**
 * Call back once the extension was updated or removed under this copy. Nothing tells it so: it looks when a new copy
 * comes, and when the customer returns from the browser's page of extensions. It notices any other time by itself.
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
export function whenOrphaned(page: Document, isAlive: () => boolean, leave: () => void, signal: AbortSignal): void {
  const look = () => {
    if (!isAlive()) leave()
  }
  for (const name of [RELIEF, 'visibilitychange']) page.addEventListener(name, look, { signal })
}
