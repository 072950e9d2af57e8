import { unionOf } from './box'
import { attribute, composedContains, composedParent, elementById, flatParent, isFormLike, rootOf, tagOf } from './dom'
import { drawnAround, drawnBy } from './drawn'
import { boxOf, lineBoxes } from './geometry'
import { inherited } from './inherited'
import { type Judge, namesNearby } from './nearby'
import { isAction } from './rows'
import { within } from './spans'
import type { Block, Control, Tokens } from './token'

/** One thing that a control is called, and the text on the page that says so, if it is one. */
export interface Name {
  readonly text: string
  readonly block: Block | null
  /** It only stands near the control: nothing in the page says that the two belong together. */
  readonly isNear?: true
}

/** Answers what a control is called, the surest name first. */
export type Namer = (control: Control) => readonly Name[]

const UPWARDS = 8
/** What a list of ids is read up to, in characters. */
const LONGEST_REFERENCE = 400
/** So many controls without a name of their own are no form of ours; they are not measured. */
const MOST_BARE = 60

/**
 * Names of controls as a person finds them: `aria-labelledby`, `aria-label`, `<label>`, `title`, placeholder; else the
 * text that stands near it.
 * https://www.w3.org/TR/accname-1.2/ — without embedded controls, whose values are none of our business.
 * @param judge tells of a text whether it names a control.
 * @param isValue tells of a text whether a closed list shows it as chosen.
 */
export function namer(tokens: Tokens, judge: Judge, isValue: (text: Block) => boolean): Namer {
  const labels = new Map(tokens.labels.toReversed().map((label) => [attribute(label, 'for'), label]))
  const tiedTo = ({ element }: Control) => [
    ...byReference(element, tokens),
    ...plain(attribute(element, 'aria-label')),
    ...byLabel(element, labels, tokens),
    ...plain(attribute(element, 'title')),
    ...plain(attribute(element, 'placeholder')),
  ]
  const tied = new Map(tokens.controls.map((control) => [control, tiedTo(control)]))
  const near = nearNames(tokens, tied, judge, isValue)
  return (control) => {
    const names = tied.get(control) ?? tiedTo(control)
    if (names.some((name) => name.block)) return names
    const block = near.get(control)
    return block ? [...names, { text: block.text, block, isNear: true }] : names
  }
}

/** The names of all fields that nothing ties to a text. */
function nearNames(
  tokens: Tokens,
  tied: ReadonlyMap<Control, readonly Name[]>,
  judge: Judge,
  isValue: (text: Block) => boolean,
): ReadonlyMap<Control, Block> {
  const taken = new Set([...tied.values()].flat().map(({ block }) => block))
  const isBare = (control: Control) => isField(control) && !tied.get(control)?.some(({ block }) => block)
  return namesByForm(tokens, isField, isBare, (text) => !taken.has(text) && !isValue(text), judge)
}

/**
 * The texts that merely stand near radios and checkboxes, and the control that each belongs to.
 * @param judge tells of a text whether it is something to choose.
 */
export function choicesNearby(tokens: Tokens, judge: Judge): ReadonlyMap<Block, Element> {
  const labels = new Set(tokens.labels.map((label) => attribute(label, 'for')))
  const isBare = ({ kind, element }: Control) =>
    kind === 'choice' && !labels.has(attribute(element, 'id') ?? '') && closest(element, 'label') === null
  const isFree = (text: Block) => closest(text.element, 'label') === null
  const found = namesByForm(tokens, ({ kind }) => kind !== 'button', isBare, isFree, judge)
  return new Map([...found].map(([control, text]) => [text, control.element]))
}

function isField({ kind }: Control): boolean {
  return kind !== 'choice' && kind !== 'button'
}

/** What stands near the controls that are bare, a form at a time. @param stands tells which controls part texts. */
function namesByForm(
  tokens: Tokens,
  stands: (control: Control) => boolean,
  isBare: (control: Control) => boolean,
  isFree: (text: Block) => boolean,
  judge: Judge,
): ReadonlyMap<Control, Block> {
  const found = new Map<Control, Block>()
  const bare = tokens.controls.filter(isBare)
  if (bare.length === 0 || bare.length > MOST_BARE) return found
  const formOf = inherited<Element | null>(null, (element, around) => (isFormLike(element) ? element : around))
  const isPressed = inherited(false, (element, around) => around || (isAction(element) && tagOf(element) !== 'label'))
  const texts = tokens.blocks.filter((text) => text.text !== '' && isFree(text) && !isPressed(text.element))
  // Without a word that names something there is nothing to be measured.
  const isTelling = (control: Control) => texts.some((text) => judge(text, control) !== null)
  for (const form of new Set(bare.filter(isTelling).map(({ element }) => formOf(element)))) {
    const isHere = ({ element }: Block | Control) => formOf(element) === form
    const isThere = (control: Control) => isHere(control) && tokens.isOperable(control.element)
    const group = {
      controls: bare.filter(isThere),
      all: tokens.controls.filter((control) => stands(control) && isThere(control)),
      texts: texts.filter((text) => isHere(text) && tokens.isSeen(text.element)),
    }
    for (const [control, name] of namesNearby(group, judge, boxOfToken)) found.set(control, name)
  }
  return found
}

/** Where a person sees a text or a control. */
export function boxOfToken(token: Block | Control): ReturnType<typeof boxOf> {
  if (token.type === 'block') return unionOf(lineBoxes(token))
  const box = boxOf(drawnBy(token.element))
  return box && box.right - box.left > 1 ? box : boxOf(drawnAround(token.element) ?? token.element)
}

function plain(text: string | null): Name[] {
  return text?.trim() ? [{ text, block: null }] : []
}

function byReference(element: Element, tokens: Tokens): Name[] {
  const ids = (attribute(element, 'aria-labelledby') ?? '')
    .slice(0, LONGEST_REFERENCE)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 4)
  return ids.flatMap((id) => {
    const target = elementById(element, id)
    // A closed list may be called by what is chosen in it too; that is not its name.
    return target && !composedContains(element, target) ? wordsOf(target, tokens) : []
  })
}

/** The words of an element, or of its picture; those of a `<span>` belong to the text that it stands in. */
function wordsOf(target: Element, tokens: Tokens): Name[] {
  const parent = composedParent(target)
  const own = firstIn(target, tokens) ?? (parent && firstIn(parent, tokens))
  if (own && (tokens.holds(target, own.order) || composedContains(own.element, target)))
    return [{ text: own.text, block: own }]
  const picture = target.querySelector('img[alt]')
  return picture ? plain(attribute(picture, 'alt')) : []
}

function firstIn(element: Element, { blocks, spanOf }: Tokens): Block | undefined {
  return within(blocks, spanOf(element))[0]
}

function byLabel(element: Element, labels: ReadonlyMap<string | null, Element>, tokens: Tokens): Name[] {
  const id = attribute(element, 'id')
  const pointing = id === null ? undefined : labels.get(id)
  if (pointing && rootOf(pointing) === rootOf(element)) return wordsOf(pointing, tokens)
  const around = closest(element, 'label')
  return around ? wordsOf(around, tokens) : []
}

/** The nearest element with a tag that another one is drawn in, a few levels up. */
function closest(element: Element, tag: string): Element | null {
  let node: Element | null = element
  for (let step = 0; node && step < UPWARDS; step++, node = flatParent(node)) if (tagOf(node) === tag) return node
  return null
}
