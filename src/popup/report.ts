import type { TFunction } from 'i18next'
import type { Status } from '../shared/status'

/** How long, in milliseconds, the button says that it has copied. */
const LONG_ENOUGH = 2500
/** More than this is nothing that a person would read. */
const MOST_LABELS = 50

/** What can be sent to those who keep the guide up to date: the labels that nobody has reviewed, and nothing else. */
export function reportOf({ unknown }: Pick<Status, 'unknown'>, version: string): string {
  const labels = [...new Set(unknown)].slice(0, MOST_LABELS)
  return [
    `Guía en español para el chat de HostGator ${version}`,
    'Sin revisar:',
    ...labels.map((one) => `- ${one}`),
  ].join('\n')
}

/** Let a button copy the report of what is seen now; it says whether that worked. */
export function offerReport(button: HTMLElement, report: () => string, t: () => TFunction): void {
  const say = (key: string) => {
    button.textContent = t()(key)
  }
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(report()).then(
      () => say('popup.reported'),
      () => say('chat.notCopied'),
    )
    setTimeout(() => say('popup.report'), LONG_ENOUGH)
  })
}
