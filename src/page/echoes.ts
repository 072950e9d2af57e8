import { rectOf } from './dom'
import { inherited } from './inherited'
import { isAction } from './rows'
import type { Sight } from './seen'
import type { Block, Token } from './token'

/**
 * The texts that one row says a second time and nobody sees: for screen readers, or to keep room for the same words in
 * bold. Of two that lie on one another the first is taken for the one that is seen.
 */
export function echoesIn(tokens: readonly Token[], { isSeen }: Sight): ReadonlySet<Token> {
  const echoes = new Set<Token>()
  const actionAround = inherited<Element | null>(null, (element, around) => (isAction(element) ? element : around))
  tokens.forEach((one, at) => {
    const other = tokens.at(at + 1)
    if (one.type !== 'block' || other?.type !== 'block' || !one.phrase || one.phrase !== other.phrase) return
    const row = actionAround(one.element)
    if (!row || row !== actionAround(other.element)) return
    if (isSeen(one.element)) {
      if (!isSeen(other.element) || areStacked(one, other)) echoes.add(other)
    } else if (isSeen(other.element)) echoes.add(one)
  })
  return echoes
}

function areStacked(one: Block, other: Block): boolean {
  const [a, b] = [rectOf(one.element), rectOf(other.element)]
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
}
