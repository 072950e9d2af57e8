import $ from 'jquery'
import { customerButtons, DEPARTMENTS, labelledFields, make, makeForm, PACKAGES } from './form'

const header = (name) => make('h3', { class: 'header' }, make('a', { href: '#' }, name))
const panel = (topics) =>
  make(
    'ul',
    { class: 'panel' },
    ...topics.map((topic) => make('li', {}, make('a', { href: '#', class: 'topic' }, topic))),
  )

const STAGES = {
  customer: customerButtons,
  details: () => [
    ...labelledFields(),
    make(
      'div',
      { class: 'field' },
      make('span', {}, 'Select package…'),
      make('input', { type: 'hidden', name: 'package' }),
      ...PACKAGES.map((text) => make('a', { href: '#', class: 'choice', style: 'display: block; padding: 6px' }, text)),
    ),
    make('button', {}, 'Login'),
  ],
  topic: () => [
    make('input', { type: 'hidden', name: 'topic' }),
    ...DEPARTMENTS.flatMap(({ name, topics }) => [header(name), panel(topics)]),
    make('button', {}, 'Start Chat'),
  ],
}

/** The form made with jQuery: an accordion that slides, and links whose text is what is sent. */
export default function mount(root, stage) {
  root.append(makeForm(...STAGES[stage]()))
  const send = (name) => (event) => {
    event.preventDefault()
    $(`input[name=${name}]`).val($(event.currentTarget).text())
  }
  $('.topic').on('click', send('topic'))
  $('.choice').on('click', send('package'))
  $('.panel').hide()
  $('.header').on('click', (event) => {
    event.preventDefault()
    $(event.currentTarget).next().slideToggle(120)
  })
}
