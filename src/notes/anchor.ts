import type { Box } from '../page/box'
import type { PillForm } from './pill-form'

/** Where a pill belongs, and what it must not cover; all in CSS pixels of the viewport. */
export interface Anchor {
  /** The box of the English words, or null if they stand nowhere but inside the control. */
  readonly words: Box | null
  readonly control: Box
  /** The box around all lines of the words, if they have several. */
  readonly named?: Box | null
  /**
   * Buttons have their note below, fields beside. Choices side by side have theirs where none hides another's, and words in
   * the middle of a row right after them.
   */
  readonly side: 'below' | 'beside' | 'abreast' | 'centred'
  /** What the note must not stand out of, as a small window of the page's own; null if the window is all. */
  readonly within: Box | null
}

/** Where a pill goes, and in which of its forms. */
export interface Place {
  readonly box: Box
  readonly form: PillForm
  /** The line from the pill to what it belongs to, if it needs one. */
  readonly stem?: Box
  /** It has no room but for a number, whether that is what is shown or, as the customer is there, what it means. */
  readonly isNumbered?: boolean
}
