import { customerButtons, DEPARTMENTS, labelledFields, make, makeForm, PACKAGES } from './form'

const radio = (name, text, at) => {
  const id = `${name}-${at}`
  return make(
    'div',
    { class: 'radio' },
    make('input', { type: 'radio', id, name, value: text, class: 'real' }),
    make('label', { for: id, class: 'drawn' }, text),
  )
}
let count = 0
const fieldset = (legend, name, texts) =>
  make('fieldset', {}, make('legend', {}, legend), ...texts.map((text) => radio(name, text, count++)))

const STAGES = {
  customer: customerButtons,
  details: () => [...labelledFields(), fieldset('Select package…', 'package', PACKAGES), make('button', {}, 'Login')],
  topic: () => [
    ...DEPARTMENTS.map(({ name, topics }) => fieldset(name, 'topic', topics)),
    make('button', {}, 'Start Chat'),
  ],
}

/** Radios that are drawn beside a see-through input, in a modal dialog that is moved by a transform and scrolls. */
export default function mount(root, stage) {
  root.append(
    make(
      'style',
      {},
      `dialog { max-height: 90vh; overflow: auto; transform: translate(20px, 10px); width: 640px } .radio { position: relative; padding-left: 44px; min-height: 40px; clear: left } .real { position: absolute; left: -2px; top: -2px; width: 44px; height: 44px; opacity: 0; margin: 0 } .drawn { display: block; padding: 7px 12px } .drawn::before { content: ''; position: absolute; left: 0; top: 0; width: 36px; height: 36px; border: 2px solid; border-radius: 50% } fieldset { border: 0; margin: 0 0 16px } legend { font-size: 19px; font-weight: bold }`,
    ),
  )
  const dialog = make('dialog', {}, makeForm(...STAGES[stage]()))
  root.append(dialog)
  dialog.showModal()
}
