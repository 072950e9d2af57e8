import type { Candidate, Lexicon } from '../form/lexicon'
import { type Phrase, phrase } from '../form/phrase'
import { firstChildOf, isElement, nextSiblingOf, optionValue, tagOf } from '../page/dom'
import { standInOf } from '../page/stand-in'
import type { Control } from '../page/tokens'
import type { KnownEnglish, OptionPlace } from './places'

/** Answers the attribute's value that the page itself set, without what the guide wrote over it. */
export type OwnAttribute = (element: Element, name: 'label') => string | null

/** A list of more options is none of the form's. */
const MOST = 1000

/** "Please select", or the name of the list itself, as in "Select package…". */
function isPromptText(words: Phrase, read: readonly Candidate[], lexicon: Lexicon): boolean {
  return words === '' || lexicon.isPrompt(words) || (read.length > 0 && read.every(isField))
}

/** The options of a native list, and the headings of its groups, in their order. */
export function optionsOf(
  control: Control,
  look: (text: string) => readonly Candidate[],
  lexicon: Lexicon,
  own: OwnAttribute,
  english: KnownEnglish,
): readonly OptionPlace[] {
  const found: OptionPlace[] = []
  if ((control.element as HTMLSelectElement).length > MOST) return found
  const unseen = standInOf(control.element) !== null
  const read = (parent: Element, group: OptionPlace | null) => {
    for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) {
      if (!isElement(node)) continue
      if (found.length > MOST) return
      const tag = tagOf(node)
      if (tag === 'option') found.push(place(node as HTMLOptionElement, group))
      else if (tag === 'optgroup' && group === null) {
        const heading = place(node as HTMLOptGroupElement, null)
        found.push(heading)
        read(node, heading)
      }
    }
  }
  const place = (element: HTMLOptionElement | HTMLOptGroupElement, group: OptionPlace | null): OptionPlace => {
    const shown = own(element, 'label') || (tagOf(element) === 'option' ? (element as HTMLOptionElement).text : '')
    const text = english(element, shown)
    const words = phrase(text)
    const read = look(text)
    const value = optionValue(element)
    const first = found.at(-1)?.prompt ?? true
    return {
      type: 'option',
      order: control.order,
      english: text,
      candidates: read,
      element,
      group,
      unseen,
      prompt: tagOf(element) === 'option' && first && (value === '' || isPromptText(words, read, lexicon)),
    }
  }
  read(control.element, null)
  return found.length > MOST ? [] : found
}

function isField(candidate: Candidate): boolean {
  return candidate.entry.kind === 'field'
}
