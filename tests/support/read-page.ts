import { form, words } from 'form:hostgator-chat'
import { lexicon } from '../../src/form/lexicon'
import { attribute } from '../../src/page/dom'
import { createReader } from '../../src/reader'
import { elementOf } from '../../src/recognise/places'
import type { Match } from '../../src/recognise/recognise'

/** Read the page that this runs in, as the guide does; answers a line for each place: what it is, its English, its entry. */
export function readPage(page: Document): readonly string[] {
  const reader = createReader(page, lexicon(form, words), (element, name) => attribute(element, name))
  return reader.read(page.body).recognition.matches.map(lineOf)
}

function lineOf({ place, entry }: Match): string {
  const element = elementOf(place)
  const handle = attribute(element, 'id') ?? attribute(element, 'name')
  const english = place.type === 'field' ? '' : ` ${place.english}`
  const meaning = typeof entry === 'string' ? entry : entry.id
  return `${place.type}${english}${handle ? ` #${handle}` : ''} = ${meaning}`
}

Object.assign(globalThis, { readPage: () => readPage(document) })
