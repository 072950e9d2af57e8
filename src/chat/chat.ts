import type { Form } from '../form/form'
import hostgatorChat from '../form/hostgator-chat.json'
import { fillTexts, texts } from '../shared/i18n'
import { onTold, takeTold } from '../shared/stored-blanks'
import { loadJourney, onJourney } from '../shared/stored-journey'
import { loadSettings } from '../shared/stored-settings'
import { startAgentBox } from './agent-box'
import { blankField } from './blank-field'
import { openBlanks, USUAL } from './blanks'
import { drawEmergency } from './emergency'
import { drawLibrary } from './library'
import { createOpening, fillTopics } from './opening'
import { createPair, type Desk } from './pair'
import { element, make } from './parts'
import { startRequests } from './requests'
import { createTold } from './told'
import { offerTranslation } from './translate-button'

const form = hostgatorChat as Form
const ENGLISH = 'en'
/** How long, in milliseconds, it stands there what has happened. */
const LONG_ENOUGH = 6000

async function start(): Promise<void> {
  const { language } = await loadSettings()
  const t = await texts(language)
  const blanks = await openBlanks()
  const desk: Desk = { t, blanks, said: sayer() }
  const known = import('./sayings.js')

  fillTexts(document, t, language)
  drawEmergency(element('emergency'), desk)
  drawData(desk)
  const { recognise, sayings, spokenIn } = await known
  const { gistOf, gistOfSaying, requests, search } = spokenIn(language)

  const told = createTold(search, () => opening.again(), desk)
  const opening = createOpening(element('opening'), element('message'), told, desk)
  const topics = element<HTMLSelectElement>('topic')
  const showTopic = (topic: string | null) => {
    if (topic && [...topics.options].some(({ value }) => value === topic)) topics.value = topic
    opening.show(topics.value)
  }
  fillTopics(topics, form, t)
  topics.addEventListener('change', () => opening.show(topics.value))
  showTopic((await loadJourney(form)).topic)
  const takeOver = async () => {
    const text = await takeTold()
    if (text) told.tell(text)
  }
  await takeOver()

  const box = startAgentBox({ recognise, gistOf }, desk)
  const wishes = startRequests({ all: requests, search }, desk)
  drawLibrary(element('library'), sayings, gistOfSaying, desk)
  offerTranslations(language, box.heard, desk)

  const whileOpen = new AbortController().signal
  onJourney(form, ({ topic }) => showTopic(topic), whileOpen)
  onTold(() => void takeOver(), whileOpen)
  // The browser may keep the page in memory after it was left; what was written must not be kept with it.
  window.addEventListener('pagehide', () => {
    for (const part of [box, wishes, told, blanks]) part.clear()
    element('wish-translation').replaceChildren()
  })
  document.body.dataset.ready = ''
}

/** The blanks that are needed again and again, and whether they are remembered. */
function drawData(desk: Desk): void {
  const { t, blanks, said } = desk
  element('data').append(...USUAL.map((name) => blankField(name, desk)))
  const box = element<HTMLInputElement>('remember')
  box.checked = blanks.remembers()
  // What is filled in already shall be seen.
  element('yours').querySelector('details')?.toggleAttribute('open', box.checked)
  box.addEventListener('change', () => {
    blanks.remember(box.checked).catch(() => {
      box.checked = blanks.remembers()
      said(t('popup.storageFailed'))
    })
  })
}

/** Where the browser has a translator of its own, for what the agent wrote and for what the customer wants to say. */
function offerTranslations(language: string, heard: ReturnType<typeof startAgentBox>['heard'], desk: Desk): void {
  const own = language === ENGLISH ? 'es' : language
  const marked = (text: string) => make('span', 'machine-mark', text)
  const mark = desk.t('chat.translate.mark')
  void offerTranslation(
    element('agent-translate'),
    {
      direction: { sourceLanguage: ENGLISH, targetLanguage: own },
      texts: () => heard().map(({ sentence }) => sentence),
      show: (translated) => {
        const items = [...element('answers').children]
        translated.forEach((text, place) => {
          items[place]?.querySelector('.machine')?.remove()
          const line = make('p', 'machine', `${text} `)
          line.append(marked(mark))
          items[place]?.querySelector('.heard')?.after(line)
        })
        desk.said(desk.t('chat.translate.done'))
      },
    },
    desk,
  )
  const wish = element<HTMLInputElement>('wish')
  wish.addEventListener('input', () => element('wish-translation').replaceChildren())
  void offerTranslation(
    element('wish-translate'),
    {
      direction: { sourceLanguage: own, targetLanguage: ENGLISH },
      texts: () => (wish.value.trim() ? [wish.value.trim()] : []),
      show: ([text = '']) => {
        const pair = createPair(desk)
        pair.say(text, wish.value.trim())
        pair.element.append(marked(mark))
        element('wish-translation').replaceChildren(pair.element)
        desk.said(desk.t('chat.translate.done'))
      },
    },
    desk,
  )
}

/** Says what has happened, in the line above the emergency row. The same text twice is said twice. */
function sayer(): (text: string) => void {
  let end: ReturnType<typeof setTimeout> | undefined
  return (text) => {
    const line = element('said')
    clearTimeout(end)
    line.replaceChildren(document.createTextNode(text))
    end = setTimeout(() => line.replaceChildren(), LONG_ENOUGH)
  }
}

void start()
