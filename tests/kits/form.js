import { DEPARTMENTS as ENTRIES } from '../support/words'

/** What the form says, for the kits to build it from: departments with their topics. */
export const DEPARTMENTS = ENTRIES.map(([name, , topics]) => ({ name, topics: topics.map(([topic]) => topic) }))
export const DEPARTMENT_NAMES = DEPARTMENTS.map(({ name }) => name)
export const PACKAGES = ['Shared', 'Domain']

/** The topics of a department. */
export const topicsOf = (name) => DEPARTMENTS.find((department) => department.name === name)?.topics ?? []

/** Make an element in one expression. Attributes whose value is a function become listeners. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== false) element.setAttribute(name, value)
  }
  element.append(...children)
  return element
}

/** A form that is sent to the server of the tests. */
export function makeForm(...children) {
  return make('form', { method: 'post', action: '/submit' }, ...children)
}

/** The stages that most kits build in the same way: the two buttons, and the typed fields. */
export const customerButtons = () => [
  make('button', { name: 'kind', value: 'existing', style: 'margin-right: 140px' }, 'Existing Customer'),
  make('button', { name: 'kind', value: 'new' }, 'New Customer'),
]

export const labelledFields = () =>
  [
    ['Name', 'name', 'text'],
    ['Billing Username', 'user', 'text'],
    ['Password', 'pass', 'password'],
  ].map(([label, name, type]) =>
    make(
      'div',
      { class: 'field' },
      make('label', { for: name }, label),
      make('input', { id: name, name, type, autocomplete: 'off' }),
    ),
  )
