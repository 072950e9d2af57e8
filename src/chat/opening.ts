import type { TFunction } from 'i18next'
import { type Blanks, blanksIn, CHAT, openingMessage } from '../form/chat'
import type { Form } from '../form/form'
import { toPrepare } from '../form/preparation'
import { labelOf } from '../shared/entry-texts'
import type { Pair } from './pair'

/** The topics that have a first message, in the form's order, each with its department; none is chosen. */
export function fillTopics(select: HTMLSelectElement, form: Form, t: TFunction): void {
  const groups = form.entries.filter(({ kind, used }) => kind === 'department' && used)
  select.replaceChildren(
    new Option(t('chat.choose'), ''),
    ...groups.map((department) => {
      const group = document.createElement('optgroup')
      group.label = labelOf(t, department.id)
      const topics = form.entries.filter((entry) => entry.department === department.id && CHAT.openings[entry.id])
      group.append(...topics.map(({ id }) => new Option(labelOf(t, id), id)))
      return group
    }),
  )
}

/**
 * Show the first message about a topic, with a field for each of its blanks; what is typed goes nowhere else. Without a
 * topic there is none: nobody shall copy by mistake that an account is to be cancelled.
 */
export function showOpening(topic: string, fields: HTMLElement, pair: Pair, t: TFunction): void {
  const opening = CHAT.openings[topic] ?? ''
  pair.element.hidden = opening === ''
  if (opening === '') return fields.replaceChildren()
  const details = Object.keys(CHAT.details).filter((name) => toPrepare(topic).includes(name))
  const names = [...blanksIn(opening), ...details]
  const mirror = {
    closing: t('chat.closing'),
    details: Object.fromEntries(details.map((name) => [name, unfilled(t, `chat.details.${name}`)])),
  }
  const inputs = names.map((name) => blankField(name, t))
  const say = () => {
    const blanks: Blanks = Object.fromEntries(inputs.map(({ input }, index) => [names[index] ?? '', input.value]))
    const spoken = unfilled(t, `chat.opening.${topic}`)
    pair.say(openingMessage(CHAT, opening, blanks), openingMessage(mirror, spoken, blanks))
  }
  for (const { input } of inputs) input.addEventListener('input', say)
  fields.replaceChildren(...inputs.map(({ field }) => field))
  say()
}

/** The text with its blanks still in it. */
function unfilled(t: TFunction, key: string): string {
  return t(key, { skipInterpolation: true })
}

function blankField(name: string, t: TFunction): { readonly field: HTMLElement; readonly input: HTMLInputElement } {
  const field = document.createElement('div')
  field.className = 'field'
  const label = document.createElement('label')
  label.htmlFor = `blank-${name}`
  label.textContent = t(`chat.blank.${name}`)
  const input = document.createElement('input')
  input.className = 'input'
  input.id = `blank-${name}`
  input.autocomplete = 'off'
  input.spellcheck = false
  field.append(label, input)
  return { field, input }
}
