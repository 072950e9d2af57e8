import type { Entry } from '../form/form'
import { NOTHING_WANTED, type Wanted } from '../form/wanted'
import type { Match } from '../recognise/recognise'

/** What a locale says about the form, as it stands in `locales/<language>.json`. */
export interface Texts {
  readonly form: Readonly<Record<string, { readonly label: string; readonly hint: string; readonly why?: string }>>
  readonly note: Readonly<
    Record<
      | 'chosen'
      | 'notUsed'
      | 'use'
      | 'wanted'
      | 'towards'
      | 'unknown'
      | 'unknownHint'
      | 'unknownField'
      | 'prompt'
      | 'translator',
      string
    >
  >
}

/** What a note says. */
export interface Note {
  /** The entry that it is about, or `unknown` or `prompt`. */
  readonly id: string
  /** The short meaning in the customer's language. */
  readonly label: string
  /** «No se usa», «Elige este», «Tu tema», or nothing. */
  readonly badge: string
  /** Why it is not used, in a few words. */
  readonly why: string
  /** What it means or how to fill it, in a sentence. */
  readonly hint: string
  /** Does its label stand in the closed list already? Then only the rest is said, where there is room for it. */
  readonly isSaid?: boolean
  /** `plain`, to be used, not used, chosen though it is not used, or not known. */
  readonly tone: 'plain' | 'use' | 'unused' | 'unfit' | 'unknown'
}

/** The entries that are a choice between two, where the right one is worth saying. */
const RECOMMENDED = 'existing-customer'

/** Say what is known about what stands at a place of the page. */
export function noteOf({ place, entry }: Match, texts: Texts, wanted?: Wanted): Note {
  return noteFor(entry === 'unknown' && place.type === 'field' ? 'unknown field' : entry, texts, wanted)
}

/** Say what is known about an entry of the form, and whether it is on the way to what the customer wants. */
export function noteFor(
  entry: Entry | 'unknown' | 'unknown field' | 'prompt',
  { form, note }: Texts,
  wanted: Wanted = NOTHING_WANTED,
): Note {
  if (entry === 'unknown' || entry === 'unknown field') {
    const hint = entry === 'unknown' ? note.unknownHint : note.unknownField
    return { id: 'unknown', label: note.unknown, badge: '', why: '', hint, tone: 'unknown' }
  }
  if (entry === 'prompt') return { id: entry, label: note.prompt, badge: '', why: '', hint: '', tone: 'plain' }
  const { label, hint, why = '' } = form[entry.id] ?? { label: note.unknown, hint: note.unknownHint }
  if (!entry.used) return { id: entry.id, label, badge: note.notUsed, why, hint, tone: 'unused' }
  const badge = goodBadge(entry.id, note, wanted)
  return { id: entry.id, label, badge, why: '', hint, tone: badge ? 'use' : 'plain' }
}

function goodBadge(id: string, note: Texts['note'], { topic, department }: Wanted): string {
  if (id === topic) return note.wanted
  if (id === department) return note.towards
  return id === RECOMMENDED ? note.use : ''
}

/** What stands between the English and its meaning. */
export const ENGLISH_FIRST = ' — '

/** The label of a native option: English first, so that typing its first letters still finds it. */
export function optionLabel(english: string, note: Note): string {
  return [`${english}${ENGLISH_FIRST}${note.label}`, note.badge].filter(Boolean).join(' · ')
}

/** What parts the meaning from the sentence, where both are seen. */
export const HINT_AFTER = '. '

/** What a note in a row says. @param brief leaves out why something is not used. */
export function rowText({ label, badge, why }: Note, brief: boolean): string {
  const reason = why && !brief ? `${badge}: ${why}` : badge
  return [label, reason].filter(Boolean).join(' · ')
}

/** What a screen reader says after the control's own English name. */
export function spoken(note: Note): string {
  const badge = note.why ? `${note.badge}: ${note.why}` : note.badge
  return [note.label, badge, note.hint]
    .filter(Boolean)
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ')
}
