import { COLOURS, FONT, type Look, type Theme } from './look'
import { type Note, rowText, spoken } from './texts'

/**
 * How much a note says; or nothing that is seen, because it is in the layer and only screen readers need it here: as the part of
 * a name, or as a description in sentences.
 */
export type RowForm = 'whole' | 'brief' | 'unseen' | 'spoken'

/** How a note stands in its row: after the words in their line, or as the last column of a flexible row. */
export type Flow = 'line' | 'column'

/** What a row's note is made of; equal ones look alike. */
export interface RowStyle {
  readonly note: Note
  readonly look: Look
  readonly form: RowForm
  readonly flow: Flow
  /** Keep away from the words above, in a line of its own. */
  readonly apart: boolean
}

/**
 * What pages and their resets set on all generated content. Every declaration is important: a page means none of its own for
 * ours. https://www.w3.org/TR/css-pseudo-4/#generated-content
 */
const PLAIN = `box-sizing:border-box;position:static;float:none;inset:auto;width:auto;height:auto;min-width:0;min-height:0;
max-height:none;overflow:visible;clip-path:none;transform:none;translate:none;rotate:none;scale:none;filter:none;opacity:1;
visibility:inherit;transition:none;animation:none;box-shadow:none;outline:none;columns:auto;mask:none;zoom:1;
letter-spacing:normal;word-spacing:normal;text-shadow:none;text-transform:none;text-decoration:none;text-indent:0;text-align:start;
white-space:normal;overflow-wrap:normal;word-break:normal;hyphens:none;direction:ltr;line-clamp:none;pointer-events:auto`

const SEEN = `display:inline-block;max-width:100%;padding:0 .5em;border:1px solid;border-radius:.55em;vertical-align:baseline;
flex:0 1 auto;order:0;align-self:center;justify-self:start`

/** Out of sight, but said with the words of its row. */
const UNSEEN = `display:block;position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;
clip-path:inset(50%);white-space:nowrap;pointer-events:none;font-size:1px`

/** All declarations but the words. */
export function rowLook({ note, look, form, flow, apart }: RowStyle): string {
  if (form === 'unseen' || form === 'spoken') return important(`${PLAIN};${UNSEEN}`)
  const { ink, paper, edge } = coloursOf(note, look)
  const isGrey = note.tone !== 'plain' && note.tone !== 'use'
  const font = `${note.tone === 'unknown' ? 'italic ' : ''}${isGrey ? 400 : 500} clamp(13px, .875em, 17px)/1.2 ${FONT}`
  const colours = `color:${ink};background:${paper};border-color:${edge};border-style:${isGrey ? 'dashed' : 'solid'}`
  return important(`${PLAIN};${SEEN};${marginOf(flow, apart)};font:${font};${colours}`)
}

/** What it says. */
export function rowWords({ note, look, form }: RowStyle): string {
  if (form === 'spoken') return spoken(note)
  const isDimmed = look.endsWith('dimmed') && note.tone === 'unused'
  return rowText(note, form === 'brief' || (isDimmed && form !== 'unseen'))
}

/** The same as a value of `content`, as it is written. */
export function contentOf(style: RowStyle): string {
  return quoted(rowWords(style))
}

/** The same as browsers tell it. https://www.w3.org/TR/cssom-1/#serialize-a-string */
export function toldContent(style: RowStyle): string {
  return `"${rowWords(style).replace(/["\\]/g, '\\$&')}"`
}

/** A string of CSS: quotes, backslashes and line ends cannot end it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\f\0]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`
}

/**
 * The margins above and below let a note be taller than its line without making the row taller. In a flexible row the free
 * room stays behind the note, however the row would share it out.
 */
function marginOf(flow: Flow, apart: boolean): string {
  return `margin:${apart ? '1px' : '-4px'} ${flow === 'column' ? 'auto' : '0'} -4px .5em`
}

function coloursOf({ tone }: Note, look: Look) {
  const theme: Theme = look.startsWith('dark') ? 'dark' : 'light'
  if (tone === 'plain' || tone === 'use') return COLOURS[tone][theme]
  const shade = tone === 'unused' && look.endsWith('dimmed') ? 'dimmed' : 'grey'
  return COLOURS[shade][theme]
}

function important(declarations: string): string {
  return declarations
    .split(/;\s*/)
    .map((one) => `${one.trim()}!important`)
    .join(';')
}
