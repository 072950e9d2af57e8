import type { Form } from '../form/form'
import hostgatorChat from '../form/hostgator-chat.json'
import { drawBrands } from '../shared/brands'
import { fillTexts, texts } from '../shared/i18n'
import { loadSettings } from '../shared/stored-settings'

const address = (hostgatorChat as Form).address
const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T
const sheet = element('sheet')
/** The practice form before anything was done in it, and before it had notes. */
const untouched = sheet.cloneNode(true)

/**
 * Show one stage of the practice form. What is filled in stays in the page and goes nowhere. Once it is sent there is no
 * form any more, so that nobody is told to send it again.
 */
function show(stage = ''): void {
  const isFinished = stage === 'finished'
  if (isFinished) sheet.replaceChildren()
  for (const part of sheet.querySelectorAll<HTMLElement>('[data-stage]')) part.hidden = part.dataset.stage !== stage
  for (const id of ['finished', 'chat']) element(id).hidden = !isFinished
  element('newcomer').hidden = true
  if (isFinished) element('chat').focus()
}

sheet.addEventListener('submit', (event) => {
  event.preventDefault()
  show((event.target as HTMLElement).dataset.next)
})
sheet.addEventListener('click', ({ target }) => {
  const { next, newcomer } = (target as Element).closest('button')?.dataset ?? {}
  if (next) show(next)
  // What comes after this button of the real form is not known; nobody shall learn here that it is what comes after the other.
  if (newcomer !== undefined) element('newcomer').hidden = false
})

async function start(): Promise<void> {
  const { language } = await loadSettings()
  const t = await texts(language)
  const speak = () => {
    fillTexts(document, t, language)
    element('send').lang = language
  }
  speak()
  drawBrands(element('brands'), element<HTMLAnchorElement>('brands-help'), language, t)
  element<HTMLAnchorElement>('open').href = address
  element('restart').addEventListener('click', () => {
    // Made anew, so that nothing of it counts as pressed or filled in.
    sheet.replaceChildren(...untouched.cloneNode(true).childNodes)
    speak()
    show('customer')
  })
}

void start()
