import type { Phrase } from '../form/phrase'
import type { ControlKind } from './control-kind'
import type { Sight } from './seen'

/** A run of text that a person reads as one: the words of a label, a link, a row, a heading. */
export interface Block {
  readonly type: 'block'
  /** Place in reading order, shared with the controls. */
  readonly order: number
  /** The element that the text stands in directly. */
  readonly element: Element
  /** The last text node with words in it; a note goes right after it. */
  readonly last: Text
  /** What ends it, such as a star after the words; the words themselves if nothing does. */
  readonly end: Text
  /** What is shown, as it stands; empty if longer than any name. */
  readonly text: string
  /** A translator has put its own words beside it, which are left out. */
  readonly isBilingual: boolean
  readonly phrase: Phrase
  /** How many letters it has, prose included. */
  readonly letters: number
  /** It stands in the middle of a sentence, like a link in a paragraph. */
  readonly inProse: () => boolean
}

/** A control without words of its own inside: what it is called stands elsewhere. */
export interface Control {
  readonly type: 'control'
  readonly order: number
  readonly element: Element
  readonly kind: ControlKind
}

export type Token = Block | Control

/** Everything on a page that could matter, in reading order. */
export interface Tokens extends Sight {
  readonly all: readonly Token[]
  readonly blocks: readonly Block[]
  readonly controls: readonly Control[]
  /** The `<label>` elements that were met. */
  readonly labels: readonly Element[]
  /** Where a token stands in `all`. */
  readonly indexOf: (token: Token) => number
  /** Open shadow roots that were met; each needs an observer of its own. */
  readonly roots: readonly ShadowRoot[]
  /** Is what has this place in reading order drawn inside an element? Costs the same on any page. */
  readonly holds: (outer: Element, order: number) => boolean
  /** Where an element begins in reading order, and where it has ended; null if it was not met, as one that is new since. */
  readonly spanOf: (element: Element) => readonly [from: number, to: number] | null
}
