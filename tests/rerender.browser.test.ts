import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { form as spanish, note as words } from '../locales/es.json'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { type Drawn, drawnInPage, type NodePath, whenAnnotated } from './support/notes'
import { DEPARTMENTS, UNUSED } from './support/words'

let chromium: Chromium
let page: Page

/** What has to stand beside each English topic or department. */
const MEANINGS = Object.fromEntries(
  DEPARTMENTS.flatMap(([name, id, topics]) => [[name, id] as const, ...topics])
    .filter(([english]) => english !== 'Malware/Security')
    .map(([english, id]) => {
      const { label } = spanish[id as keyof typeof spanish]
      return [english, UNUSED.includes(id) ? `${label} · ${words.notUsed}` : label]
    }),
)

/** What the sampler in the page has counted. */
interface Sample {
  readonly frames: number
  readonly wrong: readonly string[]
  readonly bare: number
}

declare global {
  interface Window {
    sample: { frames: number; wrong: string[]; bare: number; stop: boolean }
  }
}

/** From now on look at every painted frame: is each note the one of its English, and does no English lack one? */
async function watchFrames(of: Page): Promise<void> {
  await of.evaluate(
    ([meanings, reader]) => {
      const read = new Function(`return (${reader})()`) as () => readonly Drawn[]
      const nodeAt = (path: NodePath | null) =>
        (path ?? []).reduce<Node | undefined>((node, step) => node?.childNodes[step], document)
      const sample = { frames: 0, wrong: [] as string[], bare: 0, stop: false }
      window.sample = sample
      const look = () => {
        sample.frames++
        for (const option of document.querySelectorAll<HTMLOptionElement>('option')) {
          const meaning = meanings[option.text]
          if (!meaning) continue
          if (!option.hasAttribute('label')) sample.bare++
          else if (option.label !== `${option.text} — ${meaning}`) sample.wrong.push(`${option.text}: ${option.label}`)
        }
        const drawn = new Map(read().flatMap((one) => (one.isHeard ? [] : [[nodeAt(one.text), one.content] as const])))
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const meaning = meanings[node.textContent?.trim() ?? '']
          if (!meaning || node.parentElement?.closest('select, script, nav, footer')) continue
          const said = drawn.get(node)
          if (!said) sample.bare++
          else if (said.split(':')[0] !== meaning) sample.wrong.push(`${node.textContent}: ${said}`)
        }
      }
      // A task posted in an animation frame runs right after that frame was painted: it sees what the customer sees.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = look
      const frame = () => {
        if (sample.stop) return
        port2.postMessage(null)
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    },
    [MEANINGS, String(drawnInPage)] as const,
  )
}

async function stopWatching(of: Page): Promise<Sample> {
  return of.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 100))
    window.sample.stop = true
    return { frames: window.sample.frames, wrong: window.sample.wrong.slice(0, 5), bare: window.sample.bare }
  })
}

/** Run a change of the page in each of many frames. */
async function inFrames(of: Page, count: number, change: (step: number) => void): Promise<void> {
  await of.evaluate(
    async ([source, times]) => {
      const run = new Function(`return ${source}`)() as (step: number) => void
      for (let step = 0; step < Number(times); step++) {
        await new Promise(requestAnimationFrame)
        run(step)
      }
    },
    [change.toString(), count] as const,
  )
}

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
})
afterAll(() => chromium.close())

const withRadios = MARKUPS.find(({ name }) => name.startsWith('radios'))
const withSelects = MARKUPS.find(({ name }) => name.startsWith('native'))

