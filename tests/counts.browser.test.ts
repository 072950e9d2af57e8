import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith, type Stage } from './support/forms'
import { whenAnnotated } from './support/notes'

// What the guide costs, in counts: they are the same on every machine, so more than these is a change that somebody made.
let chromium: Chromium

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  // It has notes on its own, which would be counted.
  await chromium.welcome?.close()
})
afterAll(() => chromium.close())

const radios = MARKUPS.find(({ name }) => name.includes('radio')) ?? MARKUPS[0]
const page = (stage: Stage) => pageWith(`<p id="other">Welcome</p>${radios?.body(stage)}`)

/** Counts of the renderer. */
interface Counts {
  readonly layouts: number
  readonly styles: number
  readonly listeners: number
  readonly nodes: number
}

async function countsOf(cdp: CDPSession): Promise<Counts> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const by = new Map(metrics.map(({ name, value }) => [name, value]))
  const at = (name: string) => by.get(name) ?? Number.NaN
  return {
    layouts: at('LayoutCount'),
    styles: at('RecalcStyleCount'),
    listeners: at('JSEventListeners'),
    nodes: at('Nodes'),
  }
}

/** Two frames and the tasks between them: enough for whatever a change sets off. */
async function rest(of: Page): Promise<void> {
  await of.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    await new Promise((done) => setTimeout(done))
  })
}

/** How often the guide's functions were called while something was done to a page. */
async function callsDuring(of: Page, act: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const cdp = await of.context().newCDPSession(of)
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  await act()
  await rest(of)
  const { result } = await cdp.send('Profiler.takePreciseCoverage')
  await cdp.detach()
  const ours = result.filter(({ url }) => url.endsWith('/content.js'))
  const functions = ours.flatMap((script) => script.functions)
  return new Map(functions.map(({ functionName, ranges }) => [functionName, ranges[0]?.count ?? 0]))
}

/** Where a script made the browser lay the page out at once, while something was done to it. */
async function forcedDuring(of: Page, act: () => Promise<unknown>): Promise<readonly string[]> {
  const cdp = await of.context().newCDPSession(of)
  const forced: string[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[]) {
      const [top] = event.args?.beginData?.stackTrace ?? []
      if (event.name === 'Layout' && top?.url.includes('content.js')) forced.push(top.functionName)
    }
  })
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack']
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } })
  await act()
  await rest(of)
  const complete = new Promise<void>((done) => cdp.once('Tracing.tracingComplete', () => done()))
  await cdp.send('Tracing.end')
  await complete
  await cdp.detach()
  return forced
}

interface TraceEvent {
  readonly name: string
  readonly args?: {
    readonly beginData?: {
      readonly stackTrace?: ReadonlyArray<{ readonly functionName: string; readonly url: string }>
    }
  }
}

/** Open a stage with the guide at work, at rest. */
async function opened(stage: Stage): Promise<Page> {
  await chromium.set({ enabled: true })
  const of = await chromium.open(page(stage))
  await whenAnnotated(of)
  await rest(of)
  return of
}

/** Open a stage with the guide off, at rest, and turn it on: what is then added is all the guide's. */
async function turnedOn(stage: Stage) {
  await chromium.set({ enabled: false })
  const of = await chromium.open(page(stage))
  await rest(of)
  const cdp = await of.context().newCDPSession(of)
  await cdp.send('Performance.enable')
  const before = await countsOf(cdp)
  const forced = await forcedDuring(of, async () => {
    await chromium.set({ enabled: true })
    await whenAnnotated(of)
  })
  const after = await countsOf(cdp)
  await of.close()
  const names = Object.keys(before) as (keyof Counts)[]
  const added = Object.fromEntries(names.map((name) => [name, after[name] - before[name]]))
  return { forced, added }
}

describe('when it begins, the guide', () => {
  it('adds this much to a stage whose notes stand in rows', async () => {
    const { forced, added } = await turnedOn('topic')
    const { styles, ...exact } = added
    expect({ ...exact, forced }).toEqual({ layouts: 2, listeners: 72, nodes: 179, forced: [] })
    // On a loaded machine two frames become one, and then there is one less.
    expect(styles).toBeLessThanOrEqual(8)
  })

  it('adds this much to a stage whose notes stand above the page', async () => {
    const { forced, added } = await turnedOn('details')
    const { styles, ...exact } = added
    expect({ ...exact, forced }).toEqual({ layouts: 3, listeners: 72, nodes: 290, forced: [] })
    // On a loaded machine two frames become one, and then there is one less.
    expect(styles).toBeLessThanOrEqual(8)
  })

  it('loads no more than this into the page', async () => {
    const { length } = await readFile('dist/chrome/content.js')
    expect(length / 1024).toBeLessThan(316)
  })
})

describe('at rest, the guide', () => {
  it('makes no pass for what happens outside the form, or while the customer types', async () => {
    const page = await opened('details')
    const calls = await callsDuring(page, async () => {
      await page.evaluate(async () => {
        const other = document.getElementById('other')
        for (let time = 0; time < 20; time++) {
          if (other?.firstChild) other.firstChild.textContent = `Waiting for ${time} minutes`
          other?.classList.toggle('blinking')
          await new Promise(requestAnimationFrame)
        }
      })
      await page.locator('input').first().pressSequentially('Ana María')
    })
    expect(calls.get('changed')).toBe(20)
    expect(calls.get('look') ?? 0).toBe(0)
    await page.close()
  })

  it('makes one pass for a change of the form, however many parts it has', async () => {
    const page = await opened('topic')
    const calls = await callsDuring(page, () =>
      page.evaluate(() => {
        const form = document.querySelector('form')
        for (const element of form?.querySelectorAll('*') ?? []) element.classList.add('drawn')
        form?.append(...form.childNodes)
      }),
    )
    expect(calls.get('look')).toBe(1)
    await page.close()
  })

  it('makes one pass for all that looks otherwise within a frame', async () => {
    const page = await opened('topic')
    const calls = await callsDuring(page, () =>
      page.evaluate(async () => {
        await new Promise(requestAnimationFrame)
        for (let time = 0; time < 51; time++) {
          document.querySelector('form')?.classList.toggle('busy')
          await null
        }
      }),
    )
    expect(calls.get('changed')).toBe(51)
    expect(calls.get('look')).toBe(1)
    await page.close()
  })
})
