import type { Mirror, Saying } from '../sayings/catalogue'
import { findAll } from '../sayings/found'
import { createPair, type Desk } from './pair'
import { closedGroup, english, make } from './parts'

/** A sentence of the agent's, and which saying it is; null if that is not surely known. */
export interface Heard {
  readonly sentence: string
  readonly saying: Saying | null
}

/** Draw what a sentence means, what the agent wants, and what can be answered. @param open whether the answers are in sight. */
export function drawAnswer({ sentence, saying }: Heard, mirror: Mirror, desk: Desk, open: boolean): HTMLElement {
  const item = make('li', saying ? 'answer' : 'answer unknown')
  const quote = english('heard', sentence)
  if (!saying) {
    item.append(quote, make('p', 'meaning', desk.t('chat.agent.unknown')), ...standing(sentence, desk))
    return item
  }
  item.append(
    quote,
    ...meaningOf(saying, mirror, desk),
    ...standing(sentence, desk),
    repliesOf(saying, mirror, desk, open),
  )
  return item
}

/** What a saying means: the same whether it was pasted or looked up. */
export function meaningOf(saying: Saying, mirror: Mirror, { t }: Pick<Desk, 't'>): readonly HTMLElement[] {
  const { id, wants, urgent, careful } = saying
  const texts = mirror.sayings[id]
  return [
    make('p', `wants ${wants}`, t(`chat.wants.${wants}`)),
    make('p', 'meaning', texts?.meaning ?? ''),
    ...(urgent ? [make('p', 'alert urgent', t('chat.agent.urgent'))] : []),
    ...(careful ? [make('p', 'alert careful', t(`chat.careful.${careful}`))] : []),
    ...(texts?.hint ? [make('p', 'soft', texts.hint)] : []),
  ]
}

/** What can be answered; made when it is looked at. */
export function repliesOf(saying: Saying, mirror: Mirror, desk: Desk, open: boolean): HTMLElement {
  const meanings = mirror.sayings[saying.id]?.replies ?? []
  const draw = () =>
    saying.replies.map((reply, place) => {
      const pair = createPair(desk)
      pair.say(reply, meanings[place] ?? '')
      return pair.element
    })
  return closedGroup(desk.t('chat.agent.replies', { count: saying.replies.length }), draw, open)
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
