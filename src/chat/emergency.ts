import { CHAT } from '../form/chat'
import type { Desk } from './pair'
import { make } from './parts'

/** Draw what is always in sight: a press copies the English. */
export function drawEmergency(row: HTMLElement, { t, said }: Desk): void {
  row.replaceChildren(
    ...CHAT.emergency.map(({ id, text }) => {
      const button = make('button', 'button little', t(`chat.emergency.${id}`))
      button.type = 'button'
      button.title = text
      button.addEventListener('click', async () => {
        const done = await navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
        said(done ? `${t('chat.copied')} “${text}”` : `${t('chat.notCopied')} “${text}”`)
      })
      return button
    }),
  )
}
