import type { Page } from 'playwright-core'
import type { Chromium } from './extension'
import type { FirefoxPage } from './firefox-page'
import type { Stage } from './forms'
import { expectedAt } from './kit-expected'
import { measure, type Seen, shift } from './kit-measure'
import { kitPage } from './kit-page'
import type { Act, Kit } from './kits'
import { readPainted } from './painted'
import { difference, treeOf } from './tree'

/** The figures of a kit at a stage, added up over its views. */
export interface Figures {
  readonly kit: string
  readonly stage: Stage
  readonly painted: number
  readonly right: number
  readonly doubtful: number
  readonly clipped: number
  readonly covering: number
  readonly covered: number
  readonly numbered: number
  /** How far the page's own texts and controls were moved, in pixels: at rest, and in the worst view. */
  readonly movedAtRest: number
  readonly moved: number
  readonly faults: readonly string[]
  readonly sameSent: boolean
  /** Every node of the page, in each view. */
  readonly sameTree: boolean
  /** The page's HTML, once the notes are off. */
  readonly sameHtml: boolean
  readonly sameNotes: boolean
  readonly errors: readonly string[]
}

const COUNTED = ['painted', 'right', 'doubtful', 'clipped', 'covering', 'covered', 'numbered'] as const
const NONE = { painted: 0, right: 0, doubtful: 0, clipped: 0, covering: 0, covered: 0, numbered: 0 }

/** Look at every view of a kit's stage, with the extension and without it; then switch off, on, and send. */
export async function runKit(
  chromium: Chromium,
  kit: Kit,
  stage: Stage,
  look?: (page: Page, name: string) => Promise<void>,
): Promise<Figures> {
  const html = await kitPage(kit, stage)
  const ours = await chromium.open(html)
  const plain = await chromium.openElsewhere(html)
  const errors: string[] = []
  ours.on('pageerror', (error) => errors.push(error.message))
  ours.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  for (const page of [ours, plain]) await page.setViewportSize({ width: 1100, height: 1500 })
  const total = { ...NONE, movedAtRest: 0, moved: 0 }
  const faults: string[] = []
  const isSame = (differs: string | null, where = '') => {
    if (differs) faults.push(`${where}${differs}`)
    return differs === null
  }
  let sameTree = true
  for (const [at, view] of kit.views[stage].entries()) {
    for (const page of [ours, plain]) {
      await page.bringToFront()
      for (const act of view.acts) await perform(page, act)
    }
    const without = await whenStill(plain, stage)
    await ours.bringToFront()
    const seen = await whenStill(ours, stage)
    const [moved, what] = shift(seen, without)
    for (const name of COUNTED) total[name] += seen[name]
    total.moved = Math.max(total.moved, moved)
    if (at === 0) total.movedAtRest = moved
    faults.push(...seen.faults.map((fault) => `${view.name}: ${fault}`))
    if (moved > 6) faults.push(`${view.name}: moved "${what}" by ${moved} px`)
    sameTree &&= isSame(await sameInTime(ours, plain), `${view.name}: `)
    await look?.(ours, `${kit.name} ${stage} ${view.name}`)
  }
  const before = await notesOf(ours)
  await ours.bringToFront()
  await chromium.set({ enabled: false })
  await ours.waitForFunction(() => !document.querySelector('guia-capa'))
  const sameHtml = isSame(difference(await htmlOf(ours), await htmlOf(plain)))
  await chromium.set({ enabled: true })
  await ours
    .waitForFunction(() => document.querySelector('guia-capa, [aria-description], [label*=" — "]'))
    .catch(() => undefined)
  await whenStill(ours, stage)
  const sameNotes = isSame(difference(await notesOf(ours), before))
  for (const page of [ours, plain]) await page.close()
  const sent = await send(chromium, html, kit.send[stage])
  return { kit: kit.name, stage, ...total, faults, sameTree, sameHtml, sameNotes, sameSent: sent, errors }
}

/** What differs between the nodes of two pages, once what fades in or out has done so in both. */
async function sameInTime(ours: Page, plain: Page): Promise<string | null> {
  let differs: string | null = null
  for (let look = 0; look < 20; look++) {
    differs = difference(await treeOf(ours), await treeOf(plain))
    if (!differs) return null
    await plain.bringToFront()
    await paint(plain)
    await ours.bringToFront()
    await paint(ours)
  }
  return differs
}

/** The page's HTML without the random numbers of Lit and select2. */
async function htmlOf(page: Page): Promise<string> {
  const html = await page.content()
  return `${html}\n${await treeOf(page)}`.replace(/lit\$\d+\$|select2-data-[\w-]+|(?<=-result)-\w{4}/g, '')
}

