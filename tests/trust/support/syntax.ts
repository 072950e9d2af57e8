import { type AnyNode, type Identifier, type Node, parse } from 'acorn'
import { ancestor, full } from 'acorn-walk'
import {
  BANNED_MEMBERS,
  COMPUTED,
  EVENTS,
  GLOBALS,
  MESSAGE_MAKERS,
  MESSAGES,
  OWN_EVENTS,
  READ_ATTRIBUTES,
  TAGS,
  WRITTEN_ATTRIBUTES,
} from './syntax-rules'

/** The names that a script mentions: its own, those of the browser, and the members it asks for. */
export interface Names {
  readonly declared: ReadonlySet<string>
  readonly foreign: ReadonlySet<string>
  readonly members: ReadonlySet<string>
  /** What each variable is set to where it is declared; null where that is not known, as of a parameter. */
  readonly values: Values
}

type Values = ReadonlyMap<string, ReadonlyArray<AnyNode | null>>

/** A script's syntax tree. */
export const syntaxOf = (source: string) => parse(source, { ecmaVersion: 2022 })

/** Collect the names of a script. */
export function namesIn(tree: Node): Names {
  const declared = new Set<string>()
  const used = new Set<string>()
  const members = new Set<string>()
  const values = new Map<string, (AnyNode | null)[]>()
  full(tree, (node) => {
    const one = node as AnyNode
    const bound = new Set<string>()
    for (const pattern of patternsOf(one)) bind(pattern, bound)
    const init = one.type === 'VariableDeclarator' && one.id.type === 'Identifier' ? (one.init ?? null) : null
    for (const name of bound) {
      declared.add(name)
      values.set(name, [...(values.get(name) ?? []), init])
    }
    if (one.type === 'Identifier') used.add(one.name)
    if (one.type === 'MemberExpression' && !one.computed) members.add((one.property as Identifier).name)
  })
  return { declared, members, values, foreign: new Set([...used].filter((name) => !declared.has(name))) }
}

function patternsOf(node: AnyNode): readonly (AnyNode | null | undefined)[] {
  if (node.type === 'VariableDeclarator') return [node.id]
  if (node.type === 'CatchClause') return [node.param]
  if (node.type === 'ClassDeclaration') return [node.id]
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return [node.id, ...node.params]
  return node.type === 'ArrowFunctionExpression' ? node.params : []
}

function bind(pattern: AnyNode | null | undefined, names: Set<string>): void {
  if (!pattern) return
  if (pattern.type === 'Identifier') names.add(pattern.name)
  if (pattern.type === 'AssignmentPattern') bind(pattern.left, names)
  if (pattern.type === 'RestElement') bind(pattern.argument, names)
  if (pattern.type === 'ArrayPattern') for (const part of pattern.elements) bind(part, names)
  if (pattern.type !== 'ObjectPattern') return
  for (const part of pattern.properties) bind(part.type === 'Property' ? part.value : part.argument, names)
}

/** Functions that make an element of the tag that they are given first, by name. */
function makersIn(tree: Node): ReadonlySet<string> {
  const found = new Set<string>()
  ancestor(tree, {
    CallExpression(node, _state, path) {
      const { callee, arguments: given } = node
      const isMaking = callee.type === 'MemberExpression' && (callee.property as Identifier).name === 'createElement'
      const maker = (path as AnyNode[]).findLast((one) => one.type === 'FunctionDeclaration')
      const [tag] = maker?.type === 'FunctionDeclaration' ? maker.params : []
      const [first] = given
      const isHanded = tag?.type === 'Identifier' && first?.type === 'Identifier' && tag.name === first.name
      if (isMaking && isHanded && maker?.type === 'FunctionDeclaration' && maker.id) found.add(maker.id.name)
    },
  })
  return found
}

