/** A function that works its answer out when it is asked for the first time, and knows it from then on. */
export function once<Answer extends NonNullable<unknown>>(answer: () => Answer): () => Answer {
  let known: Answer | undefined
  return () => {
    known ??= answer()
    return known
  }
}
