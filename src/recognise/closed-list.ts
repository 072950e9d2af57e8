import { attribute, composedContains, composedParent, elementById, rectOf, tagOf } from '../page/dom'
import { isTall } from '../page/drawn'
import { isWithin } from '../page/geometry'
import { type Block, type Control, hasWords, type Tokens } from '../page/tokens'

/** The list that a control opens, as `aria-controls` or `aria-owns` says. */
export function listOf({ element, kind }: Control): Element | null {
  if (kind !== 'combobox' && kind !== 'text') return null
  const id = attribute(element, 'aria-controls') ?? attribute(element, 'aria-owns')
  return id ? elementById(element, id) : null
}

/** Is it a low button without words that is laid over a text? */
function isLaidOver(element: Element, text: Element): boolean {
  return tagOf(element) === 'button' && !isTall(element) && isWithin(rectOf(text), rectOf(element))
}

/** Answers the text inside a closed list: in the control itself, or beside a bare input in the same box. */
export function shownText(tokens: Tokens): (control: Control) => Block | null {
  return (control) => {
    if (control.kind !== 'combobox') return null
    const index = tokens.indexOf(control)
    const list = listOf(control)
    // Between the two may stand the native list that keeps the value.
    for (const near of [tokens.all[index + 1], tokens.all[index + 2], tokens.all[index - 1]]) {
      if (near?.type !== 'block' || !hasWords(near) || (list && composedContains(list, near.element))) continue
      const box =
        tagOf(control.element) === 'input'
          ? composedParent(composedParent(control.element) ?? control.element)
          : control.element
      if (box && tokens.holds(box, near.order) && !isTall(box)) return near
      if (isLaidOver(control.element, near.element)) return near
    }
    return null
  }
}
