import type { Note } from '../notes/texts'
import { calm } from '../page/calm'
import type { PanelForm, Size } from './docks'
import { make, makeButton } from './element'
import { createNumbers } from './numbers'
import type { PanelView, StepView } from './panel-view'
import type { CompanionTexts } from './texts'
import { createWaySection, type WayActions } from './way-section'

/** What can be done in the panel. */
export interface PanelActions extends WayActions {
  readonly toggle: () => void
  readonly tick: (id: string, done: boolean) => void
  /** Open what to say in the chat, on a page of the extension. */
  readonly chat: () => void
  /** Not to be shown any more, on any page. */
  readonly hide: () => void
}

/** The small window with the steps. */
export interface Panel {
  readonly element: HTMLElement
  /** What it is moved with. */
  readonly handle: HTMLButtonElement
  readonly draw: (view: PanelView) => void
  /** Say what the numbers beside the form mean; answers whether anything has changed. */
  readonly drawNumbers: (notes: readonly Note[]) => boolean
  /** Show it in a form; null hides it. */
  readonly setForm: (form: PanelForm | null) => void
  /** Its size in a form; lays the panel out, if that is not the form that it has. */
  readonly measure: (form: PanelForm) => Size
  readonly focusToggle: () => void
}

/** Make the panel on the companion's stage. */
export function createPanel(stage: HTMLElement, texts: CompanionTexts, actions: PanelActions): Panel {
  const words = texts.companion as Readonly<Record<string, string>>
  const element = make('section', 'panel line unseen')
  element.setAttribute('aria-label', words.region ?? '')
  const head = make('div', 'head')
  const toggle = makeButton('toggle', '', actions.toggle)
  const count = make('span', 'count')
  count.setAttribute('aria-hidden', 'true')
  const line = make('span', 'words')
  const chevron = make('span', 'chevron')
  toggle.append(count, line, chevron)
  const handle = make('button', 'move')
  handle.type = 'button'
  handle.title = `${words.move}. ${words.moveHint}`
  handle.setAttribute('aria-label', words.move ?? '')
  head.append(toggle, handle)
  const bar = make('div', 'bar')
  bar.setAttribute('aria-hidden', 'true')

  const body = make('div', 'body')
  body.id = 'body'
  toggle.setAttribute('aria-controls', body.id)
  const steps = make('ol', '')
  const foot = make('div', 'foot')
  const hide = makeButton('quiet', words.hide ?? '', actions.hide)
  hide.title = words.hideHint ?? ''
  foot.append(makeButton('', words.chat ?? '', actions.chat), hide)
  const way = createWaySection(texts, actions)
  const numbers = createNumbers(words.numbered ?? '')
  body.append(way.element, steps, numbers.element, foot)
  const aloud = make('p', 'aloud')
  aloud.setAttribute('role', 'status')
  element.append(head, bar, body, aloud)
  stage.append(element)

  let said = ''

  const setForm: Panel['setForm'] = (form) => {
    element.classList.toggle('unseen', form === null)
    for (const name of ['open', 'line', 'dot']) element.classList.toggle(name, name === form)
    toggle.setAttribute('aria-expanded', String(form === 'open'))
    toggle.title = form === 'dot' ? said : ''
  }
  return {
    element,
    handle,
    setForm,
    draw(view) {
      const root = element.getRootNode() as ShadowRoot
      count.textContent = view.count
      count.classList.toggle('all', view.finished)
      line.textContent = view.line
      if (said !== view.line) aloud.textContent = view.line
      said = view.line
      bar.replaceChildren(...view.steps.map(({ done }) => make('span', done ? 'done' : '')))
      way.draw(view.way)
      const focused = root.activeElement?.id
      steps.replaceChildren(...view.steps.map((step) => drawStep(step, actions)))
      if (focused) root.getElementById(focused)?.focus({ preventScroll: true })
    },
    measure(form) {
      const now = (['open', 'line', 'dot'] as const).find((one) => element.classList.contains(one)) ?? null
      if (now !== form) setForm(form)
      const { width, height } = element.getBoundingClientRect()
      if (now !== form) setForm(now)
      return { width: Math.ceil(width), height: Math.ceil(height) }
    },
    drawNumbers: numbers.draw,
    focusToggle: () => toggle.focus({ preventScroll: true }),
  }
}

function drawStep({ id, title, done, current, todo, parts }: StepView, { tick }: PanelActions): HTMLElement {
  const item = make('li', `step${done ? ' done' : ''}${current ? ' current' : ''}`)
  if (current) item.setAttribute('aria-current', 'step')
  const box = make('input', '')
  box.type = 'checkbox'
  box.id = `step-${id}`
  box.checked = done
  const changed = (event: Event) => {
    if (event.isTrusted) tick(id, box.checked)
  }
  box.addEventListener('change', calm(changed))
  const label = make('label', '')
  label.append(box, title)
  item.append(label)
  if (todo) item.append(make('p', '', todo))
  if (parts.length > 0) item.append(drawParts(parts))
  return item
}

function drawParts(parts: StepView['parts']): HTMLElement {
  const list = make('ul', 'parts')
  for (const { name, done, state } of parts) {
    const item = make('li', done ? 'done' : '', name)
    item.append(make('span', 'aloud', `: ${state}`))
    list.append(item)
  }
  return list
}