/** Fill in and send the form with the extension and without it; answers whether the server got the same. */
async function send(chromium: Chromium, html: string, acts: readonly Act[]): Promise<boolean> {
  const bodies: string[] = []
  for (const open of [chromium.open, chromium.openElsewhere]) {
    const page = await open(html)
    await page.setViewportSize({ width: 1100, height: 1500 })
    await whenStill(page, 'customer')
    const count = chromium.sent.length
    for (const act of acts) await perform(page, act)
    await page.waitForURL('**/submit').catch(() => undefined)
    bodies.push(chromium.sent.slice(count).join('&'))
    await page.close()
  }
  if (bodies[0] !== bodies[1] || bodies[0] === '') bodies.push('differ')
  return bodies.length === 2
}

async function perform(page: Page, [what, on, y]: Act): Promise<void> {
  if (what === 'click') await page.locator(on).first().click()
  if (what === 'press') await page.keyboard.press(on)
  if (what === 'type') await page.keyboard.type(on)
  if (what === 'scroll')
    await page.locator(on).evaluate((element, top) => element.scrollTo({ top, behavior: 'instant' }), y as number)
  if (what === 'pick') await pick(page, on)
  await paint(page)
}

/** Click on a text where it is seen; the last one, because lists open at the end of a page. */
async function pick(page: Page, words: string): Promise<void> {
  for (let look = 0; look < 40; look++) {
    const before = await whereIs(page, words)
    await page.waitForTimeout(40)
    const point = await whereIs(page, words)
    if (point && before?.y === point.y) return page.mouse.click(point.x, point.y)
  }
  throw new Error(`"${words}" is nowhere to be seen`)
}

/** A point on a text that nothing covers, such as the ground of a list that is fading out. */
function whereIs(page: Page, words: string): Promise<{ readonly x: number; readonly y: number } | undefined> {
  return page.evaluate((words) => {
    const found: DOMRect[] = []
    let last: Element | null = null as Element | null
    const isOpen = ({ left, top, width, height }: DOMRect) => {
      const [x, y] = [left + Math.min(20, width / 2), top + height / 2]
      let hit = document.elementFromPoint(x, y)
      let slotted = hit?.textContent?.includes(words)
      while (hit?.shadowRoot) {
        const deeper: Element | null = hit.shadowRoot.elementFromPoint(x, y)
        if (!deeper || deeper === hit) break
        slotted ||= deeper.textContent?.includes(words)
        hit = deeper
      }
      return slotted || hit instanceof HTMLInputElement
    }
    const visit = (node: Node) => {
      if (node instanceof Text && node.data.trim() === words && !node.parentElement?.closest('header, footer, nav')) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (box.width > 0 && node.parentElement?.checkVisibility({ visibilityProperty: true })) {
          found.push(box)
          last = node.parentElement
        }
      }
      const isButton =
        node instanceof HTMLInputElement && node.type === 'submit' && node.getAttribute('value') === words
      if (isButton) found.push(node.getBoundingClientRect())
      if (node instanceof Element && /^guia-/.test(node.localName)) return
      if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot)
      for (const child of node.childNodes) visit(child)
    }
    visit(document.body)
    const box = found.filter(isOpen).at(-1)
    if (!box) last?.scrollIntoView({ block: 'center' })
    return box && { x: box.left + Math.min(20, box.width / 2), y: box.top + box.height / 2 }
  }, words)
}

/** Two frames; a page that has gone to the next address has none. */
const paint = (page: Page) =>
  page
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    .catch(() => undefined)

/** Measure until two looks in a row are the same: lists slide and fade in. */
export async function whenStill(page: Page | FirefoxPage, stage: Stage): Promise<Seen> {
  const expected = expectedAt(stage)
  let last = ''
  for (let look = 0; look < 40; look++) {
    const seen = await measure(page, expected)
    const now = JSON.stringify(seen)
    if (now === last && look > 1) return seen
    last = now
    await (page as Page).evaluate(
      () => new Promise<void>((done) => setTimeout(() => requestAnimationFrame(() => done()), 30)),
    )
  }
  return measure(page, expected)
}

/** Everything that the notes say and where they stand, in one string. */
async function notesOf(page: Page): Promise<string> {
  const rows = (await readPainted(page)).filter(({ box }) => box)
  const others = await page.evaluate(() => {
    const found: string[] = []
    const visit = (node: Node) => {
      if (node instanceof Element) {
        if (node.localName === 'option' && (node as HTMLOptionElement).label.includes(' — '))
          found.push((node as HTMLOptionElement).label)
        if (node.shadowRoot && !/^guia-/.test(node.localName)) visit(node.shadowRoot)
      }
      for (const child of node.childNodes) visit(child)
    }
    visit(document)
    for (const view of document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? [])
      if (view.style.visibility === 'visible') found.push(`${view.textContent} ${view.style.transform}`)
    return found
  })
  const drawn = rows.map(({ english, content, box }) => `${english}: ${content} ${box?.left} ${box?.top}`)
  return [...drawn, ...others].sort().join('\n')
}
