import type { Candidate } from '../form/lexicon'
import type { Row } from '../page/rows'
import type { Block, Control } from '../page/tokens'

/** A place on the page that a note could belong to, with all that its English may mean. */
export type Place = FieldPlace | ButtonPlace | RowPlace | OptionPlace

interface AnyPlace {
  /** Place in reading order. */
  readonly order: number
  /** The English as it is shown. */
  readonly english: string
  readonly candidates: readonly Candidate[]
}

/** A text field, password field or list. */
export interface FieldPlace extends AnyPlace {
  readonly type: 'field'
  readonly control: Control
  /** The text that names it, if it stands on the page. */
  readonly label: Block | null
  /** The list that it opens, by the page's own word for it. */
  readonly list: Element | null
  /** What is shown in it as the chosen option, if it is a list that is no `<select>`. */
  readonly shown: Shown | null
  /** What is drawn in place of a native list that is hidden. */
  readonly standIn: Element | null
  /** The options of a native list. */
  readonly options: readonly OptionPlace[]
}

/** A text inside a closed list. */
export interface Shown {
  readonly block: Block
  readonly candidates: readonly Candidate[]
}

/** A button whose words are not text, such as `<input type="submit">`. */
export interface ButtonPlace extends AnyPlace {
  readonly type: 'button'
  readonly element: Element
}

/** A text with what can be done with it. */
export interface RowPlace extends AnyPlace {
  readonly type: 'row'
  readonly row: Row
  /** An empty first option such as "Please select". */
  readonly prompt: boolean
}

/** An option, or the heading of a group of them, in a native list. */
export interface OptionPlace extends AnyPlace {
  readonly type: 'option'
  readonly element: HTMLOptionElement | HTMLOptGroupElement
  /** The group that an option stands in. */
  readonly group: OptionPlace | null
  /** Its list is hidden, and something else is drawn in place of it. */
  readonly unseen: boolean
  /** An empty first option such as "Select package…". */
  readonly prompt: boolean
}

/** All places of a page. */
export interface Places {
  readonly fields: readonly FieldPlace[]
  readonly buttons: readonly ButtonPlace[]
  readonly rows: readonly RowPlace[]
}

/** Is this the list of packages, whatever it is called? */
export function isPackageList(field: Pick<FieldPlace, 'options'>): boolean {
  const has = (id: string) =>
    field.options.some((option) => option.candidates.some(({ entry, exact }) => exact && entry.id === id))
  return has('package.shared') && has('package.domain')
}

/** Something to choose: a text with what can be done with it, or a button whose words are not text. */
export type ChoicePlace = RowPlace | ButtonPlace

/** The element that the words of a choice stand in directly. */
export function innerOf(choice: ChoicePlace): Element {
  return choice.type === 'row' ? choice.row.block.element : choice.element
}

/** The outermost element that shows this choice and no other. */
export function outerOf(choice: ChoicePlace): Element {
  return choice.type === 'row' ? choice.row.element : choice.element
}

/** The element that stands for a place. */
export function elementOf(place: Place): Element {
  if (place.type === 'field') return place.control.element
  if (place.type === 'row') return place.row.owner ?? place.row.block.element
  return place.element
}

/** Answers the English that a text had before a translator changed it; else what is shown. */
export type KnownEnglish = (element: Element, shown: string) => string
