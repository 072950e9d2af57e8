import type { Theme } from '../notes/note-view'
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
}
