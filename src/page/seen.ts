import { attribute, flatParent, isShown, rectOf, tagOf } from './dom'
import { inherited } from './inherited'
import { once } from './once'

/** Answers whether a person has elements in front of them, as the page was when it was asked. */
export interface Sight {
  /** Words or pictures: what is transparent is not seen. */
  readonly isSeen: (element: Element) => boolean
  /** Something to click or to type in: kits lay transparent ones over what they draw. */
  readonly isOperable: (element: Element) => boolean
}

/**
 * What is seen of a page, for one reading of it. Style decides first; boxes are only asked for where style cuts something
 * off or takes it out of its place. Without any layout, as in a frame that is not shown, style alone decides.
 */
export function sightOf(page: Document): Sight {
  // Asked for late: a page that is too big to be the form is not even laid out for it.
  const hasLayout = once(() => rectOf(page.documentElement).width > 0)
  const coverOf = inherited<Cover>(
    'none',
    (element, around) => joined(around, coverBy(element, hasLayout), element),
    flatParent,
  )
  const isThere = (element: Element) => isShown(element, { visibilityProperty: true }) && coverOf(element) === 'none'
  const isOpaque = (element: Element) => isShown(element, { opacityProperty: true }) || isFading(element)
  const isBig = (element: Element) => !hasLayout() || hasSize(element)
  return {
    isSeen: (element) => isThere(element) && isOpaque(element),
    isOperable: (element) => isThere(element) && isBig(element),
  }
}

function hasSize(element: Element): boolean {
  const { width, height } = rectOf(element)
  return width > 1 && height > 1
}

/** What hides all that stands in an element: nothing; a box of no size, which what is positioned gets out of; or all does. */
type Cover = 'none' | 'escapable' | 'all'

function joined(around: Cover, own: Cover, element: Element): Cover {
  if (around === 'all' || own !== 'none') return around === 'all' ? 'all' : own
  return around === 'escapable' && isPositioned(getComputedStyle(element)) ? 'none' : around
}

function coverBy(element: Element, hasLayout: () => boolean): Cover {
  if (attribute(element, 'inert') !== null) return 'all'
  if (/^(?:html|body)$/.test(tagOf(element))) return 'none'
  const style = getComputedStyle(element)
  if (/^inset\((?:50|100)%/.test(style.clipPath)) return 'all'
  if (isPositioned(style) && isHair(style.clip)) return 'all'
  return coverByBox(element, style, hasLayout)
}

function coverByBox(element: Element, style: CSSStyleDeclaration, hasLayout: () => boolean): Cover {
  const { position, overflowX, overflowY, display, transform } = style
  const isCut = (overflowX !== 'visible' || overflowY !== 'visible') && !/^(?:inline|contents)$/.test(display)
  if ((!isCut && !isPositioned(style) && transform === 'none') || !hasLayout()) return 'none'
  const { width, height, right, bottom } = rectOf(element)
  const { scrollX = 0, scrollY = 0 } = element.ownerDocument.defaultView ?? {}
  if (width > 0 && (right + scrollX <= 0 || bottom + scrollY <= 0)) return 'all'
  if (!isCut || (width > 1 && height > 1)) return 'none'
  return position === 'static' && transform === 'none' ? 'escapable' : 'all'
}

function isPositioned({ position }: CSSStyleDeclaration): boolean {
  return position === 'absolute' || position === 'fixed'
}

/** Is what a clip leaves a pixel long at the most, as of `rect(1px, 1px, 1px, 1px)`? */
function isHair(clip: string): boolean {
  if (!clip.startsWith('rect')) return false
  const [top = 0, right = 0, bottom = 0, left = 0] = (clip.match(/-?[\d.]+/g) ?? []).map(Number)
  return right - left <= 1 || bottom - top <= 1
}

/** Is it on its way to be seen? Lists fade in. */
function isFading(element: Element): boolean {
  for (let node: Element | null = element; node; node = flatParent(node)) {
    if (getComputedStyle(node).opacity === '0') return node.getAnimations?.().length > 0
  }
  return true
}
