import type { Form } from '../form/form'
import hostgatorChat from '../form/hostgator-chat.json'
import { drawBrands } from '../shared/brands'
import { fillTexts, texts } from '../shared/i18n'
import { loadSettings } from '../shared/stored-settings'

const address = (hostgatorChat as Form).address
const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')]
const finished = document.getElementById('finished') as HTMLElement

/** Show one stage of the practice form. What is filled in stays in the page and goes nowhere. */
function show(stage: string): void {
  for (const part of stages) part.hidden = part.dataset.stage !== stage
  finished.hidden = stage !== 'finished'
}

for (const part of stages) {
  part.addEventListener('submit', (event) => {
    event.preventDefault()
    show(part.dataset.next ?? '')
  })
  for (const button of part.querySelectorAll<HTMLElement>('[data-next]')) {
    button.addEventListener('click', () => show(button.dataset.next ?? ''))
  }
}
document.getElementById('restart')?.addEventListener('click', () => {
  for (const part of stages) if (part instanceof HTMLFormElement) part.reset()
  show('customer')
})

async function start(): Promise<void> {
  const { language } = await loadSettings()
  const t = await texts(language)
  const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
  fillTexts(document, t, language)
  drawBrands(element('brands'), element<HTMLAnchorElement>('brands-help'), language, t)
  element<HTMLAnchorElement>('open').href = address
}

void start()
