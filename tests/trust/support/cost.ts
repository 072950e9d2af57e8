import type { CDPSession, Page } from 'playwright-core'
import type { Chromium } from '../../support/extension'
import { whenLooked } from './watched'

/** What the main thread of a page has done, in milliseconds of its own time: a busy machine does not count. */
export interface Cost {
  readonly whole: number
  /** Its longest task. */
  readonly longest: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** In microseconds of the thread's own time. */
  readonly tdur?: number
}

/** What a page costs while it grows and for a moment after. @param grow a script that changes the page. */
export async function costOf(chromium: Chromium, html: string, grow: string): Promise<Cost> {
  const page = await chromium.open(html)
  const cdp = await page.context().newCDPSession(page)
  const events = await traced(cdp, () => grown(chromium, page, grow))
  await page.close()
  // Only the main thread runs scripts.
  const main = events.find(({ name }) => name === 'EvaluateScript' || name === 'FunctionCall')
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('::RunTask') && pid === main?.pid && tid === main?.tid,
  )
  const spent = tasks.map(({ tdur }) => (tdur ?? 0) / 1000)
  if (spent.length === 0) throw new Error('the browser has told of no task')
  return { whole: spent.reduce((sum, one) => sum + one, 0), longest: Math.max(...spent) }
}

async function grown(chromium: Chromium, page: Page, grow: string): Promise<void> {
  await page.evaluate(grow)
  if (chromium.origin) await whenLooked(chromium, page)
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
}

/** What the browser tells of its tasks while something is done. */
async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  const traceConfig = { includedCategories: ['toplevel', 'devtools.timeline'] }
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  await work()
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await complete
  return events
}
