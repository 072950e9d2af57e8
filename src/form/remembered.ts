/** How many answers are kept: more than the form has texts. */
const MOST = 500

/**
 * A look-up that knows its last finds: a page shows the same few texts again at every change. What nothing was found for
 * is not kept: it may be what the page makes of something that was typed.
 */
export function remembered<Text extends string, Found>(
  find: (text: Text) => readonly Found[],
): (text: Text) => readonly Found[] {
  const known = new Map<Text, readonly Found[]>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const found = find(text)
    if (found.length === 0) return found
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found
  }
}
