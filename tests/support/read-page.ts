import { form, words } from 'form:hostgator-chat'
import { lexicon } from '../../src/form/lexicon'
import { attribute } from '../../src/page/dom'
import { watchTouch } from '../../src/page/touch'
import { createReader, nothingRead, type Reading } from '../../src/reader'
import { chosenEntries } from '../../src/recognise/chosen'
import { elementOf } from '../../src/recognise/places'
import type { Match } from '../../src/recognise/recognise'

const known = lexicon(form, words)
const reader = createReader(document, known, (element, name) => attribute(element, name))
let reading: Reading = nothingRead(known)
const touch = watchTouch(document, () => void chosen(), new AbortController().signal)

function chosen(): readonly string[] {
  const { matches, presses } = reading.recognition
  presses.follow(matches, touch)
  return chosenEntries(matches, touch, presses).map(({ id }) => id)
}

function lineOf({ place, entry }: Match): string {
  const element = elementOf(place)
  const handle = attribute(element, 'id') ?? attribute(element, 'name')
  const english = place.type === 'field' ? '' : ` ${place.english}`
  const meaning = typeof entry === 'string' ? entry : entry.id
  return `${place.type}${english}${handle ? ` #${handle}` : ''} = ${meaning}`
}

/** Read the page that this runs in, as the guide does. */
Object.assign(globalThis, {
  /** A line for each place: what it is, its English, its entry. */
  readPage() {
    reading = reader.read(document.body)
    return reading.recognition.matches.map(lineOf)
  },
  /** The ids of what is chosen, after a look at the page. */
  readChosen() {
    reading = reader.read(document.body)
    return chosen()
  },
})
