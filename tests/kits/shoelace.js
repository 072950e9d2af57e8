import '@shoelace-style/shoelace/dist/components/button/button.js'
import '@shoelace-style/shoelace/dist/components/details/details.js'
import '@shoelace-style/shoelace/dist/components/input/input.js'
import '@shoelace-style/shoelace/dist/components/option/option.js'
import '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js'
import '@shoelace-style/shoelace/dist/components/radio/radio.js'
import '@shoelace-style/shoelace/dist/components/select/select.js'
import '@shoelace-style/shoelace/dist/themes/light.css'
import { DEPARTMENTS, make, makeForm, PACKAGES } from './form'

const field = (label, name, type = 'text') =>
  make('div', { class: 'field', style: 'width: 300px' }, make('sl-input', { label, name, type }))
const optionOf = (text) => make('sl-option', { value: text.replace(/\W/g, '-') }, text)
const radioOf = (text) => make('sl-radio', { value: text }, text)

const STAGES = {
  customer: () => [
    make(
      'sl-button',
      { type: 'submit', name: 'kind', value: 'existing', style: 'margin-right: 140px' },
      'Existing Customer',
    ),
    make('sl-button', { type: 'submit', name: 'kind', value: 'new' }, 'New Customer'),
  ],
  details: () => [
    field('Name', 'name'),
    field('Billing Username', 'user'),
    field('Password', 'pass', 'password'),
    make(
      'div',
      { class: 'field', style: 'width: 300px' },
      make(
        'sl-select',
        { id: 'package', label: 'Hosting Package', name: 'package', placeholder: 'Select package…' },
        ...PACKAGES.map(optionOf),
      ),
    ),
    make('sl-button', { type: 'submit', variant: 'primary' }, 'Login'),
  ],
  topic: () => [
    ...DEPARTMENTS.map(({ name, topics }) =>
      make(
        'sl-details',
        { summary: name, open: '' },
        make('sl-radio-group', { name: 'topic' }, ...topics.map(radioOf)),
      ),
    ),
    make('sl-button', { type: 'submit' }, 'Start Chat'),
  ],
}

/** The form made of Shoelace: fields and lists in open shadow roots, with slots. */
export default function mount(root, stage) {
  root.append(makeForm(...STAGES[stage]()))
}
