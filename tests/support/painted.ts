import type { CDPSession, Page } from 'playwright-core'
import { type Drawn, readDrawn } from './notes'

/** A box in CSS pixels of the viewport. */
export interface PaintedBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Generated content with the box that the browser has given it; null if it has none. */
export interface Painted extends Drawn {
  readonly box: PaintedBox | null
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** The connection to Chromium's own tools for a page. */
export function toolsOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  return known
}

/**
 * Generated content and where it is. No interface of the page tells the place of a pseudo-element, but Chromium's own tools
 * do: https://chromedevtools.github.io/devtools-protocol/tot/DOMSnapshot/
 */
export async function readPainted(page: Page): Promise<readonly Painted[]> {
  const drawn = await readDrawn(page)
  const boxes = await pseudoBoxes(page)
  // Both are in the order of the tree.
  return drawn.map((one) => {
    const key = `${one.side} ${one.content}`
    return { ...one, box: one.isRendered ? (boxes.get(key)?.shift() ?? null) : null }
  })
}

/** The boxes of all pseudo-elements, by side and words. */
async function pseudoBoxes(page: Page): Promise<ReadonlyMap<string, PaintedBox[]>> {
  const tools = await toolsOf(page)
  const { documents, strings } = await tools.send('DOMSnapshot.captureSnapshot', { computedStyles: ['content'] })
  const found = new Map<string, PaintedBox[]>()
  const [first] = documents
  if (!first) return found
  const { nodes, layout, scrollOffsetX = 0, scrollOffsetY = 0 } = first
  const isPseudo = new Set(nodes.pseudoType?.index)
  let last = -1
  let whole: { left: number; top: number; right: number; bottom: number } | null = null
  layout.nodeIndex.forEach((node, at) => {
    if (!isPseudo.has(node)) return
    const [x = 0, y = 0, width = 0, height = 0] = layout.bounds[at] ?? []
    const [left, top] = [x - scrollOffsetX, y - scrollOffsetY]
    const box = { left, top, right: left + width, bottom: top + height }
    // The box comes first, then the words in it, which may reach out of it.
    if (node === last && whole) {
      whole.left = Math.min(whole.left, box.left)
      whole.right = Math.max(whole.right, box.right)
      return
    }
    last = node
    whole = box
    const side = strings[nodes.nodeName?.[node] ?? -1]?.replace('::', '')
    const content = strings[layout.styles[at]?.[0] ?? -1] ?? ''
    const key = `${side} ${/^"(.*)"$/s.exec(content)?.[1]?.replace(/\\(.)/g, '$1')}`
    found.set(key, [...(found.get(key) ?? []), box])
  })
  return found
}