describe.each([
  ['radios', withRadios],
  ['selects', withSelects],
])('while the topics made of %s are re-rendered', (_name, markup) => {
  beforeEach(async () => {
    page = await chromium.open(pageWith(markup?.body('topic') ?? ''))
    await whenAnnotated(page)
    await watchFrames(page)
    return () => page.close()
  })

  it('no painted frame has a wrong, stale or missing note when the list is re-ordered', async () => {
    await inFrames(page, 40, () => {
      for (const parent of document.querySelectorAll('fieldset, optgroup')) {
        const rows = [...parent.querySelectorAll('label, br, option')]
        for (const row of rows.reverse()) parent.append(row)
      }
    })
    expect(await stopWatching(page)).toMatchObject({
      wrong: [],
      bare: 0,
      frames: expect.toSatisfy((n: number) => n > 20),
    })
  })

  it('nor when the same nodes get other words', async () => {
    await inFrames(page, 40, () => {
      const holders = [...document.querySelectorAll('option:not([value=""]), label')]
      const texts = holders
        .map((holder) => [...holder.childNodes].find((node) => node instanceof Text && node.data.trim()) as Text)
        .filter(Boolean)
      const sales = texts.filter(
        (text) =>
          text.parentElement?.closest('fieldset, optgroup') ===
          texts.at(-12)?.parentElement?.closest('fieldset, optgroup'),
      )
      const first = sales[0]?.data ?? ''
      sales.forEach((text, index) => {
        text.data = sales[index + 1]?.data ?? first
      })
    })
    expect(await stopWatching(page)).toMatchObject({ wrong: [], bare: 0 })
  })

  it('nor when the whole stage is mounted again', async () => {
    await inFrames(page, 40, () => {
      const form = document.forms[0]
      for (const option of form?.querySelectorAll('[label*=" — "]') ?? [])
        option.setAttribute('label', option.getAttribute('label')?.split(' — ')[0] ?? '')
      if (form) form.innerHTML = `${form.innerHTML}`
    })
    expect(await stopWatching(page)).toMatchObject({ wrong: [], bare: 0 })
  })

  it('nor when it is re-rendered 300 times in one frame', async () => {
    await inFrames(page, 3, () => {
      for (let time = 0; time < 300; time++) {
        for (const parent of document.querySelectorAll('fieldset, optgroup')) {
          const first = parent.querySelector('label, option')
          const end = first?.nextElementSibling
          if (first) parent.append(first, ...(end?.localName === 'br' ? [end] : []))
        }
      }
    })
    expect(await stopWatching(page)).toMatchObject({ wrong: [], bare: 0 })
  })
})

describe('while nothing but the looks of a page change', () => {
  it('every painted frame has notes for the background that it has, and no window hears of an error', async () => {
    const dark = '<style>.dark { background: #111; color: #eee }</style>'
    page = await chromium.open(pageWith(`${dark}${withRadios?.body('topic')}`))
    await whenAnnotated(page)
    const seen = await page.evaluate(async (reader) => {
      const read = new Function(`return (${reader})()`) as () => readonly Drawn[]
      const hosts = read().map(
        ({ host, side }) => [host.reduce<Node>((node, step) => node.childNodes[step] as Node, document), side] as const,
      )
      const errors: string[] = []
      window.addEventListener('error', ({ message }) => errors.push(message))
      const { port1, port2 } = new MessageChannel()
      let wrong = 0
      let frames = 0
      port1.onmessage = () => {
        frames++
        const isDark = document.body.classList.contains('dark')
        for (const [host, side] of hosts) {
          const [red = 0] = /\d+/.exec(getComputedStyle(host as Element, `::${side}`).backgroundColor) ?? []
          if (Number(red) < 128 !== isDark) wrong++
        }
      }
      for (let frame = 0; frame < 20; frame++) {
        await new Promise(requestAnimationFrame)
        document.body.classList.toggle('dark')
        await null
        document.querySelector('form')?.classList.toggle('busy')
        port2.postMessage(null)
      }
      await new Promise((done) => setTimeout(done, 100))
      return { errors, wrong, frames, isNoted: hosts.length > 20 }
    }, String(drawnInPage))
    expect(seen).toEqual({ errors: [], wrong: 0, frames: 20, isNoted: true })
    await page.close()
  })
})

describe('when stages replace each other in one document', () => {
  it('the notes are those of the stage that is there', async () => {
    const bodies = (['customer', 'details', 'topic'] as const).map((stage) => withSelects?.body(stage) ?? '')
    page = await chromium.open(pageWith(`<main id="app">${bodies[0]}</main>`))
    await whenAnnotated(page)
    const steps: number[] = []
    for (const body of [...bodies, bodies[0] ?? '']) {
      await page.evaluate((html) => {
        const app = document.getElementById('app')
        if (app) app.innerHTML = html
      }, body)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      steps.push((await chromium.statusInFront())?.step ?? 0)
      const pills = await page.evaluate(() =>
        [...(document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? [])]
          .filter(({ style }) => style.visibility === 'visible')
          .map((pill) => pill.dataset.entry),
      )
      expect(pills).toEqual(
        body === bodies[0]
          ? ['existing-customer', 'new-customer']
          : body === bodies[1]
            ? ['name', 'billing-username', 'password', 'package', 'login']
            : ['topic'],
      )
    }
    expect(steps).toEqual([1, 2, 4, 1])
    await page.close()
  })
})
