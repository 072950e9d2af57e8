import { customerButtons, DEPARTMENTS, labelledFields, make, makeForm, PACKAGES } from './form'

const HEIGHT = 34
const ROWS = DEPARTMENTS.flatMap(({ name, topics }) => [
  { text: name, group: true },
  ...topics.map((text) => ({ text, group: false })),
])

/** A list that shows a window of its rows, with the same few elements whatever is scrolled to. */
function virtualList(rows) {
  const sent = make('input', { type: 'hidden', name: 'topic' })
  const pool = Array.from({ length: 9 }, () => make('div', { class: 'row' }, document.createTextNode('')))
  const space = make('div', { style: `height: ${rows.length * HEIGHT}px; position: relative` }, ...pool)
  const list = make(
    'div',
    { id: 'list', role: 'listbox', 'aria-label': 'Topic', tabindex: '0', class: 'virtual' },
    space,
  )
  const draw = () => {
    const first = Math.min(Math.floor(list.scrollTop / HEIGHT), rows.length - pool.length)
    pool.forEach((element, at) => {
      const row = rows[first + at]
      element.firstChild.data = row.text
      element.style.top = `${(first + at) * HEIGHT}px`
      element.className = row.group ? 'row group' : 'row'
      if (row.group) element.removeAttribute('role')
      else element.setAttribute('role', 'option')
      element.onclick = () => (sent.value = row.text)
    })
  }
  list.addEventListener('scroll', draw)
  draw()
  return make('div', { class: 'field' }, list, sent)
}

const packages = () =>
  make(
    'div',
    { role: 'radiogroup', 'aria-labelledby': 'package-label', class: 'field' },
    make('div', { id: 'package-label' }, 'Select package…'),
    ...PACKAGES.map((text) =>
      make('div', {}, make('label', {}, make('input', { type: 'radio', name: 'package', value: text }), ` ${text}`)),
    ),
  )

const STAGES = {
  customer: customerButtons,
  details: () => [...labelledFields(), packages(), make('button', {}, 'Login')],
  topic: () => [virtualList(ROWS), make('button', {}, 'Start Chat')],
}

/** The form with a virtualised list. */
export default function mount(root, stage) {
  root.append(
    make(
      'style',
      {},
      `.virtual { height: ${HEIGHT * 8}px; width: 420px; overflow: auto; border: 1px solid #999 } .row { position: absolute; left: 0; right: 0; height: ${HEIGHT}px; line-height: ${HEIGHT}px; padding: 0 12px; box-sizing: border-box; overflow: hidden; cursor: pointer } .group { font-weight: bold; background: #f3f3f3; cursor: default }`,
    ),
    makeForm(...STAGES[stage]()),
  )
}
