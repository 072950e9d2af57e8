import type { Finder } from '../finder/find'

/**
 * A finder that is loaded when the customer comes to its box: who does not search never pays for all that it has learnt,
 * and nobody types so fast that a key stroke waits for it.
 * @param came is called when it is there, so that what stands in the box already gets its answer.
 */
export function readyFinder(box: HTMLElement, load: () => Promise<Finder>, came: () => void): Finder {
  let finder: Finder | undefined
  const get = async () => {
    finder = await load()
    came()
  }
  box.addEventListener('focus', () => void get(), { once: true })
  return (text) => finder?.(text) ?? { kind: 'short' }
}
