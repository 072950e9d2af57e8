import type { TFunction } from 'i18next'
import { CHAT } from '../form/chat'
import { createPair } from './pair'

/** List what an agent may say, what it means, and what can be answered. */
export function drawPhrases(list: HTMLElement, t: TFunction, said: (text: string) => void): void {
  list.replaceChildren(
    ...CHAT.phrases.map(({ id, says, replies }) => {
      const item = document.createElement('li')
      const question = document.createElement('h3')
      question.lang = 'en'
      question.textContent = `“${says}”`
      const meaning = document.createElement('p')
      meaning.textContent = t(`chat.phrase.${id}.meaning`)
      item.append(question, meaning)
      replies.forEach((reply, index) => {
        item.append(pairOf(`${id}-${index}`, reply, t(`chat.phrase.${id}.replies.${index}`), t, said))
      })
      return item
    }),
  )
}

/** List what a customer may want to ask the agent. */
export function drawRequests(list: HTMLElement, t: TFunction, said: (text: string) => void): void {
  list.replaceChildren(
    ...CHAT.requests.map(({ id, text }) => {
      const item = document.createElement('li')
      item.append(pairOf(id, text, t(`chat.request.${id}`), t, said))
      return item
    }),
  )
}

function pairOf(id: string, english: string, mirror: string, t: TFunction, said: (text: string) => void): HTMLElement {
  const pair = createPair(id, t, said)
  pair.say(english, mirror)
  return pair.element
}
