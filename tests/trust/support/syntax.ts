import { type AnyNode, type Identifier, type Node, parse } from 'acorn'
import { ancestor, full } from 'acorn-walk'
import { BANNED_MEMBERS, COMPUTED, EVENTS, GLOBALS, TAGS } from './syntax-rules'

/** The names that a script mentions: its own, those of the browser, and the members it asks for. */
export interface Names {
  readonly declared: ReadonlySet<string>
  readonly foreign: ReadonlySet<string>
  readonly members: ReadonlySet<string>
  /** What each variable is first set to. */
  readonly values: ReadonlyMap<string, readonly AnyNode[]>
}

/** A script's syntax tree. */
export const syntaxOf = (source: string) => parse(source, { ecmaVersion: 2022 })

/** Collect the names of a script. */
export function namesIn(tree: Node): Names {
  const declared = new Set<string>()
  const used = new Set<string>()
  const members = new Set<string>()
  const values = new Map<string, AnyNode[]>()
  full(tree, (node) => {
    const one = node as AnyNode
    for (const pattern of patternsOf(one)) bind(pattern, declared)
    if (one.type === 'VariableDeclarator' && one.id.type === 'Identifier' && one.init) {
      values.set(one.id.name, [...(values.get(one.id.name) ?? []), one.init])
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

/** All that a script does which the script in the form's page must not do, each with its source. */
export function violations(source: string): readonly string[] {
  const found: string[] = []
  const text = (node: Node) => source.slice(node.start, Math.min(node.end, node.start + 80))
  const say = (what: string, node: Node) => void found.push(`${what}: ${text(node)}`)
  const tree = syntaxOf(source)
  const { declared, foreign, values } = namesIn(tree)
  for (const name of foreign) if (!GLOBALS.has(name)) found.push(`global: ${name}`)
  for (const name of declared) if (BANNED_MEMBERS.has(name) && name !== 'value') found.push(`declares: ${name}`)

  ancestor(tree, {
    MemberExpression(node, _state, path) {
      const parent = path.at(-2) as AnyNode
      const object = text(node.object).replace(/(?<=[A-Za-z])\d+/g, '')
      if (node.computed) {
        const own = COMPUTED.has(object) || node.property.type === 'Literal'
        if (!own || (node.property.type === 'Literal' && typeof node.property.value !== 'number')) say('computed', node)
        return
      }
      const name = (node.property as Identifier).name
      if (BANNED_MEMBERS.has(name)) say('member', node)
      const written = parent.type === 'AssignmentExpression' && parent.left === node
      if (name === 'write' && object !== 'ledger') say('member', node)
      if (name === 'textContent' && !written) say('reads text', node)
      if (name === 'getAttribute' && object !== 'Element.prototype') say('attribute', node)
      if (/^on[a-z]+$/.test(name) && written) say('listener', node)
    },
    ObjectPattern(node) {
      for (const part of node.properties) {
        if (part.type !== 'Property') continue
        if (part.computed || part.key.type !== 'Identifier') say('computed', part)
        else if (BANNED_MEMBERS.has(part.key.name)) say('member', part)
      }
    },
    CallExpression(node, _state, path) {
      if (node.callee.type !== 'MemberExpression') return checkTimer(node, say)
      const name = (node.callee.property as Identifier).name
      const [first] = node.arguments as AnyNode[]
      const named = stringsOf(first, path as AnyNode[], values)
      const all = (allowed: ReadonlySet<string>) => named.length > 0 && named.every((one) => allowed.has(one))
      if (name === 'addEventListener' && !all(EVENTS)) say('listener', node)
      if (name === 'createElement' && !all(TAGS)) say('makes', node)
      if (name === 'postMessage' && text(node.callee.object) !== 'port') say('message', node)
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

/** A selector on `value` would ask for what is typed letter by letter; an address would be somewhere to send it. */
function checkString(value: string, say: () => void): void {
  const selector = /\[\s*value/i.test(value)
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

/** The strings that an argument may be: itself, a constant, or what a loop over a list of strings hands to it. */
function stringsOf(node: AnyNode | undefined, path: readonly AnyNode[], values: Names['values']): readonly string[] {
  if (!node) return []
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'ArrayExpression') return node.elements.flatMap((one) => stringsOf(one ?? undefined, path, values))
  if (node.type !== 'Identifier') return []
  const loop = path.findLast((one) => one.type === 'ForOfStatement' && variableOf(one) === node.name)
  if (loop?.type === 'ForOfStatement') return stringsOf(loop.right, path, values)
  const [value, ...others] = values.get(node.name) ?? []
  return value?.type === 'Identifier' || others.length > 0 ? [] : stringsOf(value, path, values)
}

function variableOf({ left }: AnyNode & { type: 'ForOfStatement' }): string | undefined {
  const [declared] = left.type === 'VariableDeclaration' ? left.declarations : []
  return declared?.id.type === 'Identifier' ? declared.id.name : undefined
}
