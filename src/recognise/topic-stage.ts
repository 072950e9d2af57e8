import type { Kind } from '../form/form'
import type { Candidate, Lexicon } from '../form/lexicon'
import { attribute, commonAncestor, composedContains, tagOf } from '../page/dom'
import { inherited } from '../page/inherited'
import { within, withinAny } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import type { Elsewhere } from './elsewhere'
import { type Evidence, knownShare, weigh } from './evidence'
import { elementOf, type FieldPlace, isFillable, isPackageList, type Place, type Places, type RowPlace } from './places'

/** The share of a container's letters that must be names of ours. */
const COVERAGE = 0.35
/** The same where the form was seen before, as in a list that shows a few of its rows at a time. */
const SCROLLED_COVERAGE = 0.6
/** How often the container is left for a part of it. A page that hides the form deeper does so on purpose. */
const MOST_STEPS = 20
const TOPIC_KINDS: readonly Kind[] = ['department', 'topic']

/**
 * The elements that departments and topics stand in: the container of the rows, and each closed list; empty if they are
 * not there.
 * @param met whether the form was on this document before.
 */
export function findTopic(
  tokens: Tokens,
  places: Places,
  isElsewhere: Elsewhere,
  lexicon: Lexicon,
  met: boolean,
): readonly Element[] {
  const core = findCore(tokens, places, isElsewhere, lexicon, met)
  const closed = places.fields.filter(
    (field) => isClosedList(field) && !isElsewhere(field) && (isNamed(field) || isOpenedBy(field, core)),
  )
  if (!core && !isForm(closed, places, met || speaksOfChat(tokens))) return []
  const names = core ? namesBefore(core, places, tokens, isElsewhere) : []
  const apart = [...names, ...closed].map(elementOf).filter((element) => !(core && composedContains(core, element)))
  return core ? [core, ...apart] : apart
}

/** How many texts may stand between a list and its name, such as a hint. */
const BETWEEN = 2

/** The texts right before the rows that say what they are: "Topic", or the headers of a table's columns. */
function namesBefore(core: Element, { rows }: Places, tokens: Tokens, isElsewhere: Elsewhere): readonly RowPlace[] {
  const [from] = tokens.spanOf(core) ?? [0]
  const before = rows.filter(({ order }) => order < from).slice(-1 - BETWEEN)
  const isName = ({ entry, exact }: Candidate) => exact && entry.kind === 'field' && entry.stage === 'topic'
  return before.filter((row) => row.candidates.some(isName) && !isElsewhere(row))
}

/** Is there a heading or a button about the chat, such as "Start Chat"? */
function speaksOfChat({ blocks }: Tokens): boolean {
  return blocks.some((block) => / chat |^chat | chat$/.test(block.phrase))
}

/**
 * Closed lists alone are the form if nothing else has to be filled in and either both are there, or the page is surely
 * about the chat.
 */
function isForm(closed: readonly FieldPlace[], places: Places, sure: boolean): boolean {
  const names = new Set(closed.flatMap(({ candidates }) => candidates.slice(0, 1).map(({ entry }) => entry.id)))
  const around = commonAncestor(closed.map(elementOf))
  const foreign = places.fields.some((field) => !closed.includes(field) && isFillable(field))
  return around !== null && !foreign && (names.size > 1 || (sure && !closed.every(isBareButton)))
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
    (shown?.candidates.some(({ entry, exact }) => exact && TOPIC_KINDS.includes(entry.kind)) ?? false)
  )
}

/** The container of the departments and topics that are on the page. */
function findCore(
  tokens: Tokens,
  places: Places,
  isElsewhere: Elsewhere,
  lexicon: Lexicon,
  met: boolean,
): Element | null {
  const topicsOf = countTopics(lexicon)
  const isOurs = (place: Place) => place.candidates.some(({ entry }) => TOPIC_KINDS.includes(entry.kind))
  const lists = places.fields.filter(
    (field) => field.options.some(isOurs) && !isPackageList(field) && knownShare(field.options) >= 0.5,
  )
  const choices = [...places.rows, ...places.buttons].filter(
    (choice) => isOurs(choice) && isActionable(choice) && !isElsewhere(choice),
  )
  let inside: Place[] = [...lists, ...choices]
  let element = commonAncestor(inside.map(elementOf))
  for (let step = 0; element && step < MOST_STEPS; step++) {
    const evidence = weigh(inside.flatMap(withOptions), TOPIC_KINDS, topicsOf)
    const share = coverage(element, tokens, inside)
    if (met && evidence.distinct > 1 && share >= SCROLLED_COVERAGE) return element
    if (!isEnough(evidence)) return null
    if (share >= COVERAGE) return element
    const parts = childrenOf(element, inside)
    inside = parts.reduce((most, part) => (part.length > most.length ? part : most), [] as Place[])
    const narrower = commonAncestor(inside.map(elementOf))
    if (narrower === element) return null
    element = narrower
  }
  return null
}

function isEnough({ score, distinct, rare, departments, complete }: Evidence): boolean {
  if (complete && score >= 6) return true
  return score >= 8 && distinct >= 4 && (rare >= 2 || (rare === 1 && departments >= 5))
}

function countTopics(lexicon: Lexicon): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { department } of lexicon.form.entries) {
    if (department) counts.set(department, (counts.get(department) ?? 0) + 1)
  }
  return counts
}

/** Which of a container's letters are names of ours; what is in lists counts as seen. */
function coverage(element: Element, tokens: Tokens, known: readonly Place[]): number {
  const ours = new Set(known.map((place) => (place.type === 'row' ? place.row.block : null)))
  let seen = 0
  let total = 0
  for (const place of known) {
    if (place.type === 'button') {
      total += place.english.length
      seen += place.english.length
    }
    if (place.type !== 'field') continue
    for (const option of place.options) {
      total += option.english.length
      if (option.candidates.length > 0 || option.prompt) seen += option.english.length
    }
  }
  // What a button says below its name explains the name.
  const isOwned = withinAny(
    known.flatMap((place) => (place.type === 'row' && place.row.owner ? [place.row.owner] : [])),
    tokens,
  )
  for (const block of within(tokens.blocks, tokens.spanOf(element))) {
    if (isOwned(block.order) && !ours.has(block)) continue
    total += block.letters
    if (ours.has(block)) seen += block.letters
  }
  return total === 0 ? 0 : seen / total
}

/** The places grouped by the child of `element` that they are in. */
function childrenOf(element: Element, places: readonly Place[]): Place[][] {
  const childAround = inherited<Element | null>(null, (node, around) => (node === element ? null : (around ?? node)))
  const groups = new Map<Element | null, Place[]>()
  for (const place of places) {
    const child = childAround(elementOf(place))
    const group = groups.get(child)
    if (group) group.push(place)
    else groups.set(child, [place])
  }
  return [...groups.values()]
}

function withOptions(place: Place): readonly Place[] {
  return place.type === 'field' ? place.options : [place]
}

function isOpenedBy({ list }: FieldPlace, core: Element | null): boolean {
  return list !== null && core !== null && (composedContains(list, core) || composedContains(core, list))
}
