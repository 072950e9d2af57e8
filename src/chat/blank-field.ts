import type { Desk } from './pair'
import { make } from './parts'

let made = 0

/** A field for a blank. All fields of one blank say the same. */
export function blankField(name: string, { t, blanks }: Pick<Desk, 't' | 'blanks'>): HTMLElement {
  const field = make('div', 'field')
  const label = make('label', '', t(`chat.blank.${name}`))
  const input = make('input', 'input')
  made += 1
  input.id = `blank-${made}`
  label.htmlFor = input.id
  input.dataset.blank = name
  input.autocomplete = 'off'
  input.spellcheck = false
  input.value = blanks.values()[name] ?? ''
  input.addEventListener('input', () => blanks.set(name, input.value))
  blanks.follow(input, () => {
    const value = blanks.values()[name] ?? ''
    if (input.value !== value) input.value = value
  })
  field.append(label, input)
  return field
}
