// One row of the benchmark: a ratio, how sure it is, its goal and the verdict.
import { summary, verdict } from './statistics.mjs'

/** A row. @param goal what the value should not exceed; null where it only stands there to compare with. */
export function row(name, values, goal) {
  const result = summary(values)
  return { name, ...result, goal, verdict: goal === null ? 'no goal' : verdict(result, goal) }
}

/** A row of times, of which nothing holds in a run where a script differs from itself. */
export const timed = (name, values, goal) => ({ ...row(name, values, goal), timed: true })

/** Seconds of task time that a sample's work took, after its page was loaded. */
export const worked = ({ before, after }) => after.task - before.task
