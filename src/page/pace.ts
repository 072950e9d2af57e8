/**
 * More writing passes before one frame than a page's own changes ask for, the time that they may take, and the time that
 * the page may have taken in between, in milliseconds.
 */
const MANY = 12
const BUDGET = 25
const STRETCH = 100
/** So many are an argument, however quick they are. */
const ARGUMENT = 60
/** After so many arguments or failures without a second of peace the guide gives in. */
const PATIENCE = 20
const PEACE = 1000

/**
 * Make passes wait for the next frame while a page undoes at once what they write: it would otherwise run with us in a
 * circle that never reaches a paint. Passes that find nothing to write are never kept waiting.
 * Answers, each time, whether the pass was made.
 * @param pass answers whether it has written anything.
 * @param giveIn is called once, when the page goes on and on.
 */
export function paced(pass: () => boolean, giveIn: () => void, signal: AbortSignal): () => boolean {
  let start = 0
  let argued = Number.NEGATIVE_INFINITY
  let quarrels = 0
  let writes = 0
  let spent = 0
  let waiting = false

  const forget = () => {
    writes = 0
    spent = 0
  }
  const run = (now: number): boolean => {
    try {
      if (!pass()) return true
    } catch {
      // A page can make any call fail. Nothing of that belongs in its console, and the next frame may be better.
      wait(now)
      return false
    }
    if (writes++ === 0) {
      start = now
      requestAnimationFrame(forget)
    }
    spent += performance.now() - now
    return true
  }
  const wait = (now: number) => {
    waiting = true
    quarrels = now - argued < PEACE ? quarrels + 1 : 1
    argued = now
    if (quarrels > PATIENCE) return giveIn()
    requestAnimationFrame(() => {
      waiting = false
      forget()
      if (!signal.aborted) step()
    })
  }
  const step = (): boolean => {
    if (waiting) return false
    const now = performance.now()
    const isLong = spent > BUDGET || now - start > STRETCH
    if (writes <= ARGUMENT && !(writes > MANY && isLong)) return run(now)
    wait(now)
    return false
  }
  return step
}
