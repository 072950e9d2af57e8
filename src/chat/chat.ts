import type { Form } from '../form/form'
import hostgatorChat from '../form/hostgator-chat.json'
import { fillTexts, texts } from '../shared/i18n'
import { loadJourney } from '../shared/stored-journey'
import { loadSettings } from '../shared/stored-settings'
import { fillTopics, showOpening } from './opening'
import { createPair } from './pair'
import { drawPhrases, drawRequests } from './phrases'

const form = hostgatorChat as Form
const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T

async function start(): Promise<void> {
  const { language } = await loadSettings()
  const { topic } = await loadJourney(form)
  const t = await texts(language)
  const said = (text: string) => {
    element('said').textContent = text
  }
  const select = element<HTMLSelectElement>('topic')
  const pair = createPair('opening', t, said)
  const show = () => showOpening(select.value, element('blanks'), pair, t)

  fillTexts(document, t, language)
  fillTopics(select, form, t)
  if (topic && [...select.options].some(({ value }) => value === topic)) select.value = topic
  element('message').append(pair.element)
  select.addEventListener('change', show)
  show()
  drawPhrases(element('phrases'), t, said)
  drawRequests(element('requests'), t, said)
  // The browser may keep the page in memory after it was left; what was typed must not be kept with it.
  window.addEventListener('pagehide', show)
}

void start()
