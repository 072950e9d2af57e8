import type { Entry, Form } from '../form/form'
import { boxOf, isRendered } from '../page/geometry'
import type { FieldPlace, Place } from '../recognise/places'
import { elementOf } from '../recognise/places'
import type { Match, Recognition } from '../recognise/recognise'
import type { Chosen } from './chosen'

/**
 * How far the customer is on the way to a topic: at an earlier stage of the form; choosing the department; choosing the
 * topic; done; or the topic is not on the page.
 */
export type Leg = 'earlier' | 'department' | 'topic' | 'done' | 'absent'

/** The way through the form's lists to a topic. */
export interface Route {
  readonly topic: Entry
  /** Null for a topic that is a department itself. */
  readonly department: Entry | null
  readonly leg: Leg
  /** What to press, choose or open next; null if it is not there. */
  readonly place: Place | null
  /** The English name of the list to open; empty where the choices stand open. */
  readonly list: string
  /** The topic stands in the department's group of one list. */
  readonly grouped: boolean
}

/** The way to a topic or department; null if there is no such entry. */
export function routeTo(id: string, form: Form, recognition: Recognition, chosen: Chosen): Route | null {
  const topic = form.entries.find((entry) => entry.id === id)
  if (!topic) return null
  const department = form.entries.find((entry) => entry.id === topic.department) ?? null
  const { matches, scopes } = recognition
  const way = { topic, department, place: null, list: '', grouped: false }
  if (!scopes.some((scope) => scope.stage === 'topic' && isRendered(scope.element))) return { ...way, leg: 'earlier' }

  const places = matches.filter(({ entry }) => entry === topic)
  if (chosen.topic === topic.id || chosen.department === topic.id) return { ...way, leg: 'done' }
  const leg = topic.kind === 'topic' ? 'topic' : 'department'
  const found = stop(places, matches)
  if (found) return { ...way, ...found, leg }
  const isOpen = department && (chosen.department === department.id || hasTopics(department, matches))
  const before = department && !isOpen ? departmentStop(department, matches) : null
  if (before) return { ...way, ...before, leg: 'department' }
  const closed = closedList(matches, leg)
  return closed ? { ...way, ...closed, leg } : { ...way, leg: 'absent' }
}

/** Are other topics of this department to be seen? Then its name is a heading, and choosing it would bring no more. */
function hasTopics(department: Entry, matches: readonly Match[]): boolean {
  return matches.some(({ place, entry }) => {
    if (typeof entry === 'string' || entry.department !== department.id) return false
    return place.type === 'option' || isRendered(elementOf(place))
  })
}

type Stop = Pick<Route, 'place' | 'list' | 'grouped'>

function departmentStop(department: Entry, matches: readonly Match[]): Stop | null {
  const places = matches.filter(({ entry }) => entry === department)
  return stop(places, matches) ?? closedList(matches, 'department')
}

/** Where one of these places can be chosen: in a native list, or as a row that shows. */
function stop(places: readonly Match[], matches: readonly Match[]): Stop | null {
  for (const { place } of places) {
    if (place.type !== 'option') {
      const element = elementOf(place)
      if (isRendered(element) && boxOf(element)) return { place, list: '', grouped: false }
      continue
    }
    const field = matches.find((match) => match.place.type === 'field' && match.place.options.includes(place))?.place
    if (field && isRendered(elementOf(field)))
      return { ...listStop(field as FieldPlace), grouped: place.group !== null }
  }
  return null
}

/** A list of other markup than `<select>`, whose choices are only there while it is open. */
function closedList(matches: readonly Match[], kind: 'department' | 'topic'): Stop | null {
  const field = matches.find(
    ({ place, entry }) => place.type === 'field' && typeof entry !== 'string' && entry.id === kind,
  )?.place as FieldPlace | undefined
  return field && field.options.length === 0 ? { ...listStop(field), grouped: false } : null
}

function listStop(field: FieldPlace): Pick<Stop, 'place' | 'list'> {
  return { place: field, list: field.english.trim() }
}
