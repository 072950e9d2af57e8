import {
  attribute,
  isElement,
  nextElementOf,
  nextSiblingOf,
  parentOf,
  previousElementOf,
  previousSiblingOf,
  tagOf,
} from './dom'

/** Elements whose words belong to the text around them. */
export const INLINE: ReadonlySet<string> = new Set(
  'span b strong i em font small u s mark abbr bdi bdo code sup sub big tt nobr wbr slot'.split(' '),
)
/** Elements with words of their own that may stand in the middle of a sentence without ending it. */
export const FLOWING: ReadonlySet<string> = new Set(['a', 'label', 'button'])

/** Is this a tag whose words are read as a part of the text around it? */
export function isInlineTag(tag: string): boolean {
  return INLINE.has(tag) || FLOWING.has(tag)
}

/** Is it painted in a line with the text around it? */
export function isInline(element: Element): boolean {
  return getComputedStyle(element).display === 'inline'
}

/** Inline elements without a role of their own belong to the text around them. */
export function isPartOfText(element: Element, tag: string): boolean {
  if (!INLINE.has(tag) || attribute(element, 'role') !== null || attribute(element, 'tabindex') !== null) return false
  return !isApart(element)
}

/** Is it a box beside others, like a column or a badge, though its tag is that of a word in a sentence? */
function isApart(element: Element): boolean {
  if (!previousElementOf(element) && !nextElementOf(element)) return false
  if (isWords(previousSiblingOf(element)) || isWords(nextSiblingOf(element))) return false
  const { display } = getComputedStyle(element)
  return display !== 'inline' && display !== 'contents'
}

/** The name of a picture in an icon font, such as "expand_more": a person sees the picture. */
export function isIconName(node: Text, words: string): boolean {
  if (!/^[a-z][a-z0-9_]*$/.test(words)) return false
  if (words.includes('_')) return true
  const parent = parentOf(node)
  return isElement(parent) && INLINE.has(tagOf(parent)) && attribute(parent, 'aria-hidden') === 'true'
}

function isWords(node: Node | null): boolean {
  return node instanceof Text && node.data.trim() !== ''
}
