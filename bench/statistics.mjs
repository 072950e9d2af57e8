// Ratios of paired samples, with an interval that says how sure they are.

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The median and a 95 % bootstrap interval; a fixed seed, so that the same samples say the same. */
export function summary(values, rounds = 2000) {
  let seed = 42
  const random = () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return seed / 4294967296
  }
  const draws = Array.from({ length: rounds }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)])),
  ).sort((a, b) => a - b)
  return { value: median(values), low: draws[Math.floor(rounds * 0.025)], high: draws[Math.floor(rounds * 0.975)] }
}

/** `met` or `miss` where the whole interval is on one side of the goal, else `undecided`. */
export function verdict({ low, high }, goal) {
  if (high <= goal) return 'met'
  return low > goal ? 'miss' : 'undecided'
}
