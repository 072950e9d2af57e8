/**
 * Make a callback that never throws into the page. A page can make any call of ours fail, and its console is not the
 * place to say so; whatever was left undone is done by the next pass.
 */
export function calm<Given extends readonly unknown[]>(run: (...given: Given) => void): (...given: Given) => void {
  return (...given) => {
    try {
      run(...given)
    } catch {
      // The next call finds things as they are and goes on from there.
    }
  }
}

/** Do something that can be done again, a few times if it fails. */
export function insist(run: () => void): void {
  for (let left = 3; left > 0; left--) {
    try {
      return run()
    } catch {
      // Once more, from where it stopped.
    }
  }
}
