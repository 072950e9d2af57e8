import type { Found } from '../sayings/search'
import type { Desk } from './pair'
import { element, make } from './parts'

/** What the customer adds to the first message, of what was told in Spanish. */
export interface Told {
  /** The sentences that were chosen, in English and as the customer reads them. */
  readonly chosen: () => { readonly english: readonly string[]; readonly mirrors: readonly string[] }
  /** Put something into the box, as if the customer had typed it there. */
  readonly tell: (text: string) => void
  readonly clear: () => void
}

/** Finds what customers say for what is told; nothing until it has been loaded. */
export type Search = (text: string, most: number) => readonly Found[]

const MOST = 5

/**
 * The box in which the customer tells the problem once more, or where it stands already because the customer has taken it
 * over from the finder. Nothing of it goes into the message but what is chosen: it is Spanish.
 */
export function createTold(search: Search, changed: () => void, { t }: Desk): Told {
  const box = element<HTMLTextAreaElement>('told')
  const list = element('told-found')
  const chosen = new Map<string, Found>()
  const draw = () => {
    const found = search(box.value, MOST)
    for (const id of [...chosen.keys()]) if (!found.some((one) => one.id === id)) chosen.delete(id)
    const options = found.map((one) => {
      const label = make('label', 'option')
      const input = make('input')
      input.type = 'checkbox'
      input.checked = chosen.has(one.id)
      input.addEventListener('change', () => {
        if (input.checked) chosen.set(one.id, one)
        else chosen.delete(one.id)
        changed()
      })
      label.append(input, make('span', '', one.mirror))
      return label
    })
    const hint = box.value.trim() ? t(found.length ? 'chat.toldFound' : 'chat.toldNone') : ''
    list.replaceChildren(...(hint ? [make('p', 'soft small', hint)] : []), ...options)
    changed()
  }
  box.addEventListener('input', draw)
  return {
    chosen: () => ({
      english: [...chosen.values()].map(({ text }) => text),
      mirrors: [...chosen.values()].map(({ mirror }) => mirror),
    }),
    tell(text) {
      box.value = text
      draw()
    },
    clear() {
      box.value = ''
      chosen.clear()
      draw()
    },
  }
}
