import type { TFunction } from 'i18next'
import { browser } from '../shared/browser'
import type { Status } from '../shared/status'

/** How long, in milliseconds, the button says that it has copied. */
const LONG_ENOUGH = 2500
/** More than this is nothing that a person would read. */
const MOST_LABELS = 50

/** What can be sent to those who keep the guide up to date: the labels that nobody has reviewed, and nothing else. */
export function reportOf({ unknown }: Pick<Status, 'unknown'>, version: string): string {
  const labels = [...new Set(unknown)].slice(0, MOST_LABELS)
  return [`Guía del chat de HostGator ${version}`, 'Sin revisar:', ...labels.map((one) => `- ${one}`)].join('\n')
}

/**
 * Whether the guide came from a store, where it has a page on which a report can be sent. Without one there is nobody to
 * send it to. Needs no permission.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/management/getSelf
 */
export async function isFromStore(): Promise<boolean> {
  // Firefox for Android may not have it.
  const self = await browser.management?.getSelf().catch(() => undefined)
  return self?.installType === 'normal'
}

/** Let a button copy the report of what is seen now; it says whether that worked. */
export function offerReport(button: HTMLElement, report: () => string, t: () => TFunction): void {
  const say = (key: string) => {
    button.textContent = t()(key)
  }
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(report()).then(
      () => say('popup.reported'),
      () => say('popup.reportFailed'),
    )
    setTimeout(() => say('popup.report'), LONG_ENOUGH)
  })
}
