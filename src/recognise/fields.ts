import type { Entry } from '../form/form'
import type { Lexicon } from '../form/lexicon'
import type { ControlKind } from '../page/control-kind'
import { knownShare } from './evidence'
import type { Match, Scope } from './match'
import { type FieldPlace, isPackageList, type Places } from './places'

/** A field of the form and what it is. */
export interface FieldMatch extends Match {
  readonly place: FieldPlace
}

/** What a field seems to be, and with how much right. */
interface Claim {
  readonly field: FieldPlace
  readonly entry: Entry | undefined
  readonly weight: number
}

/**
 * Tell what the fields of a stage are. Two that claim the same entry with equal right are both unknown, unless both are
 * lists: a kit draws a list of its own over the native one, and both are what they say. What nobody sees claims nothing that
 * something seen does, and is never unknown: it may be a trap for robots, or an older layout.
 */
export function matchFields(
  places: Places,
  scope: Scope,
  lexicon: Lexicon,
  isSeen: (field: FieldPlace) => boolean,
): readonly FieldMatch[] {
  const fields = places.fields.filter((field) => scope.holds(field.order))
  const seen = claimed(fields.filter(isSeen), scope, lexicon)
  const others = claimed(
    fields.filter((field) => !isSeen(field)),
    scope,
    lexicon,
  )
  const isNew = ({ entry }: FieldMatch) => entry !== 'unknown' && !seen.some((match) => match.entry === entry)
  return [...seen, ...others.filter(isNew)].sort((a, b) => a.place.order - b.place.order)
}

function claimed(fields: readonly FieldPlace[], scope: Scope, lexicon: Lexicon): readonly FieldMatch[] {
  const first = fields.map((field) => claim(field, fields, scope, lexicon))
  const claims = first.map((one) => (one.entry ? one : { ...one, entry: theOther(one.field, first, lexicon) }))
  return claims.map(({ field, entry, weight }) => {
    const rival = claims.some(
      (other) =>
        other.field !== field &&
        other.entry === entry &&
        other.weight >= weight &&
        !(isList(other.field) && isList(field)),
    )
    return { place: field, entry: entry && !rival ? entry : 'unknown' }
  })
}

/** Of the lists of departments and of topics, the one that the other is not, if what is chosen may be of both. */
function theOther({ shown }: FieldPlace, claims: readonly Claim[], lexicon: Lexicon): Entry | undefined {
  const isShown = (kind: string) => shown?.candidates.some(({ entry, exact }) => exact && entry.kind === kind)
  if (!isShown('department') || !isShown('topic')) return undefined
  const others = claims.flatMap(({ entry }) => (entry && PAIR.includes(entry.id) ? [entry.id] : []))
  const [id, more] = PAIR.filter((one) => !others.includes(one))
  return more ? undefined : lexicon.form.entries.find((entry) => entry.id === id)
}

const PAIR: readonly string[] = ['department', 'topic']

function isList({ control: { kind } }: FieldPlace): boolean {
  return kind === 'select' || kind === 'combobox'
}

function claim(field: FieldPlace, fields: readonly FieldPlace[], scope: Scope, lexicon: Lexicon): Claim {
  const byId = (id: string | null) => lexicon.form.entries.find((entry) => entry.id === id)
  const list = byId(listId(field))
  if (list) return { field, entry: list, weight: 10 }
  const named = field.candidates.find(({ entry }) => entry.stage === scope.stage && fits(entry, field.control.kind))
  if (named) return { field, entry: named.entry, weight: named.weight }
  const chosen = byId(chosenList(field, scope))
  if (chosen) return { field, entry: chosen, weight: 1 }
  return { field, entry: isOnlyPassword(field, fields) ? byId('password') : undefined, weight: 1 }
}

/** A native list shows what it is by its options, whatever it is called. */
function listId({ options }: FieldPlace): string | null {
  if (options.length === 0 || knownShare(options) < 0.5) return null
  const kinds = options.flatMap((option) => option.candidates.slice(0, 1).map(({ entry }) => entry.kind))
  const count = (kind: string) => kinds.filter((other) => other === kind).length
  if (isPackageList({ options })) return 'package'
  if (count('topic') > 0) return count('topic') >= count('department') / 2 ? 'topic' : 'department'
  return count('department') > 1 ? 'department' : null
}

/** Kits may say what is chosen in place of the list's name; it tells the list if it can be chosen in one list only. */
function chosenList({ control, shown }: FieldPlace, { stage }: Scope): string | null {
  if (control.kind !== 'combobox' || !shown) return null
  const fitting = shown.candidates.filter(
    ({ entry, exact }) => exact && entry.stage === stage && LISTED.has(entry.kind),
  )
  const kinds = new Set(fitting.map(({ entry }) => entry.kind))
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null
}

/** What can be chosen in a list; the list itself has the same word for its id. */
const LISTED = new Set(['package', 'department', 'topic'])

/** The password's English is not attested, so a nameless password field is known by its type, if it is the only one. */
function isOnlyPassword(field: FieldPlace, fields: readonly FieldPlace[]): boolean {
  if (field.control.kind !== 'password' || field.english !== '') return false
  return fields.filter((other) => other.control.kind === 'password').length === 1
}

const TYPED = new Set(['name', 'billing-username'])

/** Can a control of this kind be that field? A password that was made readable is a text field for a while. */
export function fits(entry: Entry, kind: ControlKind): boolean {
  if (TYPED.has(entry.id)) return kind === 'text'
  if (entry.id === 'password') return kind === 'password' || kind === 'text'
  return kind === 'select' || kind === 'combobox' || kind === 'text'
}