/** All that a script does which the script in the form's page must not do, each with its source. */
export function violations(source: string): readonly string[] {
  const found: string[] = []
  const text = (node: Node) => source.slice(node.start, Math.min(node.end, node.start + 80))
  const say = (what: string, node: Node) => void found.push(`${what}: ${text(node)}`)
  const tree = syntaxOf(source)
  const { declared, foreign, values } = namesIn(tree)
  const makers = makersIn(tree)
  for (const name of foreign) if (!GLOBALS.has(name)) found.push(`global: ${name}`)
  for (const name of declared) if (BANNED_MEMBERS.has(name) && name !== 'value') found.push(`declares: ${name}`)

  ancestor(tree, {
    MemberExpression(node, _state, path) {
      const parent = path.at(-2) as AnyNode
      const object = text(node.object).replace(/(?<=[A-Za-z])\d+/g, '')
      if (node.computed) {
        if (!isOwnComputed(node, object, path as AnyNode[], values)) say('computed', node)
        return
      }
      const name = (node.property as Identifier).name
      if (BANNED_MEMBERS.has(name)) say('member', node)
      const written = parent.type === 'AssignmentExpression' && parent.left === node
      if (name === 'write' && object !== 'ledger') say('member', node)
      if (name === 'textContent' && !written) say('reads text', node)
      if (name === 'getAttribute' && object !== 'Element.prototype') say('attribute', node)
      const isCalled = parent.type === 'CallExpression' && parent.callee === node
      if (name === 'setAttribute' && object !== 'Element.prototype' && !isCalled) say('attribute', node)
      const above = path.at(-3) as AnyNode
      if (name === 'dataset' && !(above.type === 'AssignmentExpression' && above.left === parent))
        say('reads data', node)
      if (/^on[a-z]+$/.test(name) && written) say('listener', node)
    },
    ObjectPattern(node) {
      for (const part of node.properties) {
        if (part.type !== 'Property') continue
        if (part.computed || part.key.type !== 'Identifier') say('computed', part)
        else if (BANNED_MEMBERS.has(part.key.name)) say('member', part)
      }
    },
    Identifier(node, _state, path) {
      const call = path.at(-2) as AnyNode
      // A maker under another name would make anything.
      if (makers.has(node.name) && !(call.type === 'CallExpression' && call.callee === (node as AnyNode)))
        say('makes', node)
    },
    CallExpression(node, _state, path) {
      if (node.callee.type === 'Identifier' && makers.has(node.callee.name)) {
        const tags = stringsOf(node.arguments[0] as AnyNode, path as AnyNode[], values)
        if (tags.length === 0 || tags.some((tag) => !TAGS.has(tag))) say('makes', node)
      }
      if (node.callee.type === 'Identifier' && /^attribute\d*$/.test(node.callee.name)) {
        const names = stringsOf(node.arguments[1] as AnyNode, path as AnyNode[], values)
        if (names.length === 0 || names.some((name) => !READ_ATTRIBUTES.has(name))) say('attribute', node)
      }
      if (node.callee.type !== 'MemberExpression') return checkTimer(node, say)
      const name = (node.callee.property as Identifier).name
      const [first] = node.arguments as AnyNode[]
      const named = stringsOf(first, path as AnyNode[], values)
      const all = (allowed: ReadonlySet<string>) => named.length > 0 && named.every((one) => allowed.has(one))
      const object = text(node.callee.object).replace(/(?<=[A-Za-z])\d+/g, '')
      const events = new Set([...EVENTS, ...(OWN_EVENTS[object] ?? [])])
      if (name === 'addEventListener' && !all(events)) say('listener', node)
      const isMaker = (path as AnyNode[]).some(
        (one) => one.type === 'FunctionDeclaration' && one.id && makers.has(one.id.name),
      )
      if (name === 'createElement' && !all(TAGS) && !isMaker) say('makes', node)
      if (name === 'setAttribute' && !all(WRITTEN_ATTRIBUTES)) say('attribute', node)
      if (name === 'postMessage' && object !== 'port') say('message', node)
      const isMade =
        first?.type === 'CallExpression' && first.callee.type === 'Identifier' && MESSAGE_MAKERS.has(first.callee.name)
      if (name === 'sendMessage' && !all(MESSAGES) && !isMade) say('message', node)
    },
    ImportExpression: (node) => say('import', node),
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier') say('new', node)
    },
    Literal(node) {
      if (typeof node.value === 'string') checkString(node.value, () => say('string', node))
    },
    TemplateElement: (node) => checkString(node.value.raw, () => say('string', node)),
  })
  return found
}

/** Is this computed access one to an object of the guide's own, by a number, or by a constant name that is not banned? */
function isOwnComputed(
  { object, property }: AnyNode & { type: 'MemberExpression' },
  named: string,
  path: readonly AnyNode[],
  values: Values,
): boolean {
  // No member of the browser's has a hyphen in its name, but for those of styles.
  if (property.type === 'Literal') return typeof property.value === 'number' || /-/.test(String(property.value))
  if (COMPUTED.has(named) || object.type === 'ObjectExpression') return true
  const names = property.type === 'Identifier' ? stringsOf(property, path, values) : []
  return names.length > 0 && names.every((name) => !BANNED_MEMBERS.has(name))
}

/** A selector on `value`, or on whether it fits a pattern, would ask for what is typed letter by letter; an address would be somewhere to send it. */
function checkString(value: string, say: () => void): void {
  const selector = /\[\s*value|:(?:user-)?(?:in)?valid|:(?:in|out-of)-range/i.test(value)
  const address =
    /^(?:https?|wss?|ftp|data|blob|javascript):/i.test(value) && value !== 'https://helpchat.hostgator.com/'
  if (selector || address) say()
}

/** A timer with a string would be code made of text. */
function checkTimer(node: AnyNode & { type: 'CallExpression' }, say: (what: string, node: Node) => void): void {
  const [first] = node.arguments as AnyNode[]
  const timer = node.callee.type === 'Identifier' && /^setTimeout$/.test(node.callee.name)
  if (timer && !/Function|Identifier/.test(first?.type ?? '')) say('timer', node)
}

/** The strings that an argument may be: itself, a constant, or what a loop over a list of strings, or its method, hands to it. */
function stringsOf(node: AnyNode | null | undefined, path: readonly AnyNode[], values: Values): readonly string[] {
  if (!node) return []
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'ArrayExpression') return node.elements.flatMap((one) => stringsOf(one, path, values))
  if (node.type !== 'Identifier') return []
  const loop = path.findLast((one) => one.type === 'ForOfStatement' && variableOf(one) === node.name)
  if (loop?.type === 'ForOfStatement') return stringsOf(loop.right, path, values)
  const call = path.findLast((one) => one.type === 'CallExpression' && isHandedTo(one, node.name))
  if (call?.type === 'CallExpression' && call.callee.type === 'MemberExpression')
    return stringsOf(call.callee.object as AnyNode, path, values)
  const [value, ...others] = values.get(node.name) ?? []
  return value?.type === 'Identifier' || others.length > 0 ? [] : stringsOf(value, path, values)
}

function variableOf({ left }: AnyNode & { type: 'ForOfStatement' }): string | undefined {
  const [declared] = left.type === 'VariableDeclaration' ? left.declarations : []
  return declared?.id.type === 'Identifier' ? declared.id.name : undefined
}

/** Does a list's method hand each of its items to a function under this name? */
function isHandedTo({ callee, arguments: [run] }: AnyNode & { type: 'CallExpression' }, name: string): boolean {
  const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
  const [first] = run?.type === 'ArrowFunctionExpression' ? run.params : []
  return /^(?:every|some|map|filter|find)$/.test(method) && first?.type === 'Identifier' && first.name === name
}
