import type { Lexicon } from '../form/lexicon'
import { phrase } from '../form/phrase'
import { isEditable } from '../page/control-kind'
import { attribute, firstChildOf, isElement, isTypedIn, nextSiblingOf, parentOf, tagOf } from '../page/dom'
import { isInlineTag } from '../page/inline'
import { once } from '../page/once'
import { inOrder, within } from '../page/spans'
import type { Tokens } from '../page/tokens'
import type { Recognition } from './match'
import type { Place, Places } from './places'

/** What the last pass has seen, as far as a change of the page is judged by it. */
export interface Seen {
  readonly lexicon: Lexicon
  /** Was this element there, with nothing of the form in it and itself in nothing of the form? */
  readonly isOutside: (element: Element) => boolean
}

/** What a pass has seen. What is asked again and again, as of a clock on the page, is found out once. */
export function seenBy(tokens: Tokens, { scopes }: Recognition, places: Places, lexicon: Lexicon): Seen {
  const known = once(() => knownPlaces(places))
  const answers = new WeakMap<Element, boolean>()
  const find = (element: Element): boolean => {
    const span = tokens.spanOf(element)
    if (!span) return false
    const [from] = span
    if (within(known(), span).length > 0) return false
    return !scopes.some((scope) => scope.holds(from) || tokens.holds(scope.element, from))
  }
  const isOutside = (element: Element): boolean => {
    const answer = answers.get(element) ?? find(element)
    answers.set(element, answer)
    return answer
  }
  return { lexicon, isOutside }
}

/** All places whose text means something, whether a part of the form or not, in reading order. */
function knownPlaces({ fields, buttons, rows }: Places): readonly Place[] {
  const known = [...fields, ...buttons, ...rows].filter(
    ({ type, candidates }) => candidates.length > 0 || type === 'field',
  )
  return known.sort(inOrder)
}

/**
 * Can this change of the page have changed what is recognised? Only what surely cannot is left out: a plain text of no
 * meaning that stands outside the form and is replaced by another such, the looks of an element that holds no word of
 * the form, and the attribute in which frameworks keep a copy of what is typed.
 */
export function concerns(record: MutationRecord, seen: Seen): boolean {
  if (record.type === 'attributes') return !isIdleAttribute(record, seen)
  return !isIdleText(record, seen)
}

/** Has only changed how an element looks, or whether it is seen? */
export function isOfLooks({ attributeName }: MutationRecord): boolean {
  return attributeName === 'style' || attributeName === 'class'
}

function isIdleAttribute(record: MutationRecord, seen: Seen): boolean {
  const { target, attributeName } = record
  if (!isElement(target)) return false
  if (attributeName === 'value') return isTyped(target)
  return isOfLooks(record) && seen.isOutside(target)
}

/** A field in which one types; on buttons and options `value` is what is shown or sent. */
function isTyped(element: Element): boolean {
  return tagOf(element) === 'input' && !/^(submit|button|reset|image)$/i.test(attribute(element, 'type') ?? '')
}

function isIdleText(record: MutationRecord, seen: Seen): boolean {
  const { type, target } = record
  const parent = type === 'characterData' ? parentOf(target) : target
  // What is typed there is not even looked at, nor what was.
  if (isElement(parent) && holdsTyping(parent)) return true
  if (!isElement(parent) || isInlineTag(tagOf(parent)) || !seen.isOutside(parent)) return false
  const now = firstChildOf(parent)
  if (now && (nextSiblingOf(now) || !(now instanceof Text))) return false
  const { oldValue, addedNodes, removedNodes } = record
  const before = type === 'characterData' ? [oldValue ?? ''] : [...removedNodes].map(textOf)
  const added = type === 'characterData' ? [] : [...addedNodes].map(textOf)
  const texts = [...before, ...added, now instanceof Text ? now.data : '']
  return before.length < 2 && texts.every((text) => text !== null && isMeaningless(text, seen.lexicon))
}

function holdsTyping(element: Element): boolean {
  return isTypedIn(element) || isEditable(element) || tagOf(element) === 'textarea'
}

function textOf(node: Node): string | null {
  return node instanceof Text ? node.data : null
}

const LETTER = /\p{L}/u

function isMeaningless(text: string, lexicon: Lexicon): boolean {
  if (!LETTER.test(text)) return true
  const words = phrase(text)
  const isTelling = lexicon.isPrompt(words) || lexicon.isStranger(words) || lexicon.isInvitation(words)
  if (isTelling || words.includes('chat')) return words === ''
  return lexicon.meanings(text).length === 0
}
