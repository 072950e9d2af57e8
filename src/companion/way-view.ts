import type { Entry } from '../form/form'
import { toPrepare } from '../form/preparation'
import { ENGLISH_FIRST } from '../notes/texts'
import { attribute, tagOf } from '../page/dom'
import type { Place } from '../recognise/places'
import { elementOf } from '../recognise/places'
import type { Status } from '../shared/status'
import type { Route } from './route'
import { type CompanionTexts, fill } from './texts'

/** The topic that the customer wants, and the way to it, in words. */
export interface WayView {
  readonly title: string
  /** None while the form is at an earlier stage. */
  readonly stops: readonly WayStop[]
  /** What to do now. */
  readonly now: string
  /** What to do now, in the panel's one line; empty while the form is not there yet. */
  readonly short: string
  /** What to have at hand. */
  readonly prepare: readonly string[]
}

/** A list of the form on the way: the English that is chosen in it and what it means. */
export interface WayStop {
  readonly english: string
  readonly meaning: string
  readonly state: 'done' | 'here' | 'later'
  /** The state in a word, for who does not see it. */
  readonly said: string
}

/** Put a route into words. */
export function wayView(route: Route, status: Status, texts: CompanionTexts): WayView {
  const { topic, department, leg } = route
  const next = leg === 'department' && department ? department : topic
  const isNow = leg === 'department' || leg === 'topic'
  return {
    title: fill(texts.way.title ?? '', { topic: meaning(topic, texts) }),
    stops:
      leg === 'earlier'
        ? []
        : [...(department ? [department] : []), topic].map((entry) => stopView(entry, route, texts)),
    now: now(route, next, status, texts),
    short: isNow ? fill(texts.way.short ?? '', { choice: english(next) }) : '',
    prepare: toPrepare(topic.id).map((id) => texts.prepare[id] ?? ''),
  }
}

function now(
  { leg, list, grouped, topic, department, place }: Route,
  next: Entry,
  status: Status,
  texts: CompanionTexts,
) {
  const current = status.steps.find((step) => !step.done)?.id ?? ''
  const group = department ? english(department) : ''
  // As it stands in the form: the English, and our meaning beside it.
  const choice = [...new Set([english(next), meaning(next, texts)])].filter(Boolean).join(ENGLISH_FIRST)
  const badge = next === topic ? texts.note.wanted : texts.note.towards
  const blanks = { choice, list, group, badge, first: texts.step[current]?.title ?? '' }
  const say = (key: string) => fill(texts.way[key] ?? '', blanks)
  if (leg === 'earlier' || leg === 'done' || leg === 'absent') return say(leg)
  if (!isList(place)) return say('choose')
  const open = grouped && leg === 'topic' ? 'openGroup' : list ? 'open' : 'openMarked'
  // What is in an open native list is drawn by the browser: nothing can be drawn around it, but its words are marked.
  return place?.type === 'field' && place.options.length > 0 ? `${say(open)} ${say('marked')}` : say(open)
}

/** What is marked is a list to be opened, and not the choice itself. */
function isList(place: Place | null): boolean {
  if (!place) return false
  const element = elementOf(place)
  const isPopup = attribute(element, 'role') === 'combobox' || attribute(element, 'aria-haspopup') === 'listbox'
  return isPopup || tagOf(element) === 'select'
}

function stopView(entry: Entry, { topic, leg, grouped }: Route, texts: CompanionTexts): WayStop {
  const isTopic = entry === topic
  // A group of the list is chosen together with its topic.
  const isDone = leg === 'done' || (leg === 'topic' && !isTopic && !grouped)
  const isHere =
    (leg === 'topic' && (isTopic || grouped)) || (leg === 'department' && (!isTopic || topic.kind === 'department'))
  const state = isDone ? 'done' : isHere ? 'here' : 'later'
  const said = { done: texts.state.done, here: texts.way.here ?? '', later: texts.state.pending }[state]
  return { english: english(entry), meaning: meaning(entry, texts), state, said }
}

function english(entry: Entry): string {
  return entry.texts[0] ?? ''
}

function meaning(entry: Entry, texts: CompanionTexts): string {
  return texts.form[entry.id]?.label ?? ''
}
