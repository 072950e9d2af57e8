import { sentencesOf } from '../sayings/sentences'
import { drawAnswer, type Heard, type Understanding } from './answer-view'
import type { Desk } from './pair'
import { element } from './parts'

/** The sentences that stand in the box, with what they are. */
export interface AgentBox {
  readonly heard: () => readonly Heard[]
  readonly clear: () => void
}

/** More, in characters, is not looked at; the customer is told. */
export const LONGEST = 20_000
/** How long, in milliseconds, work may go on before the page gets its turn. */
const TURN = 8
/** So many milliseconds after the last change the answer is said aloud: once, not with each key. */
const REST = 600
/** With more sentences than these, the replies stay closed until they are wanted. */
const FEW = 5

/** Bring the box to life: each change is answered at once, sentence by sentence. What is in it goes nowhere else. */
export function startAgentBox(known: Understanding, desk: Desk): AgentBox {
  const box = element<HTMLTextAreaElement>('agent-text')
  const list = element('answers')
  const summary = element('agent-summary')
  const { t } = desk
  let heard: readonly Heard[] = []
  let work = new AbortController()

  const answer = async ({ signal }: AbortController) => {
    const text = box.value
    const sentences = sentencesOf(text.slice(0, LONGEST))
    const found: Heard[] = []
    let until = performance.now() + TURN
    for (const sentence of sentences) {
      if (performance.now() > until) {
        await new Promise((done) => setTimeout(done))
        until = performance.now() + TURN
      }
      if (signal.aborted) return
      const one = { sentence, answer: known.recognise(sentence) }
      found.push(one)
      list.append(drawAnswer(one, known, desk, sentences.length <= FEW))
    }
    heard = found
    await new Promise((done) => setTimeout(done, REST))
    if (!signal.aborted) summary.textContent = summaryOf(found, known, text.length > LONGEST, t)
  }
  const update = () => {
    work.abort()
    work = new AbortController()
    heard = []
    list.replaceChildren()
    summary.textContent = ''
    element('agent-clear').hidden = box.value === ''
    if (box.value.trim()) void answer(work)
  }
  const clear = () => {
    box.value = ''
    update()
  }
  box.addEventListener('input', update)
  element('agent-clear').addEventListener('click', () => {
    clear()
    box.focus()
  })
  return { heard: () => heard, clear }
}

/** All that was understood, in a sentence or two for who hears it. */
function summaryOf(heard: readonly Heard[], { gistOf }: Understanding, isCut: boolean, t: Desk['t']): string {
  const gists = heard.flatMap(({ answer }) => gistOf(answer) ?? [])
  const unknown = heard.length - gists.length
  return [
    t('chat.agent.heard', { count: heard.length }),
    unknown ? t('chat.agent.unknownCount', { count: unknown }) : '',
    gists.some(({ urgent }) => urgent) ? t('chat.agent.urgent') : '',
    ...[...new Set(gists.flatMap(({ careful }) => careful ?? []))].map((careful) => t(`chat.careful.${careful}`)),
    isCut ? t('chat.agent.cut') : '',
  ]
    .filter(Boolean)
    .join(' ')
}
