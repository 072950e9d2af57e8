import type { TFunction } from 'i18next'
import type { Answer, Finder } from '../finder/find'
import type { Form } from '../form/form'
import { firstFor, hintOf, labelOf } from '../shared/entry-texts'
import { drawQuestion, drawTopics, pathOf } from './topic-list'

/** What the search box needs. */
export interface TopicFinderOptions {
  readonly form: Form
  readonly find: Finder
  readonly t: TFunction
  /** Points at an entry in the form's page; without it, no button offers that. */
  readonly showInForm?: (entryId: string) => void
}

/** After so many milliseconds without a key, a word that says too little is no longer taken for one still being typed. */
const REST = 1200

/**
 * Bring the search box to life. What is typed stays in the box: it is neither stored nor sent.
 * @returns a function that says all of it in another language.
 */
export function startTopicFinder(root: HTMLElement, options: TopicFinderOptions): (t: TFunction) => void {
  const part = <T extends HTMLElement>(id: string) => root.querySelector(`#${id}`) as T
  const box = part<HTMLInputElement>('problem')
  const status = part('finder-status')
  const results = part('finder-results')
  let t = options.t

  const choose = (text: string) => {
    box.value = text
    box.focus()
    update()
  }
  let rest: ReturnType<typeof setTimeout> | undefined
  const update = () => {
    const answer = options.find(box.value)
    say(status, statusOf(answer, options.form, t), answer.kind === 'topics')
    results.replaceChildren(...drawn(answer))
    clearTimeout(rest)
    if (answer.kind !== 'short' || !box.value.trim()) return
    rest = setTimeout(() => say(status, statusOf({ kind: 'unknown' }, options.form, t), false), REST)
  }
  const drawn = (answer: Answer): readonly HTMLElement[] => {
    if (answer.kind === 'question') return [drawQuestion(answer.question.answers, choose)]
    if (answer.kind !== 'topics' && answer.kind !== 'unused') return []
    return drawTopics(answer, { ...options, t })
  }
  const speak = (changed: TFunction) => {
    t = changed
    box.placeholder = t('finder.example')
    update()
  }

  box.addEventListener('input', update)
  speak(t)
  return speak
}

/** What a screen reader is told, and who sees is shown unless the list says it already. */
function statusOf(answer: Answer, form: Form, t: TFunction): string {
  if (answer.kind === 'topics') {
    const [best = ''] = answer.topics
    return [t('finder.found', { count: answer.topics.length, best: labelOf(t, best) }), firstFor(t, best)]
      .join(' ')
      .trim()
  }
  if (answer.kind === 'unused') {
    const { entry, topics } = answer
    const also = topics.length ? ` ${t('finder.unusedAlso')}` : ''
    return t('finder.unused', { label: labelOf(t, entry), path: pathOf(entry, form), hint: hintOf(t, entry) }) + also
  }
  if (answer.kind === 'question') return answer.question.ask
  return answer.kind === 'unknown' ? `${t('finder.unknown')} ${t('finder.unknownHint')}` : ''
}

/** Only what has changed is written, so that a screen reader is not told the same twice. */
function say(status: HTMLElement, text: string, hidden: boolean): void {
  status.classList.toggle('visually-hidden', hidden)
  if (status.textContent !== text) status.textContent = text
}
