import { blanksIn, CHAT, openingMessage } from '../form/chat'
import type { Form } from '../form/form'
import { toPrepare } from '../form/preparation'
import { labelOf } from '../shared/entry-texts'
import { blankField } from './blank-field'
import { createPair, type Desk } from './pair'
import { make } from './parts'
import type { Told } from './told'

/** The first message, as it follows from the topic that is chosen. */
export interface Opening {
  /** Show it for a topic; without one there is none, so that nobody copies by mistake that an account is to be cancelled. */
  readonly show: (topic: string) => void
  /** Show it again, because what was told has changed. */
  readonly again: () => void
}

/** The topics that have a first message, in the form's order, each with its department; none is chosen. */
export function fillTopics(select: HTMLSelectElement, form: Form, t: Desk['t']): void {
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

/** @param root where the choices and fields go. @param message where the message goes. */
export function createOpening(root: HTMLElement, message: HTMLElement, told: Told, desk: Desk): Opening {
  const { t, blanks } = desk
  const pair = createPair(desk, false)
  const mirror = {
    greeting: t('chat.greeting'),
    closing: t('chat.closing'),
    details: t('chat.details', { returnObjects: true, skipInterpolation: true }) as Readonly<Record<string, string>>,
  }
  let topic = ''
  let choice = 0
  const say = () => {
    const text = CHAT.openings[topic]?.[choice]
    pair.element.hidden = text === undefined
    if (text === undefined) return
    const { english, mirrors } = told.chosen()
    const meaning = mirrorsOf(topic, t)[choice] ?? ''
    const filled = blanks.values()
    pair.say(openingMessage(CHAT, text, english, filled), openingMessage(mirror, meaning, mirrors, filled))
  }
  const drawFields = () => {
    const details = Object.keys(CHAT.details).filter((name) => toPrepare(topic).includes(name))
    const names = [...new Set([...blanksIn(CHAT.openings[topic]?.[choice] ?? ''), ...details])]
    fields.replaceChildren(...names.map((name) => blankField(name, desk)))
    say()
  }
  const choices = make('div', 'choices')
  const fields = make('div', 'fields')
  root.replaceChildren(choices, fields)
  message.append(pair.element)
  blanks.follow(message, say)
  const choose = (place: number) => {
    choice = place
    drawFields()
  }
  return {
    show(next) {
      topic = next
      choices.replaceChildren(...choicesOf(mirrorsOf(topic, t), t('chat.which'), choose))
      choose(0)
    },
    again: say,
  }
}

function mirrorsOf(topic: string, t: Desk['t']): readonly string[] {
  // A topic's id has dots in it, which are no steps into the texts.
  const all = t('chat.opening', { returnObjects: true, skipInterpolation: true })
  return (all as unknown as Readonly<Record<string, readonly string[]>>)[topic] ?? []
}

/** One choice for each thing that a message may say; none where there is only one. */
function choicesOf(mirrors: readonly string[], title: string, choose: (place: number) => void): readonly HTMLElement[] {
  if (mirrors.length < 2) return []
  const set = make('fieldset')
  set.append(make('legend', '', title))
  mirrors.forEach((text, place) => {
    const label = make('label', 'option')
    const input = make('input')
    input.type = 'radio'
    input.name = 'opening'
    input.checked = place === 0
    input.addEventListener('change', () => choose(place))
    label.append(input, make('span', '', text.replace(/\{\{\w+\}\}/g, '…').replace(/…\./g, '…')))
    set.append(label)
  })
  return [set]
}
