import * as fc from 'fast-check'
import raw from '../../../src/form/hostgator-chat.json'
import { DEPARTMENTS } from '../../support/words'

const KNOWN = raw.entries.flatMap(({ texts, also }) => [...texts, ...also])

/** Words as a page may have them: the form's, the form's with small changes, and anything at all. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KNOWN) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...KNOWN),
        fc.constantFrom(':', ' *', '…', ' (required)', '\u200B', ' — x', '!', 's', '\u202E'),
        fc.nat(30),
      )
      .map(([text, extra, at]) => text.slice(0, at) + extra + text.slice(at)),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '<b>Shared</b>',
      '__proto__',
      'constructor',
      'x'.repeat(5000),
      'Domain '.repeat(300),
    ),
  },
)

/** An element of a form, to be made with the document's own calls. */
export type Part =
  | {
      readonly kind: 'select'
      readonly label: string
      readonly options: readonly string[]
      readonly groups: readonly string[]
      readonly values: boolean
    }
  | { readonly kind: 'field'; readonly label: string; readonly type: string; readonly placeholder: string }
  | { readonly kind: 'rows'; readonly tag: string; readonly rows: readonly string[]; readonly role: string }
  | { readonly kind: 'button'; readonly text: string; readonly input: boolean }

const lists = fc.array(words, { maxLength: 12 })
const others: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('select' as const),
      label: words,
      options: lists,
      groups: fc.array(words, { maxLength: 4 }),
      values: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('field' as const),
      label: words,
      type: fc.constantFrom('text', 'password', 'email', 'search', 'hidden'),
      placeholder: words,
    }),
    fc.record({
      kind: fc.constant('rows' as const),
      tag: fc.constantFrom('li', 'button', 'label', 'a', 'div', 'td'),
      rows: lists,
      role: fc.constantFrom('', 'option', 'radio', 'treeitem', 'textbox'),
    }),
    fc.record({ kind: fc.constant('button' as const), text: words, input: fc.boolean() }),
  ),
  { maxLength: 7 },
)

function element(
  page: Document,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (Node | string)[]
) {
  const made = page.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value)
  made.append(...inside)
  return made
}

/** Build the parts in a form of their own. */
export function build(page: Document, list: readonly Part[]): HTMLElement {
  const form = element(page, 'form', {})
  for (const [index, part] of list.entries()) form.append(...nodesOf(page, part, `f${index}`))
  return form
}

function nodesOf(page: Document, part: Part, id: string): readonly Node[] {
  if (part.kind === 'field') {
    return [
      element(page, 'label', { for: id }, part.label),
      element(page, 'input', { id, name: id, type: part.type, placeholder: part.placeholder }),
    ]
  }
  if (part.kind === 'button') {
    return [
      part.input
        ? element(page, 'input', { type: 'submit', value: part.text })
        : element(page, 'button', {}, part.text),
    ]
  }
  if (part.kind === 'rows') {
    return [element(page, 'div', {}, ...part.rows.map((text) => element(page, part.tag, { role: part.role }, text)))]
  }
  const options = part.options.map((text) => element(page, 'option', { value: part.values ? text : '' }, text))
  const groups = part.groups.map((label, at) => element(page, 'optgroup', { label }, ...options.splice(0, at + 1)))
  return [
    element(page, 'label', { for: id }, part.label),
    element(page, 'select', { id, name: id }, ...options, ...groups),
  ]
}

/** A change that a page may make to a form; `at` chooses where. */
export type Change = {
  readonly what: 'text' | 'remove' | 'move' | 'clone' | 'add' | 'label' | 'value'
  readonly at: number
  readonly text: string
}

/** A whole list of topics, so that most forms are the form. */
export const TOPICS: Part = {
  kind: 'select',
  label: 'Select a topic',
  groups: ['Dedi/VPS', 'Malware/Security', 'Billing', 'Tech Support'],
  options: DEPARTMENTS.filter(([name]) => ['Billing', 'Tech Support'].includes(name)).flatMap(([, , topics]) =>
    topics.map(([text]) => text),
  ),
  values: false,
}

/** The parts of a form: mostly ours with others around it, now and then only others. */
export const parts: fc.Arbitrary<readonly Part[]> = fc
  .tuple(others, others, fc.nat(4))
  .map(([before, after, own]) => (own === 0 ? before : [...before.slice(0, 2), TOPICS, ...after.slice(0, 3)]))

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    what: fc.constantFrom('text', 'remove', 'move', 'clone', 'add', 'label', 'value'),
    at: fc.nat(60),
    text: words,
  }),
  { maxLength: 6 },
)

/** Make a change, on the same element whether the guide is there or not. */
export function change(form: HTMLElement, { what, at, text }: Change): void {
  const own = [...form.querySelectorAll('*')].filter(({ localName }) => !localName.startsWith('guia-'))
  const target = own[at % Math.max(1, own.length)]
  if (!target) return
  if (what === 'remove') target.remove()
  if (what === 'move') form.append(target)
  if (what === 'clone') target.after(target.cloneNode(true))
  if (what === 'add') target.after(element(form.ownerDocument, 'option', {}, text))
  if (what === 'label') target.setAttribute('title', text)
  if (what === 'value') target.setAttribute('value', text)
  const [first] = target.childNodes
  if (what === 'text' && first?.nodeType === 3) first.nodeValue = text
}

/** Any value that there is. */
export const anything: fc.Arbitrary<unknown> = fc.anything({
  withBigInt: true,
  withNullPrototype: true,
  withDate: true,
})

const keys = fc.oneof(
  fc.constantFrom('enabled', 'language', 'companion', 'ticks', 'topic', 'placement', '__proto__', 'constructor'),
  fc.string(),
)
const near: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('es', 'en', 'topic.spam', 'dept.billing', true, false),
  fc.dictionary(fc.constantFrom('type', 'topic', 'open', 'dock', 'x', 'y', 'customer', 'details'), fc.jsonValue()),
)

/** What a browser's storage may hold, and hand out: JSON under any key, forged or damaged. */
export const stores: fc.Arbitrary<Record<string, unknown>> = fc
  .array(fc.tuple(keys, near), { maxLength: 8 })
  .map((items) => Object.fromEntries(items))

/** What may come over a connection: requests, nearly requests, and anything at all. */
export const messages: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    type: fc.constantFrom('show', 'hide', ''),
    topic: fc.oneof(fc.constantFrom('topic.spam', 'dept.billing'), near),
  }),
  near,
  anything,
)
