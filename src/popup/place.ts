import type { TFunction } from 'i18next'
import { type Journey, withTicks } from '../shared/journey'
import type { Settings } from '../shared/settings'
import type { Sighting } from './form-tab'
import { element, say, show } from './parts'
import { drawProgressBar } from './progress-bar'

/** What is known of where the form is, and how far the customer is in it. */
interface Whereabouts {
  readonly settings: Settings
  /** Null while it is looked for. */
  readonly sighting: Sighting | null
  readonly journey: Journey
  /** Whether the browser lets the guide into the form's page. */
  readonly allowed: boolean
}

/** Draw where the form is, with what leads on from there: to the form, to the wanted topic in it, or to the chat. */
export function drawPlace({ settings, sighting, journey, allowed }: Whereabouts, total: number, t: TFunction): void {
  const status = sighting?.status && withTicks(sighting.status, journey.ticks)
  const numbers = { step: status?.step ?? 0, steps: total }
  const found = settings.enabled && Boolean(status)
  const isDone = found && status?.steps.every((step) => step.done) === true
  element('place').classList.toggle('found', found)
  show('bar', found)
  drawProgressBar(element('bar'), status?.steps ?? [])
  element('chat').classList.toggle('main', isDone)
  if (status && !sighting?.elsewhere) show('search', false)
  const isAbsent = settings.enabled && sighting !== null && !status
  const isPractising = found && sighting?.practising === true
  show('place-detail', isAbsent)
  show('actions', isAbsent || isPractising)
  show('practice', isAbsent)
  show('go', found && Boolean(sighting?.elsewhere))
  // Without the permission there is nothing to be promised: it is asked for above.
  const isBarred = !allowed && !status
  show('topic-open', isAbsent && !isBarred)
  show('topic-show', settings.enabled && !isAbsent)
  show('topic-later', (!settings.enabled || isAbsent) && !isBarred)
  say('topic-later', t(settings.enabled ? 'popup.later' : 'popup.laterOff'))
  say('place-detail', t('popup.reload'))
  if (!settings.enabled) return say('place-title', t('popup.off'))
  if (!sighting) return say('place-title', t('popup.looking'))
  if (!status) return say('place-title', t('popup.absent'))
  if (isDone) return say('place-title', t('popup.finished'))
  const key = isPractising ? 'practising' : sighting.elsewhere ? 'detectedElsewhere' : 'detected'
  say('place-title', t(`popup.${key}`, numbers))
}
