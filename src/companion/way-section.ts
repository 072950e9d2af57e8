import { make, makeButton } from './element'
import type { CompanionTexts } from './texts'
import type { WayStop, WayView } from './way-view'

/** The part of the panel about the topic that the customer wants. */
export interface WaySection {
  readonly element: HTMLElement
  /** Null takes it away. */
  readonly draw: (way: WayView | null) => void
}

/** What can be done with the topic. */
export interface WayActions {
  readonly show: () => void
  readonly forget: () => void
}

/** Make the section; empty until it is drawn. */
export function createWaySection({ way: words, prepare }: CompanionTexts, actions: WayActions): WaySection {
  const element = make('div', 'way')
  const title = make('p', 'title')
  const stops = make('ol', 'stops')
  stops.setAttribute('aria-label', words.steps ?? '')
  const now = make('p', 'now')
  const items = make('ul', 'items')
  const details = make('details', '')
  details.append(make('summary', '', prepare.title), items)
  const buttons = make('div', 'buttons')
  const show = makeButton('', words.show ?? '', actions.show)
  const forget = makeButton('quiet', words.forget ?? '', actions.forget)
  buttons.append(show, forget)
  element.append(title, stops, now, details, buttons)
  element.hidden = true
  return {
    element,
    draw(view) {
      element.hidden = view === null
      if (!view) return
      title.textContent = view.title
      now.textContent = view.now
      show.hidden = view.short === ''
      stops.replaceChildren(...view.stops.map(drawStop))
      items.replaceChildren(...view.prepare.map((text) => make('li', '', text)))
    },
  }
}

function drawStop({ english, meaning, state, said }: WayStop): HTMLElement {
  const item = make('li', state)
  const name = make('b', '', english)
  name.lang = 'en'
  item.append(name, ` — ${meaning}`, make('span', 'aloud', `: ${said}`))
  if (state === 'here') item.setAttribute('aria-current', 'step')
  return item
}
