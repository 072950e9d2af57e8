import type { TFunction } from 'i18next'
import type { StepProgress } from '../form/progress'

/**
 * Draw the checklist, keeping the focus where it was.
 * @param current the id of the step that the page is at, or null.
 */
export function drawChecklist(
  list: HTMLElement,
  steps: readonly StepProgress[],
  current: string | null,
  t: TFunction,
  tick: (id: string, done: boolean) => void,
): void {
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : null
  list.replaceChildren(...steps.map((step) => drawStep(step, step.id === current, t, tick)))
  if (focused) list.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus()
}

function drawStep(
  step: StepProgress,
  current: boolean,
  t: TFunction,
  tick: (id: string, done: boolean) => void,
): HTMLElement {
  const item = document.createElement('li')
  item.className = step.done ? 'step done' : 'step'
  if (current) item.setAttribute('aria-current', 'step')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.id = `step-${step.id}`
  box.checked = step.done
  box.addEventListener('change', () => tick(step.id, box.checked))
  const label = document.createElement('label')
  label.className = 'option'
  label.append(box, text('span', t(`step.${step.id}.title`)))
  item.append(label)
  if (!step.done) item.append(text('p', t(`step.${step.id}.todo`)))
  const parts = Object.entries(step.parts)
  if (current && !step.done && parts.length > 1) item.append(drawParts(parts, t))
  return item
}

function drawParts(parts: readonly [string, boolean][], t: TFunction): HTMLElement {
  const list = document.createElement('ul')
  list.className = 'parts'
  for (const [id, done] of parts) {
    const item = text('li', t(`part.${id}`))
    if (done) item.className = 'done'
    const state = text('span', `: ${t(done ? 'state.done' : 'state.pending')}`)
    state.className = 'visually-hidden'
    item.append(state)
    list.append(item)
  }
  return list
}

function text(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = content
  return element
}
