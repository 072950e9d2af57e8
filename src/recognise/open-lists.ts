import type { Kind } from '../form/form'
import { commonAncestor, composedContains, composedParent } from '../page/dom'
import type { Tokens } from '../page/tokens'
import { isActionable } from './actionable'
import { isElsewhere } from './elsewhere'
import { elementOf, type Places, type RowPlace } from './places'

/** The share of a list's texts that must be ours, once the form itself was recognised. */
const ENOUGH = 0.5

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
): readonly Element[] {
  const isInside = (order: number) => parts.some((part) => tokens.holds(part, order))
  const isOurs = (row: RowPlace) => row.candidates.some(({ entry }) => KINDS[stage].includes(entry.kind))
  const linked = places.fields.flatMap((field) => (field.list && isInside(field.order) ? [field.list] : []))
  const rows = places.rows.filter((row) => isOurs(row) && !isInside(row.order))
  // A dialog that asks for one of a few says once more what is asked.
  const names = places.rows.filter((row) => isNameAt(stage, row) && !isInside(row.order))
  const branches = new Set(
    rows.filter((row) => isActionable(row) && !isElsewhere(row, tokens)).map((row) => branchOf(elementOf(row), parts)),
  )
  const floating = [...branches].filter((branch): branch is Element => branch !== null && floats(branch, rows, tokens))
  return [...linked, ...floating].filter((list) => share(list, [...rows, ...names], tokens) >= ENOUGH)
}

/** Is it what a list of the stage is called? */
function isNameAt(stage: string, { candidates }: RowPlace): boolean {
  return candidates.some(({ entry, exact }) => exact && entry.kind === 'field' && entry.stage === stage)
}

/** The outermost element around another that holds nothing of the stage. */
function branchOf(element: Element, parts: readonly Element[]): Element | null {
  let branch: Element | null = null
  const common = commonAncestor([element, ...parts])
  for (let node: Element | null = element; node && node !== common; node = composedParent(node)) branch = node
  return branch
}

/** Does a row of this branch lie over the page instead of in it? */
function floats(branch: Element, rows: readonly RowPlace[], tokens: Tokens): boolean {
  const row = rows.find(({ order }) => tokens.holds(branch, order))
  for (let node: Element | null = row ? elementOf(row) : null; node; node = composedParent(node)) {
    const position = getComputedStyle(node).position
    if (position === 'absolute' || position === 'fixed') return true
    if (node === branch || !composedContains(branch, node)) return false
  }
  return false
}

function share(list: Element, ours: readonly RowPlace[], tokens: Tokens): number {
  const all = tokens.blocks.filter((block) => block.phrase !== '' && tokens.holds(list, block.order)).length
  return all === 0 ? 0 : ours.filter((row) => tokens.holds(list, row.order)).length / all
}
