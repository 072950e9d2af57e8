import type { Answer } from '../finder/find'
import type { Form } from '../form/form'
import { firstFor, labelOf } from '../shared/entry-texts'
import type { TopicFinderOptions } from './topic-finder'

type Found = Extract<Answer, { readonly topics: readonly string[] }>

/** The way through the form's lists to an entry, in English: "Domain › DNS Assistance". */
export function pathOf(id: string, form: Form): string {
  const entry = form.entries.find((other) => other.id === id)
  const department = form.entries.find((other) => other.id === entry?.department)
  const names = [department?.texts[0], entry?.texts[0]].filter((name) => name !== undefined)
  return [...new Set(names)].join(' › ')
}

/** Draw the topics that were found, the best first. */
export function drawTopics(found: Found, options: TopicFinderOptions): readonly HTMLElement[] {
  const { t } = options
  const drawn = found.topics.map((id) => drawTopic(id, options))
  const [best, ...others] = drawn
  if (!best) return []
  if (found.kind === 'unused') return [list(drawn)]
  best.classList.add('best')
  best.querySelector('.button')?.classList.add('main')
  const first = firstFor(t, found.topics[0] ?? '')
  const advice = text('p', first)
  advice.className = 'notice'
  const further = others.length ? [text('h3', t('finder.also')), list(others)] : []
  return [...(first ? [advice] : []), text('h3', t('finder.best')), list([best]), ...further]
}

/** Draw the answers to a question as buttons that say them. */
export function drawQuestion(answers: readonly string[], choose: (text: string) => void): HTMLElement {
  return list(
    answers.map((answer) => {
      const item = document.createElement('li')
      const button = text('button', answer)
      button.className = 'button little answer'
      button.setAttribute('type', 'button')
      button.addEventListener('click', () => choose(answer))
      item.append(button)
      return item
    }),
  )
}

function drawTopic(id: string, { form, t, showInForm }: TopicFinderOptions): HTMLElement {
  const item = document.createElement('li')
  item.className = 'topic'
  const label = text('h4', labelOf(t, id))
  label.id = `found-${id}`
  const path = text('p', pathOf(id, form))
  path.className = 'way'
  path.lang = 'en'
  path.translate = false
  const why = text('p', t(`finder.why.${id}`))
  why.className = 'why'
  item.append(label, path, why)
  if (showInForm) {
    const button = text('button', t('way.show'))
    button.className = 'button little'
    button.id = `show-${id}`
    button.setAttribute('type', 'button')
    button.setAttribute('aria-describedby', label.id)
    button.addEventListener('click', () => showInForm(id))
    item.append(button)
  }
  return item
}

function list(items: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('ul')
  element.append(...items)
  return element
}

function text(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = content
  return element
}
