import type { Mirror, Saying } from '../sayings/catalogue'
import type { Answer } from '../sayings/recognise'
import { sentencesOf } from '../sayings/sentences'
import { drawAnswer, type Heard } from './answer-view'
import type { Desk } from './pair'
import { element } from './parts'

/** What is needed to understand an agent. */
export interface Understanding {
  readonly recognise: (sentence: string) => Answer
  readonly sayings: ReadonlyMap<string, Saying>
  readonly mirror: Mirror
}

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
export function startAgentBox(load: () => Promise<Understanding>, desk: Desk, changed: () => void): AgentBox {
  const box = element<HTMLTextAreaElement>('agent-text')
  const list = element('answers')
  const summary = element('agent-summary')
  const { t } = desk
  let heard: readonly Heard[] = []
  let work = new AbortController()

  const answer = async ({ signal }: AbortController) => {
    const { recognise, sayings, mirror } = await load()
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
      const known = recognise(sentence)
      const one = { sentence, saying: known.kind === 'known' ? (sayings.get(known.id) ?? null) : null }
      found.push(one)
      list.append(drawAnswer(one, mirror, desk, sentences.length <= FEW))
    }
    heard = found
    changed()
    await new Promise((done) => setTimeout(done, REST))
    if (!signal.aborted) summary.textContent = summaryOf(found, text.length > LONGEST, t)
  }
  const update = () => {
    work.abort()
    work = new AbortController()
    heard = []
    list.replaceChildren()
    summary.textContent = ''
    element('agent-clear').hidden = box.value === ''
    changed()
    if (box.value.trim()) void answer(work)
  }
  const clear = () => {
    box.value = ''
    update()
  }
  box.addEventListener('focus', () => void load(), { once: true })
  box.addEventListener('input', update)
  element('agent-clear').addEventListener('click', () => {
    clear()
    box.focus()
  })
  return { heard: () => heard, clear }
}

/** All that was understood, in a sentence or two for who hears it. */
function summaryOf(heard: readonly Heard[], isCut: boolean, t: Desk['t']): string {
  const sayings = heard.flatMap(({ saying }) => saying ?? [])
  const unknown = heard.length - sayings.length
  return [
    t('chat.agent.heard', { count: heard.length }),
    unknown ? t('chat.agent.unknownCount', { count: unknown }) : '',
    sayings.some(({ urgent }) => urgent) ? t('chat.agent.urgent') : '',
    ...[...new Set(sayings.flatMap(({ careful }) => careful ?? []))].map((careful) => t(`chat.careful.${careful}`)),
    isCut ? t('chat.agent.cut') : '',
  ]
    .filter(Boolean)
    .join(' ')
}
