import type { Tokens } from './token'

/** A stretch of the reading order: where it begins, and where it has ended. */
export type Span = readonly [from: number, to: number]

interface Ordered {
  readonly order: number
}

/** Sorts into reading order. */
export function inOrder(a: Ordered, b: Ordered): number {
  return a.order - b.order
}

/** Those of a list in reading order that stand in a stretch of it. None of the others is looked at. */
export function within<T extends Ordered>(list: readonly T[], span: Span | null): readonly T[] {
  return span ? list.slice(firstFrom(list, span[0]), firstFrom(list, span[1])) : []
}

/** Where in a list in reading order stands the first that is not before a place in it; its length if all are. */
export function firstFrom(list: readonly Ordered[], order: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list.at(middle)?.order ?? order) < order) low = middle + 1
    else high = middle
  }
  return low
}

/** Tells whether a place in reading order is in any of these elements. Their spans nest or are apart: the outer ones are enough. */
export function withinAny(
  elements: readonly Element[],
  { spanOf }: Pick<Tokens, 'spanOf'>,
): (order: number) => boolean {
  const spans = elements.map(spanOf).filter((span) => span !== null)
  spans.sort(([a], [b]) => a - b)
  const outer: { readonly order: number; readonly to: number }[] = []
  for (const [order, to] of spans) if (to > (outer.at(-1)?.to ?? 0)) outer.push({ order, to })
  return (order) => {
    const begun = firstFrom(outer, order + 1)
    return begun > 0 && order < (outer.at(begun - 1)?.to ?? 0)
  }
}
