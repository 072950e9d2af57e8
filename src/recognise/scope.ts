import type { Kind } from '../form/form'
import type { Lexicon } from '../form/lexicon'
import { attribute, composedContains, composedParent, elementById, tagOf } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { knownShare, weigh } from './evidence'
import type { FieldPlace, Place, Places, RowPlace } from './places'

/** A stage of the form that stands on the page, and the element that holds it. */
export interface Scope {
  readonly stage: 'customer' | 'details' | 'topic'
  readonly element: Element
}

/** Prose beyond this many letters, in an article, makes it a text about the form rather than the form. */
const ARTICLE_LETTERS = 1200
/** The share of a container's letters that must be names of ours. */
const COVERAGE = 0.35

/** Find the stages of the form that stand on the page; empty if this is not the form. */
export function findScopes(tokens: Tokens, places: Places, lexicon: Lexicon, body: Element): readonly Scope[] {
  const stranger = (element: Element) =>
    tokens.blocks.some((block) => lexicon.isStranger(block.phrase) && composedContains(element, block.element))
  const details = findDetails(places, body, stranger)
  const topic = findTopic(tokens, places, lexicon)
  const found: Scope[] = []
  if (details) found.push({ stage: 'details', element: details })
  if (topic) found.push({ stage: 'topic', element: topic })
  const customer = findCustomer(tokens, places, body, found, stranger)
  return customer ? [{ stage: 'customer', element: customer }, ...found] : found
}

type Test = (element: Element) => boolean

function findCustomer(
  tokens: Tokens,
  places: Places,
  body: Element,
  others: readonly Scope[],
  stranger: Test,
): Element | null {
  const named = (id: string) =>
    [...places.rows, ...places.buttons].filter(
      (place) =>
        place.candidates.some(({ entry }) => entry.id === id) && isPressable(place) && !isElsewhere(place, tokens),
    )
  const buttons = [...named('existing-customer'), ...named('new-customer')]
  if (weigh(buttons, ['button'], new Map()).distinct < 2) return null
  const scope = commonAncestor(buttons.map(elementOf))
  const foreign = places.fields.some(
    (field) => isFillable(field) && !others.some((other) => composedContains(other.element, field.control.element)),
  )
  return !scope || foreign || stranger(body) ? null : scope
}

/** The container of name, e-mail, password, package and Login, if enough of them are there and little else. */
function findDetails(places: Places, body: Element, stranger: Test): Element | null {
  const fields = places.fields.filter((field) => isDetail(field) || isPackageList(field))
  const logins = [...places.buttons, ...places.rows].filter(
    (place) => place.candidates.some(({ entry }) => entry.id === 'login') && isActionable(place),
  )
  const containers = new Set(fields.map((field) => formOf(field.control.element)).filter((form) => form !== null))
  const common = commonAncestor([...fields, ...logins].map(elementOf))
  if (common && common !== body) containers.add(common)
  else if (common) containers.add(body)
  let best: { element: Element; score: number } | null = null
  for (const element of containers) {
    const inside = (place: Place) => composedContains(element, elementOf(place))
    const known = fields.filter(inside)
    const packages = [
      ...known.flatMap((field) => field.options),
      ...places.rows.filter((row) => inside(row) && isChoiceRow(row)),
    ]
    const { score } = weigh(
      [...known, ...logins.filter(inside), ...packages],
      ['field', 'button', 'package'],
      new Map(),
    )
    const secret = known.some((field) => field.control.kind === 'password') ? 1 : 0
    const foreign = places.fields.filter((field) => inside(field) && isFillable(field) && !known.includes(field)).length
    const rare = known.some((field) => field.candidates.some(({ weight }) => weight >= 3)) || known.some(isPackageList)
    const total = score + secret - 2 * Math.max(0, foreign - 1)
    if (!rare || known.length < 2 || known.length <= foreign || total < 6 || stranger(element)) continue
    if (!best || total > best.score) best = { element, score: total }
  }
  return best?.element ?? null
}

const TOPIC_KINDS: readonly Kind[] = ['department', 'topic']

/** The container of the departments and topics. */
function findTopic(tokens: Tokens, places: Places, lexicon: Lexicon): Element | null {
  const topicsOf = countTopics(lexicon)
  const isOurs = (place: Place) => place.candidates.some(({ entry }) => TOPIC_KINDS.includes(entry.kind))
  const lists = places.fields.filter(
    (field) => field.options.some(isOurs) && !isPackageList(field) && knownShare(field.options) >= 0.5,
  )
  const rows = places.rows.filter((row) => isOurs(row) && isActionable(row) && !isElsewhere(row, tokens))
  const closed = places.fields.filter((field) => isOpenedBy(field, rows))
  let inside: Place[] = [...lists, ...rows]
  let element = commonAncestor(inside.map(elementOf))
  while (element) {
    const evidence = weigh(inside.flatMap(withOptions), TOPIC_KINDS, topicsOf)
    if (!isEnough(evidence)) return null
    const around = element
    if (coverage(around, tokens, inside) >= COVERAGE) return commonAncestor([...inside, ...closed].map(elementOf))
    const parts = childrenOf(around, inside)
    inside = parts.reduce((most, part) => (part.length > most.length ? part : most), [] as Place[])
    const narrower = commonAncestor(inside.map(elementOf))
    if (narrower === element) return null
    element = narrower
  }
  return null
}

