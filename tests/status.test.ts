import { beforeEach, describe, expect, it } from 'vitest'
import type { Form } from '../src/form/form'
import hostgatorChat from '../src/form/hostgator-chat.json'
import type { Touch } from '../src/page/touch'
import { rememberPresses } from '../src/recognise/chosen'
import type { Recognition } from '../src/recognise/recognise'
import { statusOf } from '../src/status'

const untouched: Touch = { lastInput: () => -1, hasInput: () => false, wasVisited: () => false, lastPress: () => 0 }
const typedIn = (field: Element): Touch => ({ ...untouched, hasInput: (one) => one === field })

/** A list in which one can type, with one option that nobody has reviewed. */
function seen(english: string): Recognition {
  const [field, list, option] = ['input', 'ul', 'li'].map((tag) => document.querySelector(tag) as HTMLElement)
  const row = { type: 'row', english, row: { owner: option, block: { element: option } } }
  const box = { type: 'field', english: 'Topic', list, control: { element: field }, options: [] }
  const matches = [
    { place: box, entry: 'prompt' },
    { place: row, entry: 'unknown' },
  ]
  return { scopes: [], matches, presses: rememberPresses() } as unknown as Recognition
}

describe('the labels that nobody has reviewed', () => {
  beforeEach(() => {
    document.body.innerHTML = '<input role="combobox"><ul role="listbox"><li role="option"></li></ul>'
  })
  const unknownOf = (english: string, touch: Touch) => statusOf(hostgatorChat as Form, seen(english), touch).unknown

  it('are those of the form’s new options', () => {
    expect(unknownOf('Gift Cards', untouched)).toEqual(['Gift Cards'])
  })

  it('are none of what a list makes of what is typed in it', () => {
    expect(unknownOf('Create "ana@example.com"', typedIn(document.querySelector('input') as Element))).toEqual([])
  })

  it('are none that are longer than a label', () => {
    expect(unknownOf('secret '.repeat(200), untouched)).toEqual([])
  })
})

describe('the topic', () => {
  it('is chosen once the button was pressed whose value it is', () => {
    document.body.innerHTML = '<input type="button" value="Spam">'
    const element = document.querySelector('input') as Element
    const entry = (hostgatorChat as Form).entries.find(({ id }) => id === 'topic.spam')
    const recognition = {
      presses: rememberPresses(),
      scopes: [],
      matches: [{ place: { type: 'button', english: 'Spam', element }, entry }],
    }
    const isDone = (touch: Touch) =>
      statusOf(hostgatorChat as Form, recognition as unknown as Recognition, touch).steps.some(
        ({ parts }) => parts.topic,
      )
    expect([isDone(untouched), isDone({ ...untouched, lastPress: (one) => Number(one === element) })]).toEqual([
      false,
      true,
    ])
  })
})

describe('what a closed list shows as chosen', () => {
  const { entries } = hostgatorChat as Form
  const byId = (id: string) => entries.find((entry) => entry.id === id)
  const partsWith = (ids: readonly string[], wanted: string | null = null) => {
    document.body.innerHTML = '<div role="combobox"></div>'
    const element = document.querySelector('div') as Element
    const candidates = ids.map((id) => ({ entry: byId(id), exact: true, weight: 1 }))
    const place = {
      type: 'field',
      english: 'Topic',
      control: { element },
      options: [],
      list: null,
      shown: { candidates },
    }
    const recognition = {
      presses: rememberPresses(),
      scopes: [],
      matches: [{ place, entry: byId('topic') }],
    } as unknown as Recognition
    const { steps } = statusOf(hostgatorChat as Form, recognition, untouched, wanted)
    return steps.find(({ parts }) => 'topic' in parts)?.parts
  }

  it('ticks its step, unless another topic is wanted', () => {
    expect(partsWith(['topic.spam'])).toMatchObject({ topic: true, department: true })
    expect(partsWith(['topic.spam'], 'topic.ssl')).toMatchObject({ topic: false, department: false })
  })

  it('ticks nothing where the guide does not use it, or it may mean two things', () => {
    expect(partsWith(['topic.design'])).toMatchObject({ topic: false })
    expect(partsWith(['topic.spam', 'topic.ssl'])).toMatchObject({ topic: false })
  })
})
