import type { TFunction } from 'i18next'
import type { Form } from '../form/form'
import { toPrepare } from '../form/preparation'
import { labelOf } from '../shared/entry-texts'

/** Draw the topic that the customer wants and what to have at hand for it; without a topic the card is hidden. */
export function drawTopicCard(card: HTMLElement, form: Form, topic: string | null, t: TFunction): void {
  card.hidden = topic === null
  const entry = form.entries.find(({ id }) => id === topic)
  if (!entry) return
  const department = form.entries.find(({ id }) => id === entry.department)
  const find = (name: string) => card.querySelector(`[data-part="${name}"]`)
  const title = find('title')
  if (title) title.textContent = t('way.title', { topic: labelOf(t, entry.id) })
  find('path')?.replaceChildren(...[department, entry].filter((one) => one !== undefined).map(crumb))
  find('items')?.replaceChildren(...toPrepare(entry.id).map((id) => line(t(`prepare.${id}`))))
}

function crumb({ texts }: { readonly texts: readonly string[] }): HTMLElement {
  const item = line(texts[0] ?? '')
  item.lang = 'en'
  return item
}

function line(text: string): HTMLElement {
  const item = document.createElement('li')
  item.textContent = text
  return item
}
