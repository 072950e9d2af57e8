import type { Desk } from './pair'
import { make } from './parts'
import { type Direction, offered, translate } from './translation'

/** What there is to translate, and where it goes. */
export interface Work {
  readonly direction: Direction
  /** The texts, as they are when the customer presses. */
  readonly texts: () => readonly string[]
  readonly show: (translated: readonly string[]) => void
}

/**
 * Offer the browser's own translator where there is one; nothing is shown where there is none. It never works by itself, and
 * asks before it has anything downloaded.
 */
export async function offerTranslation(place: HTMLElement, work: Work, { t, said }: Desk): Promise<void> {
  const kind = await offered(work.direction)
  if (kind === 'no') return
  const button = make('button', 'button little', t('chat.translate.button'))
  const question = make('div', 'question')
  const bar = make('progress')
  const go = make('button', 'button little main', t('chat.translate.download'))
  button.type = 'button'
  go.type = 'button'
  bar.setAttribute('aria-label', t('chat.translate.progress'))
  bar.hidden = true
  question.hidden = true
  question.append(make('p', '', t('chat.translate.ask')), go, bar)
  let isReady = kind === 'ready'
  const run = async () => {
    const texts = work.texts()
    if (texts.length === 0) return said(t('chat.translate.nothing'))
    button.disabled = true
    const translated = await translate(texts, work.direction, (share) => {
      bar.hidden = false
      bar.value = share
    }).catch(() => null)
    button.disabled = false
    bar.hidden = true
    if (!translated) return said(t('chat.translate.failed'))
    isReady = true
    question.hidden = true
    // The customer may have written something else meanwhile.
    if (work.texts().join('\n') === texts.join('\n')) work.show(translated)
  }
  button.addEventListener('click', () => {
    if (isReady) return void run()
    question.hidden = false
    go.focus()
  })
  go.addEventListener('click', () => void run())
  place.append(button, question)
}
