import type { Box, Obstacle } from './box'
import { composedParent, isShown, parentOf, slotOf, tagOf } from './dom'
import { drawnBy } from './drawn'
import { boxOf, isPainted, lineBoxes, viewportOf } from './geometry'
import { inherited } from './inherited'
import { once } from './once'
import type { Block, Token, Tokens } from './tokens'

/** How far up the button is looked for that shows a text. */
const UPWARDS = 4
/** What is drawn without words. */
const PICTURES = 'img, svg, canvas, video, iframe, object, embed'
/** A page of more pictures is not asked for them; a smaller one than this is a decoration, in pixels. */
const MOST_PICTURES = 400
const LEAST = 8
/** What covers a larger share of the window is the ground that everything stands on. */
const GROUND = 0.5
/** What is out of the page's flow and no higher than this, in pixels, is a label or a badge; what is higher lies over the page. */
const FLAT = 60

/** What a note above a page must not cover. */
export interface Obstacles {
  /** Those in sight, measured now. */
  readonly measure: () => readonly Obstacle[]
  /** What lies over the page, as an open list or a menu; measured now. */
  readonly overlays: () => readonly Obstacle[]
  /** What an element stands in that is out of the page's flow; null if nothing. */
  readonly layerOf: (element: Element) => Element | null
}

/** The obstacles of a page as it was read. */
export function obstaclesIn(page: Document, tokens: Tokens): Obstacles {
  const overlayOf = once(() =>
    inherited<Element | null>(null, (element, around) => (isOut(element) ? element : around)),
  )
  const layers = once(() => new Map(tokens.all.map((token) => [token, overlayOf()(token.element)])))

  const measure = () => {
    const { right: width, bottom: height } = viewportOf(page)
    const found: Obstacle[] = []
    const add = (obstacle: Obstacle) => {
      if (obstacle.bottom > 0 && obstacle.top < height) found.push(obstacle)
    }
    for (const token of tokens.all) for (const obstacle of ofToken(token, layers().get(token) ?? null)) add(obstacle)
    for (const picture of picturesIn([page, ...tokens.roots])) {
      const box = boxOf(picture)
      if (!box || box.right - box.left < LEAST || box.bottom - box.top < LEAST) continue
      if ((box.right - box.left) * (box.bottom - box.top) > width * height * GROUND) continue
      const isSeen = once(
        () => isShown(picture, { opacityProperty: true, visibilityProperty: true }) && isPainted(box, picture),
      )
      add({ ...box, kind: 'picture', layer: overlayOf()(picture), isSeen })
    }
    return found
  }
  return {
    measure,
    overlays() {
      const found: Obstacle[] = []
      for (const layer of new Set(layers().values())) {
        const box = layer && boxOf(layer)
        if (box && box.bottom - box.top > FLAT && isPainted(box, layer)) found.push({ ...box, kind: 'overlay', layer })
      }
      return found
    },
    layerOf: (element) => overlayOf()(element),
  }
}

function isOut(element: Element): boolean {
  return /^(absolute|fixed)$/.test(getComputedStyle(element).position)
}

function ofToken(token: Token, layer: Element | null): readonly Obstacle[] {
  const kind = token.type === 'control' ? 'control' : 'text'
  const boxes = token.type === 'control' ? [boxOf(drawnBy(token.element))] : [...lineBoxes(token), boxOfButton(token)]
  return boxes.flatMap((box) => {
    if (!box) return []
    const { left, top, right, bottom } = box
    return [{ left, top, right, bottom, kind, layer, isSeen: once(() => isPainted(box, token.element)) }]
  })
}

function picturesIn(trees: readonly ParentNode[]): readonly Element[] {
  const found = trees.flatMap((tree) => [...tree.querySelectorAll(PICTURES)])
  return found.length > MOST_PICTURES ? [] : found
}

/** A text on a button stands for the whole button, be it that of a shadow root which shows the text. */
function boxOfButton({ element, last }: Block): Box | null {
  if (isButton(element)) return boxOf(element)
  for (let node: Node | null = last; node && node !== composedParent(element); node = parentOf(node)) {
    for (let slot = slotOf(node), step = 0; slot && step < UPWARDS; slot = composedParent(slot), step++)
      if (isButton(slot)) return boxOf(slot)
  }
  return null
}

function isButton(element: Element): boolean {
  return /^(button|a|summary)$/.test(tagOf(element))
}
