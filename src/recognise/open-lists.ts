import type { Kind } from '../form/form'
import { composedContains, composedParent, rectOf } from '../page/dom'
import { inherited } from '../page/inherited'
import { firstFrom, inOrder, within, withinAny } from '../page/spans'
import { hasWords, type Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import type { Elsewhere } from './elsewhere'
import { type ChoicePlace, elementOf, type Places, type RowPlace } from './places'

/** The share of a list's texts that must be ours, once the form itself was recognised. */
const ENOUGH = 0.5

/** How much of the page's width a bar takes, and how tall it is at the most, in pixels. */
const ACROSS = 0.9
const TALLEST_BAR = 120

const KINDS: Readonly<Record<'details' | 'topic', readonly Kind[]>> = {
  details: ['package'],
  topic: ['department', 'topic'],
}

/**
 * The lists of a stage that are open outside its form: those that its controls point to, and those that lie over the
 * page and hold our words. Many kits open their lists at the end of `<body>`.
 * @param parts the elements of the stage.
 */
export function findOpenLists(
  stage: 'details' | 'topic',
  parts: readonly Element[],
  places: Places,
  tokens: Tokens,
  isElsewhere: Elsewhere,
): readonly Element[] {
  const isInside = withinAny(parts, tokens)
  const isOurs = (row: ChoicePlace) => row.candidates.some(({ entry }) => KINDS[stage].includes(entry.kind))
  const linked = places.fields.flatMap((field) => (field.list && isInside(field.order) ? [field.list] : []))
  const choices = [...places.rows, ...places.buttons].sort(inOrder)
  const rows = choices.filter((row) => isOurs(row) && !isInside(row.order))
  // A dialog that asks for one of a few says once more what is asked.
  const names = places.rows.filter((row) => isNameAt(stage, row) && !isInside(row.order))
  const branchOf = branchesBeside(parts, tokens)
  const branches = new Set(
    rows.filter((row) => isActionable(row) && !isElsewhere(row)).map((row) => branchOf(elementOf(row))),
  )
  const floating = [...branches].filter((branch): branch is Element => branch !== null && floats(branch, rows, tokens))
  const texts = tokens.all.filter((token) => (token.type === 'block' ? hasWords(token) : token.kind === 'button'))
  const isMostlyOurs = (list: Element) => {
    const span = tokens.spanOf(list)
    const all = within(texts, span).length
    return all > 0 && (within(rows, span).length + within(names, span).length) / all >= ENOUGH
  }
  return [...new Set([...linked, ...floating])].filter(isMostlyOurs)
}

/** Is it what a list of the stage is called? */
function isNameAt(stage: string, { candidates }: RowPlace): boolean {
  return candidates.some(({ entry, exact }) => exact && entry.kind === 'field' && entry.stage === stage)
}

/** Answers the outermost element around another that does not hold all of the stage. */
function branchesBeside(parts: readonly Element[], { spanOf }: Tokens): (element: Element) => Element | null {
  const spans = parts.flatMap((part) => spanOf(part) ?? [])
  const [first, last] = [Math.min(...spans), Math.max(...spans)]
  return inherited<Element | null>(null, (element, around) => {
    const [from, to] = spanOf(element) ?? [last, first]
    return from <= first && to >= last ? null : (around ?? element)
  })
}

/** Does it go across the page, as a header that stays at the top? */
function isBar(element: Element): boolean {
  const { width, height } = rectOf(element)
  return width >= rectOf(element.ownerDocument.documentElement).width * ACROSS && height <= TALLEST_BAR
}

/** Does a row of this branch lie over the page instead of in it? */
function floats(branch: Element, rows: readonly ChoicePlace[], tokens: Tokens): boolean {
  const [from, to] = tokens.spanOf(branch) ?? [0, 0]
  const row = rows[firstFrom(rows, from)]
  for (let node: Element | null = row && row.order < to ? elementOf(row) : null; node; node = composedParent(node)) {
    const position = getComputedStyle(node).position
    if (position === 'absolute' || position === 'fixed') return !isBar(node)
    if (node === branch || !composedContains(branch, node)) return false
  }
  return false
}
