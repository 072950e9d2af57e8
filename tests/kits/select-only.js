import { customerButtons, DEPARTMENT_NAMES, labelledFields, make, makeForm, PACKAGES, topicsOf } from './form'

/**
 * A select-only combobox: focus stays on it, `aria-activedescendant` says which option is the current one.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-select-only/
 */
function combobox({ id, label, prompt, texts, portal, onChange }) {
  const list = make('div', {
    id: `${id}-list`,
    role: 'listbox',
    'aria-labelledby': `${id}-label`,
    tabindex: '-1',
    class: 'list',
    hidden: '',
  })
  const sent = make('input', { type: 'hidden', name: id })
  const box = make(
    'div',
    {
      id,
      class: 'box',
      role: 'combobox',
      tabindex: '0',
      'aria-controls': list.id,
      'aria-expanded': 'false',
      'aria-haspopup': 'listbox',
      'aria-labelledby': `${id}-label`,
    },
    prompt,
  )
  const show = (open) => {
    box.setAttribute('aria-expanded', String(open))
    list.hidden = !open
    const { left, bottom } = box.getBoundingClientRect()
    if (portal)
      Object.assign(list.style, { position: 'absolute', left: `${left + scrollX}px`, top: `${bottom + scrollY}px` })
  }
  const fill = (options) => {
    list.replaceChildren(
      ...options.map((text, at) =>
        make(
          'div',
          {
            id: `${id}-${at}`,
            role: 'option',
            'aria-selected': 'false',
            class: 'option',
            click: () => {
              box.textContent = text
              sent.value = text
              show(false)
              onChange?.(text)
            },
          },
          text,
        ),
      ),
    )
  }
  box.addEventListener('click', () => show(list.hidden))
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false)
    if (event.key !== 'ArrowDown') return
    show(true)
    const at = Number((box.getAttribute('aria-activedescendant') ?? `${id}--1`).split('-').at(-1)) + 1
    for (const [index, option] of [...list.children].entries()) option.classList.toggle('current', index === at)
    box.setAttribute('aria-activedescendant', `${id}-${at}`)
  })
  fill(texts)
  const wrapper = make(
    'div',
    { class: 'field', style: 'position: relative; width: 300px' },
    make('div', { id: `${id}-label` }, label),
    box,
    sent,
  )
  ;(portal ? document.body : wrapper).append(list)
  return { wrapper, fill }
}

/** The form made after the patterns of the ARIA Authoring Practices. */
export default function mount(root, stage, variant) {
  const portal = variant === 'portal'
  root.append(
    make(
      'style',
      {},
      `.list { position: absolute; z-index: 5; background: #fff; border: 1px solid #888; width: 298px } .option { padding: 5px 10px; cursor: default; white-space: nowrap; overflow: hidden; text-overflow: ellipsis } .current { outline: 2px solid #06c } .box { border: 1px solid #888; padding: 6px 10px; min-height: 24px }`,
    ),
  )
  const form = makeForm()
  root.append(form)
  if (stage === 'customer') form.append(...customerButtons())
  if (stage === 'details') {
    const list = combobox({
      id: 'package',
      label: 'Hosting Package',
      prompt: 'Select package…',
      texts: PACKAGES,
      portal,
    })
    form.append(...labelledFields(), list.wrapper, make('button', {}, 'Login'))
  }
  if (stage === 'topic') {
    const topic = combobox({ id: 'topic', label: 'Topic', prompt: 'Please select', texts: [], portal })
    const department = combobox({
      id: 'department',
      label: 'Department',
      prompt: 'Please select',
      texts: DEPARTMENT_NAMES,
      portal,
      onChange: (name) => topic.fill(topicsOf(name)),
    })
    form.append(department.wrapper, topic.wrapper, make('button', {}, 'Start Chat'))
  }
}
