import type { Theme } from '../notes/look'
import type { Box } from '../page/box'
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
  /** The box of the note in a row, by the row's last text; null if there is none. */
  readonly noteBox: (text: Text) => Box | null
}
