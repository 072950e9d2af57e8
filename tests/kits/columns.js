import { customerButtons, DEPARTMENTS, make, makeForm, PACKAGES } from './form'

const column = (text, style = '') => make('span', { style }, text)
const row = (...children) =>
  make('div', { style: 'display: flex; justify-content: space-between; width: 400px; margin: 22px 0' }, ...children)

const FIELDS = [
  ['Name', 'name', 'text'],
  ['Billing Username', 'user', 'text'],
  ['Password', 'pass', 'password'],
]

function topics(sent) {
  return DEPARTMENTS.map(({ name, topics }) =>
    make(
      'details',
      { open: '' },
      make('summary', {}, make('span', { class: 'line' }, column(name), column(`${topics.length}`))),
      ...topics.map((text) =>
        make(
          'button',
          { type: 'button', class: 'line', click: () => (sent.value = text) },
          column('›'),
          column(text, 'flex: 1; text-align: left; padding-left: 10px'),
          column('+'),
        ),
      ),
    ),
  )
}

/** Rows of `<span>`s that the style sheet makes columns and badges of, with nothing else to tell them apart. */
export default function mount(root, stage) {
  const sent = make('input', { type: 'hidden', name: stage === 'topic' ? 'topic' : 'package', value: '' })
  root.append(
    make(
      'style',
      {},
      `.line { display: flex; justify-content: space-between; width: 640px; margin: 4px 0 } .badge { display: block; width: 300px; margin: 6px 0; border: 1px solid #888; border-radius: 16px; padding: 4px 12px; cursor: pointer }`,
    ),
  )
  const form = makeForm(sent)
  root.append(form)
  if (stage === 'customer') form.append(...customerButtons())
  if (stage === 'details')
    form.append(
      ...FIELDS.map(([label, name, type]) => row(column(label), column('*'), make('input', { name, type }))),
      make('p', {}, 'Select package…'),
      make(
        'div',
        {},
        ...PACKAGES.map((text) => make('span', { class: 'badge', click: () => (sent.value = text) }, text)),
      ),
      make('button', {}, 'Login'),
    )
  if (stage === 'topic') form.append(...topics(sent), make('button', {}, 'Start Chat'))
}
