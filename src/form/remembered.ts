/** How many answers are kept: more than a page of the form has texts. */
const MOST = 500

/** A function of texts that knows its last answers: a page shows the same few texts again at every change. */
export function remembered<Text extends string, Answer>(answer: (text: Text) => Answer): (text: Text) => Answer {
  const known = new Map<Text, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = answer(text)
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found
  }
}
