import type { TFunction } from 'i18next'
import type { Form } from '../form/form'
import hostgatorChat from '../form/hostgator-chat.json'
import { progress } from '../form/progress'
import { drawBrands } from '../shared/brands'
import { browser } from '../shared/browser'
import { fillTexts, texts } from '../shared/i18n'
import { type Journey, NEW_JOURNEY, withTicks } from '../shared/journey'
import type { Settings } from '../shared/settings'
import type { Status } from '../shared/status'
import { loadJourney, onJourney, saveJourney } from '../shared/stored-journey'
import { loadSettings, onSettings, saveSettings } from '../shared/stored-settings'
import { offerChat } from './chat-link'
import { drawChecklist } from './checklist'
import { bringToFront, followForm, type Sighting } from './form-tab'
import { element, say, show } from './parts'
import { drawPlace } from './place'
import { readyFinder } from './ready-finder'
import { isFromStore, offerReport, reportOf } from './report'
import { offerSearch } from './search-here'
import { showInForm } from './show-in-form'
import { drawTopicCard } from './topic-card'
import { startTopicFinder } from './topic-finder'

const form = hostgatorChat as Form
const PATTERN = `${form.address}*`

/** All that the popup shows follows from this. */
interface State {
  readonly settings: Settings
  readonly sighting: Sighting | null
  readonly journey: Journey
  readonly allowed: boolean
  readonly failed: boolean
  /** Whether there is somewhere to send a report to. */
  readonly reportable: boolean
}

/** What the checklist shows while no page shows the form. */
const UNSEEN: Status = {
  form: false,
  step: 1,
  steps: progress(form, { stage: '', done: new Set() }),
  unknown: [],
  translator: false,
  paused: false,
}

function draw(state: State, t: TFunction, tick: (id: string, done: boolean) => void): void {
  const { settings, sighting, allowed, failed, reportable } = state
  const status = settings.enabled ? (sighting?.status ?? null) : null
  element('switch').setAttribute('aria-checked', String(settings.enabled))
  say('switch-state', t(settings.enabled ? 'popup.translationsOn' : 'popup.translationsOff'))
  show('permission', !allowed)
  // Without the permission nothing that is said of the form helps; the practice form needs none.
  show('place', allowed || Boolean(status))
  drawPlace(state, form.steps.length, t)
  drawTopicCard(element('topic'), form, state.journey.topic, t)
  element<HTMLInputElement>('companion').checked = settings.companion

  const notices = [
    failed ? t('popup.storageFailed') : '',
    status?.translator ? t('popup.translator') : '',
    status?.paused ? t('popup.paused') : '',
    status?.unknown.length ? t('popup.unknown', { count: status.unknown.length }) : '',
  ].filter(Boolean)
  show('notice', notices.length > 0)
  say('notice', notices.join(' '))
  show('unknown', reportable && Boolean(status?.unknown.length))

  const { steps } = withTicks(status ?? UNSEEN, state.journey.ticks)
  const current = status ? (steps.find((step) => !step.done)?.id ?? null) : null
  drawChecklist(element('steps'), steps, current, t, tick)
  const done = steps.filter((step) => step.done).length
  say('steps-progress', t('popup.progress', { done, total: steps.length }))
  show('restart', Object.keys(state.journey.ticks).length > 0)
}

async function start(): Promise<void> {
  let state: State = {
    settings: await loadSettings(),
    sighting: null,
    journey: await loadJourney(form),
    allowed: await browser.permissions.contains({ origins: [PATTERN] }),
    failed: false,
    reportable: false,
  }
  let t = await texts(state.settings.language)
  const update = (changed: Partial<State>) => {
    state = { ...state, ...changed }
    draw(state, t, tick)
  }
  const travel = (changed: Partial<Journey>) => {
    update({ journey: { ...state.journey, ...changed } })
    saveJourney(changed).catch(() => update({ failed: true }))
  }
  const tick = (id: string, done: boolean) => travel({ ticks: { ...state.journey.ticks, [id]: done } })

  const point = async (entryId: string) => {
    if (await showInForm(entryId)) return
    // No form to show it in: it is remembered, and the customer sees that it is, and what opens the form.
    element('topic').scrollIntoView({ block: 'nearest' })
    const next = ['grant', 'topic-open', 'topic-show', 'switch'].map(element).find((one) => one.checkVisibility())
    next?.focus({ preventScroll: true })
  }
  const show = (entryId: string) => void point(entryId).catch(() => update({ failed: true }))
  const load = async () => (await import('./finder.js')).finder
  const find = readyFinder(element('problem'), load, () => speak(t))
  const speak = startTopicFinder(element('finder'), { form, find, t, showInForm: show })
  for (const id of ['open', 'topic-open']) element<HTMLAnchorElement>(id).href = form.address
  const localise = ({ language }: Settings) => {
    fillTexts(document, t, language)
    drawBrands(element('brands'), element<HTMLAnchorElement>('brands-help'), language, t)
    speak(t)
  }
  localise(state.settings)
  element('switch').addEventListener('click', () => {
    const enabled = !state.settings.enabled
    update({ settings: { ...state.settings, enabled }, failed: false })
    saveSettings({ enabled }).catch(() => update({ settings: { ...state.settings, enabled: !enabled }, failed: true }))
  })
  element('go').addEventListener('click', () => {
    const tab = state.sighting?.elsewhere
    if (tab) void bringToFront(tab)
  })
  const report = () => reportOf(state.sighting?.status ?? UNSEEN, browser.runtime.getManifest().version)
  offerReport(element('report'), report, () => t)
  void isFromStore().then((reportable) => update({ reportable }))
  element('restart').addEventListener('click', () => {
    travel(NEW_JOURNEY)
    element('step-customer').focus()
  })
  element('companion').addEventListener('change', () => {
    const companion = element<HTMLInputElement>('companion').checked
    saveSettings({ companion }).catch(() => update({ failed: true }))
  })
  element('topic-show').addEventListener('click', () => {
    if (state.journey.topic) show(state.journey.topic)
  })
  element('topic-forget').addEventListener('click', () => {
    travel({ topic: null })
    element('problem').focus()
  })
  element('grant').addEventListener('click', () => {
    void browser.permissions.request({ origins: [PATTERN] }).then((allowed) => update({ allowed }))
  })
  onSettings(async (settings) => {
    if (settings.language !== state.settings.language) {
      t = await texts(settings.language)
      localise(settings)
    }
    update({ settings })
  }, new AbortController().signal)
  onJourney(form, (journey) => update({ journey }), new AbortController().signal)
  void offerChat(element('chat'), element('told'), element<HTMLInputElement>('problem'))
  update({})
  const lookAgain = followForm(PATTERN, (sighting) => update({ sighting }))
  void offerSearch(element('search'), element('searched'), form.address, lookAgain)
}

void start()
