import { createApp, defineComponent, h, reactive, Teleport } from 'vue/dist/vue.runtime.esm-bundler.js'
import { DEPARTMENTS, PACKAGES } from './form'

const Field = ({ label, name, type = 'text' }) =>
  h('div', { class: 'floating' }, [
    h('input', { id: name, name, type, placeholder: ' ' }),
    h('label', { for: name }, label),
  ])

const Customer = () =>
  h('div', { style: 'display: flex; gap: 140px' }, [
    h('button', { name: 'kind', value: 'existing' }, 'Existing Customer'),
    h('button', { name: 'kind', value: 'new' }, 'New Customer'),
  ])

const Details = defineComponent(() => {
  const state = reactive({ open: false, chosen: '' })
  const choose = (text) => Object.assign(state, { chosen: text, open: false })
  return () => [
    h(Field, { label: 'Name', name: 'name' }),
    h(Field, { label: 'Billing Username', name: 'user' }),
    h(Field, { label: 'Password', name: 'pass', type: 'password' }),
    h('input', { type: 'hidden', name: 'package', value: state.chosen }),
    h(
      'div',
      {
        id: 'package',
        class: 'box',
        role: 'button',
        tabindex: 0,
        'aria-haspopup': 'listbox',
        onClick: () => (state.open = !state.open),
      },
      state.chosen || 'Select package…',
    ),
    state.open &&
      h(Teleport, { to: 'body' }, [
        h(
          'ul',
          { class: 'popup', role: 'listbox' },
          PACKAGES.map((text) => h('li', { key: text, role: 'option', onClick: () => choose(text) }, text)),
        ),
      ]),
    h('button', { style: 'margin-top: 120px' }, 'Login'),
  ]
})

const Topic = defineComponent(() => {
  const state = reactive({ open: new Set(), chosen: '' })
  const toggle = (name) => (state.open.has(name) ? state.open.delete(name) : state.open.add(name))
  return () => [
    h('input', { type: 'hidden', name: 'topic', value: state.chosen }),
    DEPARTMENTS.map(({ name, topics }) =>
      h('section', { key: name }, [
        h(
          'button',
          { type: 'button', class: 'header', 'aria-expanded': state.open.has(name), onClick: () => toggle(name) },
          name,
        ),
        state.open.has(name) &&
          h(
            'ul',
            topics.map((topic) =>
              h(
                'li',
                {
                  key: topic,
                  class: { chosen: state.chosen === topic },
                  style: 'cursor: pointer',
                  onClick: () => (state.chosen = topic),
                },
                `${topic}`,
              ),
            ),
          ),
      ]),
    ),
    h('button', 'Start Chat'),
  ]
})

/** The form made with Vue: floating labels, a teleported list, an accordion that mounts what it opens. */
export function formAt(stage) {
  const Stage = { customer: Customer, details: Details, topic: Topic }[stage]
  return { render: () => h('form', { method: 'post', action: '/submit' }, [h(Stage)]) }
}

/** The same with its styles. */
export default function mount(root, stage) {
  const style = `.floating { position: relative; width: 300px; margin: 18px 0 } .floating input { width: 300px; height: 52px; padding: 20px 10px 4px; box-sizing: border-box } .floating label { position: absolute; left: 12px; top: 14px; color: #666; transition: .1s; pointer-events: none } .floating input:focus + label, .floating input:not(:placeholder-shown) + label { top: 3px; font-size: 12px } .box { border: 1px solid #888; width: 278px; padding: 8px 10px } .popup { position: absolute; left: 40px; top: 480px; background: #fff; border: 1px solid #999; width: 300px } .header { width: 100%; text-align: left }`
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }))
  createApp(formAt(stage)).mount(root)
}
