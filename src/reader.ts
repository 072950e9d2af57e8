import type { Lexicon } from './form/lexicon'
import { phrase } from './form/phrase'
import { isOurs } from './notes/note-view'
import { isTypedIn } from './page/dom'
import { NO_TOKENS, readTokens, type Tokens } from './page/tokens'
import { rememberPresses } from './recognise/chosen'
import { type Seen, seenBy } from './recognise/concerns'
import type { OwnAttribute } from './recognise/find-options'
import { findPlaces } from './recognise/find-places'
import { createMemory, type Memory } from './recognise/memory'
import { type Match, type Recognition, recognise } from './recognise/recognise'

/** What one look at a page has told. */
export interface Reading {
  readonly tokens: Tokens
  readonly recognition: Recognition
  readonly seen: Seen
  /** Was the form on this page, now or at any time before? */
  readonly met: boolean
}

/** Reads a page again and again, and remembers what its English was. Writes nothing. */
export interface Reader extends Pick<Memory, 'isTranslating'> {
  readonly read: (body: Element) => Reading
}

/** What is known of a page before the first look at it. */
export function nothingRead(lexicon: Lexicon): Reading {
  const seen = { lexicon, isOutside: () => false }
  return { tokens: NO_TOKENS, recognition: { scopes: [], matches: [], presses: rememberPresses() }, seen, met: false }
}

/** @param own answers what the page itself has in an attribute that the guide writes. */
export function createReader(page: Document, lexicon: Lexicon, own: OwnAttribute): Reader {
  const memory = createMemory((text) => lexicon.meanings(text).length > 0)
  const isName = (text: string) => lexicon.candidates(phrase(text)).some(({ exact }) => exact)
  const presses = rememberPresses()
  let isBilingual = false
  let met = false
  return {
    read(body) {
      memory.look(page)
      const tokens = isTypedIn(body) ? NO_TOKENS : readTokens(body, isOurs, isName)
      isBilingual = tokens.blocks.some((block) => block.isBilingual)
      const places = findPlaces(tokens, lexicon, own, memory.english)
      const recognition = recognise(tokens, places, lexicon, body, met, presses)
      met ||= recognition.scopes.length > 0
      for (const match of recognition.matches) rememberEnglish(match, memory)
      return { tokens, recognition, seen: seenBy(tokens, recognition, places, lexicon), met }
    },
    isTranslating: () => isBilingual || memory.isTranslating(),
  }
}

function rememberEnglish({ place, entry }: Match, { remember }: Memory): void {
  if (place.type === 'option') remember(place.element, place.english)
  if (place.type === 'row' && entry !== 'unknown') remember(place.row.block.element, place.english)
  if (place.type === 'field' && place.label) remember(place.label.element, place.english)
}
