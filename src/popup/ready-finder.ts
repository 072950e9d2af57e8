import { createFinder, type Finder } from '../finder/find'
import type { Model } from '../finder/model'

/**
 * A finder that gets ready when the browser is idle, so that it neither delays the popup nor the first key stroke; who is
 * faster than that waits for some milliseconds.
 */
export function readyFinder(model: Model): Finder {
  let finder: Finder | undefined
  const ready = () => {
    finder ??= createFinder(model)
    return finder
  }
  requestIdleCallback(ready)
  return (text) => (text ? ready()(text) : { kind: 'short' })
}
