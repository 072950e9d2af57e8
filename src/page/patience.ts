/** Passes within one task from which a page answers every note of ours with a change of its own. */
const TOO_MANY = 1000

/** Counts what happens within one task; a page that fights back never lets the task end. */
export interface Patience {
  /** Count once more. Answers false once it is too much, until the page has let the task end. */
  readonly spend: () => boolean
  /** Whether it was ever too much. */
  readonly isSpent: () => boolean
}

/** Full patience. */
export function createPatience(): Patience {
  let count = 0
  let spent = false
  return {
    spend() {
      if (count === 0) setTimeout(() => (count = 0), 0)
      count++
      spent ||= count > TOO_MANY
      return count <= TOO_MANY
    },
    isSpent: () => spent,
  }
}
