import type { Gist } from '../sayings/catalogue'
import { findAll } from '../sayings/found'
import type { Answer, Recogniser } from '../sayings/recognise'
import { createPair, type Desk } from './pair'
import { closedGroup, english, make } from './parts'

/** A sentence of the agent's, and what it is. */
export interface Heard {
  readonly sentence: string
  readonly answer: Answer
}

/** What is needed to understand an agent. */
export interface Understanding {
  readonly recognise: Recogniser
  /** What there is to say of an answer; null where nothing is surely known. */
  readonly gistOf: (answer: Answer) => Gist | null
}

/** Draw what a sentence means, what the agent wants, and what can be answered. @param open whether the answers are in sight. */
export function drawAnswer({ sentence, answer }: Heard, known: Understanding, desk: Desk, open: boolean): HTMLElement {
  const gist = known.gistOf(answer)
  const item = make('li', gist ? 'answer' : 'answer unknown')
  item.append(english('heard', sentence))
  item.append(...(gist ? meaningOf(gist, desk) : [make('p', 'meaning', desk.t('chat.agent.unknown'))]))
  if (answer.kind === 'family') item.append(make('p', 'soft small', desk.t('chat.agent.family')))
  item.append(...standing(sentence, desk))
  if (gist?.replies.length) item.append(repliesOf(gist, desk, open))
  return item
}

/** What a saying means: the same whether it was pasted or looked up. */
export function meaningOf(
  { wants, urgent, careful, meaning, hint }: Gist,
  { t }: Pick<Desk, 't'>,
): readonly HTMLElement[] {
  return [
    make('p', `wants ${wants}`, t(`chat.wants.${wants}`)),
    make('p', 'meaning', meaning),
    ...(urgent ? [make('p', 'alert urgent', t('chat.agent.urgent'))] : []),
    ...(careful ? [make('p', 'alert careful', t(`chat.careful.${careful}`))] : []),
    ...(hint ? [make('p', 'soft', hint)] : []),
  ]
}

/** What can be answered; made when it is looked at. */
export function repliesOf({ replies }: Gist, desk: Desk, open: boolean): HTMLElement {
  const draw = () =>
    replies.map(({ text, mirror }) => {
      const pair = createPair(desk)
      pair.say(text, mirror)
      return pair.element
    })
  return closedGroup(desk.t('chat.agent.replies', { count: replies.length }), draw, open)
}

/** Amounts, dates, numbers and addresses of the sentence, as they stand there. */
function standing(sentence: string, { t }: Pick<Desk, 't'>): readonly HTMLElement[] {
  const found = [...new Set(findAll(sentence).map(({ text }) => text))]
  if (found.length === 0) return []
  const line = make('p', 'standing')
  line.append(make('span', 'soft', t('chat.agent.standing')))
  for (const text of found) {
    const piece = make('span', 'piece', text)
    piece.lang = 'en'
    line.append(' ', piece)
  }
  return [line]
}
