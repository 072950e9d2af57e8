import Choices from 'choices.js'
import 'choices.js/public/assets/styles/choices.css'
import $ from 'jquery'
import select2 from 'select2'
import 'select2/dist/css/select2.css'
import { customerButtons, DEPARTMENTS, labelledFields, make, makeForm, PACKAGES } from './form'

const optionOf = (text) => make('option', {}, text)
const packages = () =>
  make(
    'select',
    { id: 'package', name: 'package' },
    make('option', { value: '' }, 'Select package…'),
    ...PACKAGES.map(optionOf),
  )
const topics = () =>
  make(
    'select',
    { id: 'topic', name: 'topic' },
    make('option', { value: '' }, 'Please select'),
    ...DEPARTMENTS.map(({ name, topics: list }) => make('optgroup', { label: name }, ...list.map(optionOf))),
  )
const field = (id, label, select) =>
  make('div', { class: 'field', id: `${id}-field`, style: 'width: 320px' }, make('label', { for: id }, label), select)

const STAGES = {
  customer: customerButtons,
  details: () => [...labelledFields(), field('package', 'Hosting Package', packages()), make('button', {}, 'Login')],
  topic: () => [field('topic', 'Topic', topics()), make('button', {}, 'Start Chat')],
}

/** Native lists hidden behind a look-alike: Choices, whose list is in place, and select2, whose list is a portal. */
export default function mount(root, stage, variant) {
  root.append(makeForm(...STAGES[stage]()))
  const select = root.querySelector('select')
  if (!select) return
  if (variant === 'choices')
    return void new Choices(select, { searchEnabled: false, shouldSort: false, itemSelectText: '', position: 'bottom' })
  select2(window, $)
  $(select).select2({ minimumResultsForSearch: -1, width: '300px' })
}
