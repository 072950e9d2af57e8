import type { Kind } from '../form/form'
import { composedParent } from '../page/dom'
import { inOrder, within, withinAny } from '../page/spans'
import type { Tokens } from '../page/tokens'
import { freshAmong, isEnough, weigh, withOptions } from './evidence'
import { elementOf, type Place } from './places'

/** The share of a container's letters that must be names of ours. */
const COVERAGE = 0.35
/** The same where the form was seen before, as in a list that shows a few of its rows at a time. */
const SCROLLED_COVERAGE = 0.6
/** On a page of more choices of ours not every container of them is looked at. */
const MOST = 400

/** An element, and what of the form stands in it, in reading order. */
interface Container {
  readonly element: Element
  readonly inside: readonly Place[]
}

/**
 * The container of the departments and topics: the smallest one that is surely ours, and whatever is around it as long as that
 * explains more. A header that says "Domains" and "Email" once more explains nothing that the list has not.
 * @param choices lists and single choices that can be ours.
 * @param met whether the form was on this document before.
 */
export function findCore(
  choices: readonly Place[],
  kinds: readonly Kind[],
  topicsOf: ReadonlyMap<string, number>,
  tokens: Tokens,
  met: boolean,
): Element | null {
  const ordered = [...choices].sort(inOrder).slice(0, MOST)
  const containers = containersOf(ordered, tokens)
  const isOurs = ({ element, inside }: Container) => {
    const evidence = weigh(inside.flatMap(withOptions), kinds, topicsOf)
    const share = isEnough(evidence) || (met && evidence.distinct > 1) ? coverage(element, tokens, inside, null) : 0
    return isEnough(evidence) ? share >= COVERAGE : share >= SCROLLED_COVERAGE
  }
  const smallest = containers.find(isOurs)
  return smallest ? widened(smallest, containers, kinds, topicsOf, tokens).element : null
}

/** The elements that hold choices, each time that they hold more, the smallest first. */
function containersOf(ordered: readonly Place[], tokens: Tokens): readonly Container[] {
  const found = new Map<Element, Container>()
  for (const place of ordered) {
    let count = 0
    for (let element: Element | null = elementOf(place); element; element = composedParent(element)) {
      if (found.has(element)) break
      const inside = within(ordered, tokens.spanOf(element))
      if (inside.length > count) found.set(element, { element, inside })
      count = Math.max(count, inside.length)
    }
  }
  return [...found.values()].sort((a, b) => a.inside.length - b.inside.length)
}

/** A container with what is around it, as long as that is mostly ours, and new. */
function widened(
  start: Container,
  containers: readonly Container[],
  kinds: readonly Kind[],
  topicsOf: ReadonlyMap<string, number>,
  tokens: Tokens,
): Container {
  let best = start
  for (const outer of containers) {
    if (outer.inside.length <= best.inside.length || !outer.inside.includes(best.inside[0] as Place)) continue
    const added = outer.inside.filter((place) => !best.inside.includes(place))
    const fresh = freshAmong(added, best.inside, kinds, topicsOf)
    if (fresh.length === 0 || coverage(outer.element, tokens, fresh, best.element) < COVERAGE) break
    best = outer
  }
  return best
}

/** Which of a container's letters are names of ours; what is in lists counts as seen. @param without a part that does not count. */
function coverage(element: Element, tokens: Tokens, known: readonly Place[], without: Element | null): number {
  const ours = new Set(known.map((place) => (place.type === 'row' ? place.row.block : null)))
  let seen = 0
  let total = 0
  for (const place of known) {
    const lettersOf = ({ english }: Place) => english.length
    if (place.type === 'button') {
      total += lettersOf(place)
      seen += lettersOf(place)
    }
    if (place.type !== 'field') continue
    for (const option of place.options) {
      total += lettersOf(option)
      if (option.candidates.length > 0 || option.prompt) seen += lettersOf(option)
    }
  }
  const isExplaining = withinAny(
    known.flatMap((place, at) => aloneAround(place, element, [known[at - 1], known[at + 1]], tokens) ?? []),
    tokens,
  )
  for (const block of within(tokens.blocks, tokens.spanOf(element))) {
    const isOther = without !== null && tokens.holds(without, block.order)
    if (isOther || (!ours.has(block) && (isExplaining(block.order) || !tokens.isSeen(block.element)))) continue
    total += block.letters
    if (ours.has(block)) seen += block.letters
  }
  return total === 0 ? 0 : seen / total
}

/** What a choice says besides its name is no longer than this, in letters. */
const LONGEST_HINT = 160

/** The outermost element that holds one choice and no other, and little else: what it says there explains the name. */
function aloneAround(
  place: Place,
  container: Element,
  others: readonly (Place | undefined)[],
  tokens: Tokens,
): Element | null {
  let alone: Element | null = null
  for (let node: Element | null = elementOf(place); node && node !== container; node = composedParent(node)) {
    const element = node
    if (others.some((other) => other && tokens.holds(element, other.order))) break
    alone = element
  }
  const letters = within(tokens.blocks, alone && tokens.spanOf(alone)).reduce((sum, block) => sum + block.letters, 0)
  return letters <= place.english.length + LONGEST_HINT ? alone : null
}
