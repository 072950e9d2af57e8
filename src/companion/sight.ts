import type { Theme } from '../notes/look'
import type { Note } from '../notes/texts'
import type { Box, Obstacle } from '../page/box'
import type { Tokens } from '../page/tokens'
import type { Touch } from '../page/touch'
import type { Recognition } from '../recognise/recognise'
import type { Status } from '../shared/status'

/** What a pass sees of a document. */
export interface Sight {
  readonly status: Status
  readonly recognition: Recognition
  readonly tokens: Tokens
  readonly touch: Touch
  /** Whether the page around the form is light or dark. */
  readonly theme: Theme
  /** The box of a note: of a row's by its last text, of a pill's by what it belongs to; null if none is seen. */
  readonly noteBox: (key: Node) => Box | null
  /** All that something of the companion's must not cross, as it was when the notes found their places. */
  readonly ground: () => readonly Obstacle[]
  /** The notes that have no room but for a number, in the order of their numbers. */
  readonly numbered: () => readonly Note[]
}
