import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** All that can be pressed, filled in or chosen. */
const CONTROLS = 'a[href], button, input, select, textarea, summary'

let chromium: Chromium
let page: Page

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  await chromium.welcome?.close()
  // The steps in the page have tests of their own.
  await chromium.set({ companion: false })
  await chromium.remember({ topic: 'topic.ssl' })
})
afterAll(() => chromium.close())
afterEach(() => page.close())

async function open(path: string, width: number, height: number): Promise<void> {
  page = await chromium.context.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(`${chromium.origin}/${path}`)
  await expect.poll(() => page.locator('h1').textContent()).not.toBe('')
  await expect.poll(() => page.getByText('Buscando el formulario').count()).toBe(0)
  // What agents say comes after the page is drawn.
  if (path.startsWith('chat/')) await page.waitForSelector('body[data-ready]')
}

/** What axe finds, from a world of its own: in that of the practice form's page nobody may read a value. */
async function axeFindings(): Promise<unknown> {
  const client = await chromium.context.newCDPSession(page)
  const { frameTree } = await client.send('Page.getFrameTree')
  const { executionContextId } = await client.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const evaluate = (expression: string) =>
    client.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })
  await evaluate(axe)
  const { result } = await evaluate(
    'axe.run().then(({ violations, passes }) => ({ tried: passes.length > 5, found: violations.map(({ id, nodes }) => [id, nodes[0].html]) }))',
  )
  return result.value
}

describe.each(['popup/popup.html', 'chat/chat.html', 'settings/settings.html', 'practice/practice.html'])(
  '%s',
  (path) => {
    it.each([
      ['light', 320, 'none'],
      ['light', 400, 'none'],
      ['light', 1280, 'none'],
      ['dark', 320, 'none'],
      ['dark', 1280, 'none'],
      ['light', 400, 'active'],
      ['dark', 400, 'active'],
    ] as const)(
      'has nothing that axe finds (%s, %d px, forced colours %s)',
      async (colorScheme, width, forcedColors) => {
        await open(path, width, 800)
        await page.emulateMedia({ colorScheme, forcedColors })
        const found = await axeFindings()
        expect(found).toEqual({ tried: true, found: [] })
      },
    )

    it('can be read and hit at 400 %, with its text spaced', async () => {
      // 1280 × 1024 pixels, drawn four times as large. https://www.w3.org/TR/WCAG22/#reflow
      await open(path, 320, 256)
      const seen = await page.evaluate((controls) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
        )
        document.adoptedStyleSheets = [sheet]
        const targets = [...document.querySelectorAll(controls)].filter((one) => one.checkVisibility())
        const boxes = targets.map((one) => (one.closest('label') ?? one).getBoundingClientRect())
        const cut = [...document.querySelectorAll('p, h1, h2, h3, h4, li, label, a, button, legend')].filter(
          (one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1,
        )
        return {
          small: targets.filter((_, at) => Math.min(boxes[at]?.width ?? 0, boxes[at]?.height ?? 0) < 24).map(String),
          outside: targets.filter((_, at) => (boxes[at]?.right ?? 0) > 320).map((one) => one.outerHTML),
          cut: cut.map((one) => one.textContent),
          wide: document.documentElement.scrollWidth,
        }
      }, CONTROLS)
      expect(seen).toEqual({ small: [], outside: [], cut: [], wide: 320 })
    })

    it('is used with the keyboard alone: all is reached once, in order, and shows that it is', async () => {
      await open(path, 1280, 900)
      const all = await page.locator(CONTROLS).evaluateAll((controls) => {
        const stops = controls.filter(
          (one) => one.checkVisibility({ visibilityProperty: true }) && !(one as HTMLInputElement).disabled,
        )
        // A group of radio buttons is one stop.
        const first = stops.filter((one) => !(one as HTMLInputElement).name || (one as HTMLInputElement).checked)
        first.forEach((one, at) => void one.setAttribute('data-stop', String(at)))
        return first.length
      })
      const reached: (string | null)[] = []
      const unseen: (string | null)[] = []
      for (let stop = 0; stop < all; stop++) {
        await page.keyboard.press('Tab')
        const [at, outline] = await page.evaluate(() => {
          const { activeElement } = document
          const { outlineStyle, outlineWidth } = getComputedStyle(activeElement as Element)
          return [activeElement?.getAttribute('data-stop') ?? null, `${outlineStyle} ${outlineWidth}`] as const
        })
        reached.push(at)
        if (/none|^\w+ [01]px/.test(outline)) unseen.push(at)
      }
      expect(reached).toEqual(Array.from({ length: all }, (_, at) => String(at)))
      expect(unseen).toEqual([])
    })

    it('does not move for who wants no movement', async () => {
      await open(path, 400, 800)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one)
          return animationName !== 'none' || /[1-9]/.test(transitionDuration)
        }),
      )
      expect(moving.length).toBe(0)
    })

    it('is read out in Spanish, with one first heading and a name for everything that can be used', async () => {
      await open(path, 400, 800)
      const client = await chromium.context.newCDPSession(page)
      const { nodes } = await client.send('Accessibility.getFullAXTree')
      const shown = nodes.filter(({ ignored }) => !ignored)
      const level = (node: (typeof nodes)[number]) =>
        node.properties?.find(({ name }) => name === 'level')?.value.value as number
      const headings = shown.filter(({ role }) => role?.value === 'heading').map(level)
      expect(headings.filter((one) => one === 1)).toEqual([1])
      expect(headings[0]).toBe(1)
      expect(headings.filter((one, at) => one > (headings[at - 1] ?? 0) + 1)).toEqual([])
      const usable = shown.filter(({ role }) =>
        /^(button|link|checkbox|radio|switch|textbox|searchbox|combobox|DisclosureTriangle)$/.test(String(role?.value)),
      )
      expect(usable.length).toBeGreaterThan(3)
      expect(usable.filter(({ name }) => !name?.value).map(({ role }) => role?.value)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
    })
  },
)