function isEnough({ score, distinct, rare, departments, complete }: ReturnType<typeof weigh>): boolean {
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
    if (place.type !== 'field') continue
    for (const option of place.options) {
      total += option.english.length
      if (option.candidates.length > 0 || option.prompt) seen += option.english.length
    }
  }
  for (const block of tokens.blocks) {
    if (!composedContains(element, block.element)) continue
    total += block.letters
    if (ours.has(block)) seen += block.letters
  }
  return total === 0 ? 0 : seen / total
}

/** The places grouped by the child of `element` that they are in. */
function childrenOf(element: Element, places: readonly Place[]): Place[][] {
  const groups = new Map<Element, Place[]>()
  for (const place of places) {
    let node: Element = elementOf(place)
    for (let up = composedParent(node); up && up !== element; up = composedParent(node)) node = up
    groups.set(node, [...(groups.get(node) ?? []), place])
  }
  return [...groups.values()]
}

function withOptions(place: Place): readonly Place[] {
  return place.type === 'field' ? place.options : [place]
}

function isOpenedBy(field: FieldPlace, rows: readonly RowPlace[]): boolean {
  if (field.control.kind !== 'combobox' && field.control.kind !== 'text') return false
  const { element } = field.control
  const id = attribute(element, 'aria-controls') ?? attribute(element, 'aria-owns')
  const list = id ? elementById(element, id) : null
  return list !== null && rows.some((row) => composedContains(list, row.row.block.element))
}

function isDetail(field: FieldPlace): boolean {
  return field.control.kind === 'password' || field.candidates.some(({ entry }) => entry.stage === 'details')
}

/** Is this the list of packages, whatever it is called? */
export function isPackageList(field: Pick<FieldPlace, 'options'>): boolean {
  const has = (id: string) =>
    field.options.some((option) => option.candidates.some(({ entry, exact }) => exact && entry.id === id))
  return has('package.shared') && has('package.domain')
}

/** A field that a customer of another form would have to fill in. */
export function isFillable(field: FieldPlace): boolean {
  return !(field.control.kind === 'select' && knownShare(field.options) >= 0.5)
}

function isChoiceRow(row: RowPlace): boolean {
  return row.row.owner !== null
}

/** The element that stands for a place. */
export function elementOf(place: Place): Element {
  if (place.type === 'field') return place.control.element
  if (place.type === 'row') return place.row.owner ?? place.row.block.element
  return place.element
}

/** Could this be clicked or chosen? Plain text says something about the form, but is not the form. */
export function isActionable(place: Place): boolean {
  if (place.type !== 'row') return true
  const { owner, element, block } = place.row
  return owner ? !leadsAway(owner) : !block.inProse() && looksClickable(element)
}

/** Like `isActionable`, for the two customer buttons, which may well be links to the next page of the form. */
function isPressable(place: Place): boolean {
  return isActionable(place) || (place.type === 'row' && place.row.owner !== null)
}

/** A link to another page, or to a heading further down, is navigation and no choice. */
function leadsAway(owner: Element): boolean {
  const href = tagOf(owner) === 'a' ? attribute(owner, 'href') : null
  if (href === null || href === '' || href === '#' || /^javascript:/i.test(href)) return false
  if (attribute(owner, 'role') !== null || attribute(owner, 'onclick') !== null) return false
  if (!href.startsWith('#')) return true
  const target = elementById(owner, href.slice(1))
  return target === null || /^h[1-6]$/.test(tagOf(target)) || /^(section|article)$/.test(tagOf(target))
}

function looksClickable(element: Element): boolean {
  const view = element.ownerDocument.defaultView
  return view?.getComputedStyle(element).cursor === 'pointer'
}

const LANDMARK_TAGS = new Set(['nav', 'footer'])
const LANDMARK_ROLES = new Set(['navigation', 'contentinfo', 'search'])

/** In the page's navigation or footer, in the middle of a sentence, or in a long article. */
function isElsewhere(place: Place, tokens: Tokens): boolean {
  if (place.type === 'row' && place.row.block.inProse()) return true
  for (let node: Element | null = elementOf(place); node; node = composedParent(node)) {
    if (isLandmark(node)) return true
    if (tagOf(node) === 'article' && lettersIn(node, tokens) > ARTICLE_LETTERS) return true
  }
  return false
}

/** Is this a part of every page rather than of the form? */
export function isLandmark(element: Element): boolean {
  return LANDMARK_TAGS.has(tagOf(element)) || LANDMARK_ROLES.has(attribute(element, 'role') ?? '')
}

function lettersIn(element: Element, tokens: Tokens): number {
  return tokens.blocks.reduce((sum, block) => sum + (composedContains(element, block.element) ? block.letters : 0), 0)
}

function formOf(element: Element): Element | null {
  for (let node = composedParent(element); node; node = composedParent(node)) {
    if (tagOf(node) === 'form' || /^(form|dialog)$/.test(attribute(node, 'role') ?? '') || tagOf(node) === 'dialog')
      return node
  }
  return null
}

function commonAncestor(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0] ?? null
  for (const element of elements) {
    while (common && !composedContains(common, element)) common = composedParent(common)
  }
  return common
}
