import { attribute, composedParent, isElement, rootOf, slotOf, tagOf } from './dom'
import { once } from './once'
import type { Block, Control, Tokens } from './token'

/** What a text can be acted on with: the element that carries its role, and the outermost one that holds nothing else. */
export interface Row {
  readonly block: Block
  /** The button, link, radio, option … that the text names; null for plain text. */
  readonly owner: Element | null
  /** The outermost element that shows this text and no other. */
  readonly element: Element
  /** Does it look as if it could be clicked, whatever the markup says? */
  readonly isClickable: () => boolean
}

const ACTION_TAGS = new Set(['a', 'button', 'summary', 'label'])
const ACTION_ROLES = new Set(
  'button link option radio checkbox menuitem menuitemradio menuitemcheckbox treeitem tab switch gridcell'.split(' '),
)
/** Roles whose element names itself by its first text and holds further rows. */
const NESTING_ROLES = new Set(['treeitem', 'menuitem', 'option', 'listitem'])
const UPWARDS = 6

/** Answers the row of a text. */
export type RowFinder = (block: Block) => Row

/**
 * Prepare to find rows. @param choiceOf the radio or checkbox that a text merely stands near.
 * Blocks follow each other in reading order, so an element holds another text only if it holds a neighbour. */
export function rowFinder(tokens: Tokens, choiceOf: (text: Block) => Element | undefined): RowFinder {
  const blockAt = new Map<Block, number>(tokens.blocks.map((block, index) => [block, index]))

  return (block) => {
    const index = blockAt.get(block) ?? 0
    const at = tokens.indexOf(block)
    const before = tokens.blocks[index - 1]
    const after = tokens.blocks[index + 1]
    const holds = (element: Element, other: Block | undefined) => other && tokens.holds(element, other.order)
    let element = block.element
    let owner: Element | null = null
    let node: Element | null = block.element
    for (let step = 0; node && step < UPWARDS && tagOf(node) !== 'body'; step++, node = composedParent(node)) {
      const crowded = holds(node, before) || (node !== block.element && holds(node, after))
      if (crowded && !(isNesting(node) && !holds(node, before))) break
      if (!crowded) element = node
      if (owner ? isFaint(owner) && hasActionRole(node) : isAction(node)) owner = node
      if (crowded) break
    }
    return {
      block,
      element,
      owner:
        controlOf(owner, element, tokens, at, holds(element, after) === true) ??
        owner ??
        choiceOf(block) ??
        slotted(block.last, element),
      isClickable: once(() => !block.inProse() && (isPointedAt(block.element) || isPointedAt(element))),
    }
  }
}

/** Does a click on this element do something, as far as the markup says? */
export function isAction(element: Element): boolean {
  if (ACTION_TAGS.has(tagOf(element)) || hasActionRole(element)) return true
  return attribute(element, 'tabindex') !== null || attribute(element, 'onclick') !== null
}

function hasActionRole(element: Element): boolean {
  return ACTION_ROLES.has(attribute(element, 'role') ?? '')
}

/** Does it only take the focus or a click, while what a screen reader knows may stand around it? */
function isFaint(element: Element): boolean {
  const role = attribute(element, 'role')
  if (role !== null) return role === 'presentation' || role === 'none'
  return tagOf(element) === 'a' ? attribute(element, 'href') === null : !ACTION_TAGS.has(tagOf(element))
}

/** Words that a mouse cannot select are there to be pressed, unless nothing on the page can be selected. */
function isPointedAt(element: Element): boolean {
  const { cursor, userSelect } = getComputedStyle(element)
  return cursor === 'pointer' || (userSelect === 'none' && getComputedStyle(document.body).userSelect !== 'none')
}

function isNesting(element: Element): boolean {
  return NESTING_ROLES.has(attribute(element, 'role') ?? '') || /^(button|a|summary)$/.test(tagOf(element))
}

/** The button or row in a shadow root that a text is slotted into, as in `<x-button>Login</x-button>`. */
function slotted(text: Text, row: Element): Element | null {
  let node: Node | null = text
  for (let step = 0; node && step < UPWARDS * 2; step++) {
    if (isElement(node) && rootOf(node) !== rootOf(row) && isAction(node)) return node
    if (node === row && !slotOf(node)) return null
    node = slotOf(node) ?? composedParent(node)
  }
  return null
}

/** The radio or checkbox that a label labels, or that stands in the same row. */
function controlOf(
  owner: Element | null,
  row: Element,
  tokens: Tokens,
  at: number,
  isCrowded: boolean,
): Element | null {
  if (owner && tagOf(owner) === 'label') return (owner as HTMLLabelElement).control
  if (owner || isCrowded) return null
  const inside = [tokens.all[at - 1], tokens.all[at + 1]].filter(
    (near) => near?.type === 'control' && isChoice(near) && tokens.holds(row, near.order),
  )
  return inside.length === 1 ? (inside[0]?.element ?? null) : null
}

function isChoice(control: Control): boolean {
  return control.kind === 'choice'
}
