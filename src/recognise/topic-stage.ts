import type { Entry, Kind } from '../form/form'
import type { Candidate, Lexicon } from '../form/lexicon'
import { attribute, commonAncestor, composedContains, tagOf } from '../page/dom'
import { within } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { asideIn } from './aside'
import { findCore } from './core'
import type { Elsewhere } from './elsewhere'
import { isFillable, knownShare } from './evidence'
import { nextSteps } from './next-steps'
import { elementOf, type FieldPlace, isPackageList, type Place, type Places, type RowPlace } from './places'
import type { Strangers } from './strangers'

const KINDS: readonly Kind[] = ['department', 'topic']

/** The elements that a stage stands in, and what stands in these and is none of it. */
interface Found {
  readonly parts: readonly Element[]
  readonly aside: readonly Element[]
}

/**
 * The elements that departments and topics stand in: the container of the rows, and each closed list; empty if they are
 * not there.
 * @param seen the places that are seen; what is hidden is only looked at where nothing is.
 * @param met whether the form was on this document before.
 */
export function findTopic(
  tokens: Tokens,
  seen: Places,
  places: Places,
  isElsewhere: Elsewhere,
  strangers: Strangers,
  lexicon: Lexicon,
  met: boolean,
): Found {
  const coreIn = (some: Places) => findCore(choicesIn(some, tokens, isElsewhere, lexicon), KINDS, topics, tokens, met)
  const topics = countTopics(lexicon)
  const core = coreIn(seen) ?? coreIn(places)
  const closed = seen.fields.filter(
    (field) => isClosedList(field) && !isElsewhere(field) && (isNamed(field) || isOpenedBy(field, core)),
  )
  if (!core && !isForm(closed, seen, met || speaksOfChat(tokens), strangers)) return { parts: [], aside: [] }
  const names = core ? namesBefore(core, seen, tokens, isElsewhere) : []
  const apart = [...names, ...closed].map(elementOf).filter((element) => !(core && composedContains(core, element)))
  if (!core) return { parts: apart, aside: [] }
  const inCore = choicesIn(seen, tokens, isElsewhere, lexicon).filter(({ order }) => tokens.holds(core, order))
  return { parts: [core, ...apart], aside: asideIn(core, inCore, KINDS, topics) }
}

/** Everything on the page that can be a department or a topic to choose. */
function choicesIn(
  { fields, rows, buttons }: Places,
  tokens: Tokens,
  isElsewhere: Elsewhere,
  lexicon: Lexicon,
): readonly Place[] {
  const isOurs = (place: Place) => place.candidates.some(({ entry }) => KINDS.includes(entry.kind))
  const lists = fields.filter(
    (field) => field.options.some(isOurs) && !isPackageList(field) && knownShare(field.options) >= 0.5,
  )
  const steps = nextSteps(rows, tokens, lexicon, isElsewhere)
  const isStep = (choice: Place) => choice.type === 'row' && steps.has(choice)
  const choices = [...rows, ...buttons].filter(
    (choice) => isOurs(choice) && (isActionable(choice) || isStep(choice)) && !isElsewhere(choice),
  )
  return [...lists, ...choices]
}

/** How many texts may stand between a list and its name, such as a hint. */
const BETWEEN = 2

/** The texts right before the rows that say what they are: "Topic", or the headers of a table's columns. */
function namesBefore(core: Element, { rows }: Places, tokens: Tokens, isElsewhere: Elsewhere): readonly RowPlace[] {
  const [from] = tokens.spanOf(core) ?? [0]
  const before = rows.filter(({ order }) => order < from).slice(-1 - BETWEEN)
  const topics = within(rows, tokens.spanOf(core)).flatMap(({ candidates }) => candidates.map(({ entry }) => entry))
  const isHeading = ({ id }: Entry) => topics.some(({ department }) => department === id)
  const isName = ({ entry, exact }: Candidate) =>
    exact && ((entry.kind === 'field' && entry.stage === 'topic') || isHeading(entry))
  return before.filter((row) => row.candidates.some(isName) && !isElsewhere(row))
}

/** Is there a heading or a button about the chat, such as "Start Chat"? */
function speaksOfChat({ blocks }: Tokens): boolean {
  return blocks.some((block) => / chat |^chat | chat$/.test(block.phrase))
}

/**
 * Closed lists alone are the form if they are no part of another one, and either both are there, or the page is surely about
 * the chat and nothing else is to be filled in with the one.
 */
function isForm(closed: readonly FieldPlace[], { fields }: Places, sure: boolean, strangers: Strangers): boolean {
  const names = new Set(closed.flatMap(({ candidates }) => candidates.slice(0, 1).map(({ entry }) => entry.id)))
  const around = commonAncestor(closed.map(elementOf))
  const others = fields.filter((field) => !closed.includes(field) && isFillable(field))
  if (!around || strangers.fillIn(around, others)) return false
  return names.size > 1 || (sure && others.length === 0 && !closed.every(isBareButton))
}

const OPENING = ['aria-haspopup', 'aria-expanded', 'aria-controls'] as const

/** A button of which nothing but its words says that it opens a list. */
function isBareButton({ control: { element } }: FieldPlace): boolean {
  if (tagOf(element) !== 'button') return false
  return OPENING.every((name) => attribute(element, name) === null)
}

/** A list whose options are not on the page yet, or are ours; in some one can type. */
function isClosedList({ control, options }: FieldPlace): boolean {
  if (control.kind === 'combobox' || control.kind === 'text') return true
  return control.kind === 'select' && (options.every((option) => option.prompt) || knownShare(options) >= 0.5)
}

/** By its name, or, where kits show what is chosen in place of the name, by that. */
function isNamed({ candidates, shown }: FieldPlace): boolean {
  return (
    candidates.some(({ entry }) => entry.stage === 'topic' && entry.kind === 'field') ||
    (shown?.candidates.some(({ entry, exact }) => exact && KINDS.includes(entry.kind)) ?? false)
  )
}

function countTopics(lexicon: Lexicon): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { department } of lexicon.form.entries) {
    if (department) counts.set(department, (counts.get(department) ?? 0) + 1)
  }
  return counts
}

function isOpenedBy({ list }: FieldPlace, core: Element | null): boolean {
  return list !== null && core !== null && (composedContains(list, core) || composedContains(core, list))
}
