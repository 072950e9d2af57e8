import { HINT_AFTER, type Note } from '../notes/texts'
import { make } from './element'

/** What the numbers beside the form mean, where the page has no room for words. */
export interface Numbers {
  readonly element: HTMLElement
  /** Show these, from 1; nothing if there are none. Answers whether anything has changed. */
  readonly draw: (notes: readonly Note[]) => boolean
}

/** Make the list; it is empty. @param title what stands above it. */
export function createNumbers(title: string): Numbers {
  const element = make('section', 'numbers')
  element.hidden = true
  const list = make('ol', '')
  element.append(make('p', '', title), list)
  let drawn = '[]'
  return {
    element,
    draw(notes) {
      const said = notes.map(({ label, badge, hint }) => [[label, badge].filter(Boolean).join(' · '), hint])
      const now = JSON.stringify(said)
      if (now === drawn) return false
      drawn = now
      element.hidden = notes.length === 0
      list.replaceChildren(...said.map(([words = '', hint]) => drawNote(words, hint)))
      return true
    },
  }
}

function drawNote(words: string, hint = ''): HTMLElement {
  const item = make('li', '')
  item.append(make('b', '', words), hint && HINT_AFTER + hint)
  return item
}
