import type { Lexicon } from '../form/lexicon'
import { attribute, isFormLike, tagOf } from '../page/dom'
import { inherited } from '../page/inherited'
import { within } from '../page/spans'
import type { Block, Tokens } from '../page/tokens'
import { isLandmark } from './elsewhere'
import type { FieldPlace } from './places'

/** Tells what is another form than ours. A stranger's link, search box or list of languages beside the form is none. */
export interface Strangers {
  /** Do words in an element say that it is a shop? @param isOwn whether it is all that belongs to the form. */
  readonly areIn: (element: Element, isOwn: boolean) => boolean
  /** Are there fields to be filled in, in the same form as an element, that make it another one? */
  readonly fillIn: (element: Element, fields: readonly FieldPlace[]) => boolean
}

/** So many fields of something else are a form of something else; one may be the box of a chat. */
const FORM = 2

export function strangersOn(tokens: Tokens, lexicon: Lexicon): Strangers {
  const isAside = inherited(false, (element, around) => around || isLink(element) || isLandmark(element))
  const isHere = ({ element }: Block) => !isAside(element) && tokens.isSeen(element)
  const strange = tokens.blocks.filter(({ phrase }) => lexicon.isStranger(phrase)).filter(isHere)
  const inviting = tokens.blocks.filter(({ phrase }) => lexicon.isInvitation(phrase)).filter(isHere)
  const formOf = inherited<Element | null>(null, (element, around) => (isFormLike(element) ? element : around))
  return {
    areIn: (element, isOwn) => {
      const span = tokens.spanOf(element)
      return within(strange, span).length > 0 || (isOwn && within(inviting, span).length > 0)
    },
    fillIn: (element, fields) => {
      const form = formOf(element)
      const foreign = fields.filter(
        ({ control }) => isTypedInto(control.element) && formOf(control.element) === form && !isAside(control.element),
      )
      return foreign.length >= FORM || foreign.some(({ control }) => isPersonal(control.element))
    },
  }
}

function isLink(element: Element): boolean {
  return tagOf(element) === 'a' && attribute(element, 'href') !== null
}

/** A line to be typed in; a box of several lines is one to write a message in. */
function isTypedInto(element: Element): boolean {
  return tagOf(element) === 'input' && !/^(?:combobox|listbox)$/.test(attribute(element, 'role') ?? '')
}

/** Does it ask who somebody is? */
function isPersonal(element: Element): boolean {
  return /^(?:password|email|tel)$/i.test(attribute(element, 'type') ?? '')
}
