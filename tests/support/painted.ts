import type { CDPSession, Page } from 'playwright-core'
import type { FirefoxPage } from './firefox-page'
import { type AnyPage, type Drawn, readDrawn } from './notes'

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
export async function readPainted(page: Page | FirefoxPage): Promise<readonly Painted[]> {
  const drawn = await readDrawn(page as AnyPage)
  if (typeof page.context === 'string') return (page as FirefoxPage).evaluate(withBoxes, drawn)
  const boxes = await pseudoBoxes(page as Page)
  // Both are in the order of the tree.
  return drawn.map((one) => {
    const key = `${one.side} ${one.content}`
    return { ...one, box: one.isRendered ? (boxes.get(key)?.shift() ?? null) : null }
  })
}

/**
 * Firefox tells nobody where a pseudo-element is, only its size: after its words if it has room in their line, else below them.
 * Runs in the page.
 */
function withBoxes(drawn: readonly Drawn[]): readonly Painted[] {
  return drawn.map((one) => {
    const nodeAt = (path: readonly number[] | null) =>
      (path ?? []).reduce<Node | null>(
        (node, step) => (step < 0 ? ((node as Element | null)?.shadowRoot ?? null) : (node?.childNodes[step] ?? null)),
        document,
      )
    const [host, text] = [nodeAt(one.host) as Element, nodeAt(one.text)]
    if (!one.isRendered || !text) return { ...one, box: null }
    const range = document.createRange()
    range.selectNodeContents(text)
    const line = [...range.getClientRects()].at(-1)
    const { width, height, marginLeft } = getComputedStyle(host, `::${one.side}`)
    const [wide, high] = [Number.parseFloat(width), Number.parseFloat(height)]
    if (!line || !(wide > 0)) return { ...one, box: null }
    let block = host
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement
    const gap = Number.parseFloat(marginLeft) || 0
    const isWrapped = line.right + gap + wide > block.getBoundingClientRect().right + 1
    const left = isWrapped ? block.getBoundingClientRect().left + gap : line.right + gap
    const middle = (line.top + line.bottom) / 2 + (isWrapped ? line.height : 0)
    return { ...one, box: { left, top: middle - high / 2, right: left + wide, bottom: middle + high / 2 } }
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
