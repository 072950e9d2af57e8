import { phrase } from '../form/phrase'
import { commonAncestor, composedParent, tagOf } from './dom'
import { isAction } from './rows'
import type { Block, Token } from './token'

/** Of how many lines or boxes a name may be made. */
const MOST = 4
const UPWARDS = 3
/** What holds one name, if nothing else is said of it. */
const NAMED = /^(?:label|legend|li|td|th|dt|h[1-6]|option|p)$/

/**
 * Put together again what a line break or a box for each word parts: "Existing" and "Customer" in one button are one name.
 * @param isName tells of a text whether it is a name as it stands.
 * @param holds as of `Tokens`.
 */
export function joinedLines(
  tokens: readonly Token[],
  isName: (text: string) => boolean,
  holds: (outer: Element, order: number) => boolean,
): readonly Token[] {
  const found: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const lines = linesFrom(tokens, at, isName, holds)
    const token = lines.length > 1 ? joinedBlock(lines) : tokens.at(at)
    if (token) found.push(token)
    at += Math.max(1, lines.length)
  }
  return found
}

/** The blocks from one on that make up a name together. */
function linesFrom(
  tokens: readonly Token[],
  at: number,
  isName: (text: string) => boolean,
  holds: (outer: Element, order: number) => boolean,
): readonly Block[] {
  const [first, second] = tokens.slice(at, at + 2)
  if (first?.type !== 'block' || second?.type !== 'block' || !first.phrase || !second.phrase) return []
  const around = holderOf(first, second, holds)
  if (!around) return []
  const lines: Block[] = []
  for (const token of tokens.slice(at, at + MOST)) {
    if (token.type !== 'block' || !token.phrase || !holds(around, token.order)) break
    lines.push(token)
  }
  for (; lines.length > 1; lines.pop()) {
    if (isName(textOf(lines)) && !lines.every(({ text }) => isName(text))) return lines
  }
  return []
}

/** The element that holds one name, of which these two may be parts. */
function holderOf(first: Block, second: Block, holds: (outer: Element, order: number) => boolean): Element | null {
  let node: Element | null = first.element
  for (let step = 0; node && step < UPWARDS; step++, node = composedParent(node)) {
    if (!holds(node, second.order)) continue
    return NAMED.test(tagOf(node)) || isAction(node) || first.element === second.element ? node : null
  }
  return null
}

function textOf(lines: readonly Block[]): string {
  return lines.map(({ text }) => text).join(' ')
}

function joinedBlock(lines: readonly Block[]): Block {
  const [first, last] = [lines[0] as Block, lines.at(-1) as Block]
  const text = textOf(lines)
  const element = commonAncestor([first.element, last.element]) ?? first.element
  const letters = lines.reduce((sum, line) => sum + line.letters, 0)
  return { ...first, element, last: last.last, end: last.end, text, phrase: phrase(text), letters }
}
