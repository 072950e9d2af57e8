/** A stretch of time, in milliseconds. */
const WINDOW = 100
/** More writing passes in one stretch than a page's own changes ask for, and the time that they may take. */
const MANY = 12
const BUDGET = 25
/** So many are an argument, however quick they are. */
const ARGUMENT = 60
/** After so many arguments or failures without a second of peace the guide gives in. */
const PATIENCE = 20
const PEACE = 1000

/**
 * Make passes wait for the next frame while a page undoes at once what they write: it would otherwise run with us in a
 * circle that never reaches a paint. Passes that find nothing to write are never kept waiting.
 * @param pass answers whether it has written anything.
 * @param giveIn is called once, when the page goes on and on.
 */
export function paced(pass: () => boolean, giveIn: () => void, signal: AbortSignal): () => void {
  let start = Number.NEGATIVE_INFINITY
  let argued = Number.NEGATIVE_INFINITY
  let quarrels = 0
  let writes = 0
  let spent = 0
  let waiting = false

  const run = (now: number) => {
    try {
      if (!pass()) return
    } catch {
      // A page can make any call fail. Nothing of that belongs in its console, and the next frame may be better.
      return wait(now)
    }
    writes++
    spent += performance.now() - now
  }
  const wait = (now: number) => {
    waiting = true
    quarrels = now - argued < PEACE ? quarrels + 1 : 1
    argued = now
    if (quarrels > PATIENCE) return giveIn()
    requestAnimationFrame(() => {
      waiting = false
      writes = 0
      spent = 0
      if (!signal.aborted) step()
    })
  }
  const step = () => {
    if (waiting) return
    const now = performance.now()
    if (now - start > WINDOW) {
      start = now
      writes = 0
      spent = 0
    }
    if (writes > ARGUMENT || (writes > MANY && spent > BUDGET)) wait(now)
    else run(now)
  }
  return step
}
