import { customerButtons, DEPARTMENTS, labelledFields, make, makeForm, PACKAGES } from './form'

/** A list without any roles, at the end of the body, as older kits make it. */
function plainSelect(name, prompt, texts) {
  const sent = make('input', { type: 'hidden', name })
  const box = make('div', { id: name, class: 'box', tabindex: '0' }, make('span', { class: 'value' }, prompt))
  box.addEventListener('click', () => {
    const { left, bottom } = box.getBoundingClientRect()
    const popup = make('div', { class: 'popup', style: `left: ${left + scrollX}px; top: ${bottom + scrollY + 2}px` })
    const choose = (text) => () => {
      sent.value = text
      box.firstChild.textContent = text
      popup.remove()
    }
    popup.append(...texts.map((text) => make('div', { class: 'item', click: choose(text) }, text)))
    document.body.append(popup)
  })
  return make('div', { class: 'field' }, box, sent)
}

/** A menu of departments whose topics open in a second column. */
function cascader() {
  const sent = make('input', { type: 'hidden', name: 'topic' })
  const box = make('button', { id: 'topic', type: 'button', 'aria-haspopup': 'menu', class: 'box' }, 'How can we help?')
  const popup = make('div', { class: 'popup columns', hidden: '' })
  const topics = make('ul', { role: 'menu', class: 'column' })
  const departments = make('ul', { role: 'menu', class: 'column' })
  const choose = (topic) => () => {
    sent.value = topic
    box.textContent = topic
    popup.hidden = true
  }
  const open = (item, list) => () => {
    for (const other of departments.children) other.setAttribute('aria-expanded', String(other === item))
    topics.replaceChildren(
      ...list.map((topic) =>
        make('li', { role: 'menuitem', tabindex: '-1', class: 'item', click: choose(topic) }, topic),
      ),
    )
    topics.hidden = list.length === 0
  }
  for (const { name, topics: list } of DEPARTMENTS) {
    const item = make(
      'li',
      { role: 'menuitem', tabindex: '-1', class: 'item', 'aria-haspopup': 'menu' },
      make('span', {}, name),
      make('span', { style: 'float: right' }, '›'),
    )
    item.addEventListener('click', open(item, list))
    departments.append(item)
  }
  topics.hidden = true
  popup.append(departments, topics)
  box.addEventListener('click', () => {
    const { left, bottom } = box.getBoundingClientRect()
    Object.assign(popup.style, { left: `${left}px`, top: `${bottom + 2}px` })
    popup.hidden = !popup.hidden
  })
  document.body.append(popup)
  return make('div', { class: 'field' }, box, sent)
}

const STAGES = {
  customer: customerButtons,
  details: () => [
    ...labelledFields(),
    plainSelect('package', 'Select package…', PACKAGES),
    make('button', {}, 'Login'),
  ],
  topic: () => [cascader(), make('button', {}, 'Start Chat')],
}

/** The form with a list without roles and a menu with submenus, both portals. */
export default function mount(root, stage) {
  root.append(
    make(
      'style',
      {},
      `.popup { position: absolute; z-index: 9; background: #fff; box-shadow: 0 2px 8px #0005 } .columns:not([hidden]) { display: flex } .column { width: 260px; padding: 0; border-right: 1px solid #ddd } .item { padding: 6px 12px; cursor: pointer; list-style: none; min-width: 240px } .box { border: 1px solid #888; padding: 6px 10px; width: 300px; text-align: left; cursor: pointer }`,
    ),
    makeForm(...STAGES[stage]()),
  )
}
