import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coveredControls, painted, readMark, readPanel } from './support/companion'
import { MARKUPS, pageWith, STAGES, type Stage } from './support/forms'
import { kitPage } from './support/kit-page'
import { KITS, type Kit } from './support/kits'
import { whenAnnotated } from './support/notes'
import { sideBySide } from './support/side-by-side'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const browsers = sideBySide()
beforeEach(async () => {
  await browsers.chromium.set({ enabled: true, companion: true, language: 'es' })
  await browsers.chromium.remember({ placement: null, ticks: {}, topic: null })
})
afterEach(async () => {
  for (const page of [...browsers.chromium.context.pages().slice(1), ...browsers.without.context.pages().slice(1)])
    await page.close()
})

async function openForm(stage: Stage, markup = 0, extra = ''): Promise<Page> {
  const page = await browsers.chromium.open(pageWith(MARKUPS[markup]?.body(stage) ?? '', extra))
  await whenAnnotated(page)
  await painted(page)
  return page
}

const toggle = (page: Page) => page.locator('guia-pasos .toggle')
const handle = (page: Page) => page.locator('guia-pasos .move')
const formOf = async (page: Page) => (await readPanel(page))?.form

describe('the companion', () => {
  it.each([
    ['customer', 'Paso 1 de 4: di que ya eres cliente'],
    ['details', 'Paso 2 de 4: tus datos'],
    ['topic', 'Paso 4 de 4: elige el tema'],
  ] as const)('says in one line at which step the stage %s is', async (stage, line) => {
    const page = await openForm(stage)
    await expect.poll(() => readPanel(page)).toMatchObject({ form: 'line', line })
  })

  it('marks departments that are all that is to be chosen, and none whose topics stand open below them', async () => {
    const page = await openForm('topic', 3)
    await expect.poll(() => readPanel(page)).toMatchObject({ line: 'Paso 4 de 4: elige el tema' })
    expect(await readMark(page)).toBe(null)
    await page.evaluate(() => {
      for (const panel of document.querySelectorAll<HTMLElement>('.panel')) panel.hidden = true
    })
    await expect.poll(() => readMark(page)).not.toBe(null)
  })

  it('is at the last step where a kit hides the only list and draws another', async () => {
    const kit = KITS.find(({ name }) => name === 'Choices') as Kit
    const page = await browsers.chromium.open(await kitPage(kit, 'topic'))
    await expect.poll(() => readPanel(page)).toMatchObject({ line: 'Paso 4 de 4: elige el tema' })
  })

  it('opens to the checklist with what to do next, and Escape collapses it with the focus on its line', async () => {
    const page = await openForm('details')
    await toggle(page).click()
    await expect.poll(() => formOf(page)).toBe('open')
    expect(await page.locator('guia-pasos .step.current').textContent()).toContain(
      'Tu nombre, el correo con el que entras al portal y la contraseña del portal.',
    )
    await page.locator('guia-pasos #step-details').focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => formOf(page)).toBe('line')
    expect(await toggle(page).evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  it('shows the same truth as the popup, whichever of them was ticked', async () => {
    const page = await openForm('customer')
    await toggle(page).click()
    await page.locator('guia-pasos').getByRole('checkbox', { name: 'Di que ya eres cliente' }).check()
    await expect.poll(async () => (await readPanel(page))?.line).toBe('Paso 2 de 4: tus datos')
    const popup = await browsers.chromium.context.newPage()
    await popup.goto(`${browsers.chromium.origin}/popup/popup.html`)
    await expect.poll(() => popup.locator('#place-title').textContent()).toBe('Formulario abierto: paso 2 de 4')
    await popup.getByRole('checkbox', { name: 'Escribe tus datos' }).check()
    await expect.poll(async () => (await readPanel(page))?.line).toBe('Paso 3 de 4: tu servicio')
  })

  it('has its mark where the field is, in the same frame, when something outside the form pushes that away', async () => {
    const page = await openForm('details')
    await expect.poll(() => readMark(page)).toEqual({ around: 'n', pointed: false })
    const away = await page.evaluate(async () => {
      const banner = document.createElement('p')
      document.body.prepend(banner)
      await new Promise((done) => setTimeout(done, 100))
      const distance = () => {
        const mark = document.querySelector('guia-pasos')?.shadowRoot?.querySelector('.mark')
        const field = document.getElementById('n')
        return Math.abs((mark?.getBoundingClientRect().top ?? 0) - (field?.getBoundingClientRect().top ?? 0))
      }
      const before = distance()
      await new Promise(requestAnimationFrame)
      banner.style.height = '120px'
      const painted = new Promise<number>((done) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(distance())
        port2.postMessage(null)
      })
      return (await painted) - before
    })
    expect(away).toBe(0)
  })

  it('marks what comes next, and moves the mark as the customer goes on', async () => {
    const page = await openForm('details')
    await expect.poll(() => readMark(page)).toEqual({ around: 'n', pointed: false })
    await page.fill('#n', 'Ana')
    await expect.poll(() => readMark(page)).toEqual({ around: 'u', pointed: false })
  })

  it.each(MARKUPS.flatMap((markup, index) => STAGES.map((stage) => [markup.name, stage, index] as const)))(
    'is never over the controls of %s at the stage %s, at any size and scroll position',
    async (_name, stage, index) => {
      const page = await openForm(stage, index)
      await toggle(page).click()
      for (const [width, height] of [
        [1000, 900],
        [700, 500],
        [375, 640],
        [320, 225],
      ] as const) {
        await page.setViewportSize({ width, height })
        for (const top of [0, 120, 100_000]) {
          await page.evaluate((y) => scrollTo(0, y), top)
          // The customer goes back to the page, so the panel no longer has the right to lie on anything.
          await page.mouse.click(2, 2)
          await painted(page)
          await painted(page)
          expect([width, top, await coveredControls(page), await readPanel(page)]).toMatchObject([width, top, [], {}])
        }
      }
    },
  )

  it('does not stay open over most of a small window', async () => {
    await browsers.chromium.remember({ placement: { open: true } })
    const page = await openForm('customer')
    await expect.poll(() => formOf(page)).toBe('open')
    await page.setViewportSize({ width: 320, height: 225 })
    await expect.poll(() => formOf(page)).toBe('line')
    await toggle(page).click()
    await expect.poll(() => formOf(page)).toBe('open')
  })

  it('goes to the corner that it is dragged to, and is there again on the next page', async () => {
    const page = await openForm('customer')
    const box = await handle(page).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move(60, 840, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await readPanel(page))?.box.left).toBe(12)
    await page.reload()
    await whenAnnotated(page)
    await expect.poll(async () => (await readPanel(page))?.box).toMatchObject({ left: 12, bottom: 888 })
  })

  it('moves with the arrow keys, and with single clicks', async () => {
    const page = await openForm('customer')
    await handle(page).focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await readPanel(page))?.box.left).toBe(12)
    await handle(page).click()
    await expect.poll(async () => (await readPanel(page))?.box).toMatchObject({ left: 12 })
    await expect.poll(async () => (await readPanel(page))?.box.bottom).toBeLessThan(600)
  })

  it('is gone for good once it is closed, until the popup brings it back', async () => {
    const page = await openForm('details')
    await toggle(page).click()
    await page.locator('guia-pasos').getByRole('button', { name: 'Ocultar los pasos' }).click()
    await expect.poll(() => page.locator('guia-pasos').count()).toBe(0)
    await page.reload()
    await whenAnnotated(page)
    expect(await page.locator('guia-pasos').count()).toBe(0)
    const popup = await browsers.chromium.context.newPage()
    await popup.goto(`${browsers.chromium.origin}/popup/popup.html`)
    await popup.getByRole('checkbox', { name: 'Mostrar los pasos también en la página del formulario' }).check()
    await expect.poll(() => page.locator('guia-pasos').count()).toBe(1)
  })

  it('leaves the page byte for byte as it was when the notes are switched off', async () => {
    const html = pageWith(MARKUPS[0]?.body('details') ?? '')
    const original = await (await browsers.without.open(html)).content()
    const page = await openForm('details')
    expect(await page.locator('guia-pasos').count()).toBe(1)
    await browsers.chromium.set({ enabled: false })
    await expect.poll(() => page.content()).toBe(original)
  })

  it('comes last in the Tab order and leaves the rest of it as it was', async () => {
    const order = async (page: Page) => {
      const reached: string[] = []
      for (let press = 0; press < 30; press++) {
        await page.keyboard.press('Tab')
        const name = await page.evaluate(() => {
          const { activeElement: active } = document
          return active?.localName === 'guia-pasos'
            ? 'guia-pasos'
            : active?.outerHTML.replace(/ aria-description="[^"]*"| label="[^"]*"/g, '')
        })
        if (name?.startsWith('<body')) break
        reached.push(name ?? '')
      }
      return reached
    }
    const html = pageWith(MARKUPS[0]?.body('details') ?? '')
    const before = await order(await browsers.without.open(html))
    const after = await order(await openForm('details'))
    expect(before.length).toBeGreaterThan(8)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(new Set(after.slice(before.length))).toEqual(new Set(['guia-pasos']))
  })

  it('never takes the focus, and the page hears nothing of what is done in it', async () => {
    const page = await openForm('details')
    await page.evaluate(() => {
      const heard: string[] = []
      for (const name of ['click', 'keydown', 'input', 'change', 'pointerdown'])
        addEventListener(name, (event) => heard.push(`${name} ${(event.target as Element).localName}`))
      Object.assign(globalThis, { heard })
    })
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
    await toggle(page).click()
    await page.locator('guia-pasos #step-customer').press('Space')
    await expect.poll(() => formOf(page)).toBe('open')
    expect(await page.evaluate(() => (globalThis as never as { heard: string[] }).heard)).toEqual([])
  })

  it('does nothing when the page’s scripts press its buttons, or keys in it', async () => {
    const page = await openForm('details')
    await page.evaluate(() => {
      const root = document.querySelector('guia-pasos')?.shadowRoot
      for (const button of root?.querySelectorAll<HTMLElement>('button, input') ?? []) button.click()
    })
    await painted(page)
    expect(await formOf(page)).toBe('line')
    expect(await browsers.chromium.stored('sync')).toMatchObject({ companion: true })
    await toggle(page).click()
    await expect.poll(() => formOf(page)).toBe('open')
    const placement = (await browsers.chromium.stored('local')).placement
    await page.evaluate(() => {
      const panel = document.querySelector('guia-pasos')?.shadowRoot?.querySelector('.panel')
      for (const key of ['Escape', 'ArrowLeft'])
        for (const one of panel?.querySelectorAll('*') ?? [])
          one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
    })
    await painted(page)
    expect(await formOf(page)).toBe('open')
    expect((await browsers.chromium.stored('local')).placement).toEqual(placement)
  })

  it('comes back when the page takes it away, and gives up on a page that keeps doing so', async () => {
    const page = await openForm('details')
    await page.evaluate(() => document.querySelector('guia-pasos')?.remove())
    await expect.poll(() => page.locator('guia-pasos').count()).toBe(1)
    const removals = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let count = 0
          const observer = new MutationObserver(() => {
            const companion = document.querySelector('guia-pasos')
            if (!companion) return
            count++
            companion.remove()
          })
          observer.observe(document.documentElement, { childList: true })
          document.querySelector('guia-pasos')?.remove()
          setInterval(() => document.body.classList.toggle('x'), 20)
          setTimeout(() => done(count), 1500)
        }),
    )
    expect(removals).toBeLessThan(10)
    expect(await page.locator('guia-pasos').count()).toBe(0)
  })

  it('cannot be moved or hidden by the page’s styles', async () => {
    const page = await openForm(
      'details',
      0,
      '<style>guia-pasos, guia-pasos * { display: none !important; transform: scale(3) !important; inset: 50% !important }</style>',
    )
    await expect.poll(async () => (await readPanel(page))?.box).toMatchObject({ right: 987, bottom: 888 })
  })

  it('is only in the frame that shows the form', async () => {
    const frame = pageWith(MARKUPS[0]?.body('details') ?? '')
    await browsers.chromium.open(frame, '/inner')
    const page = await browsers.chromium.open(
      '<!doctype html><title>Support</title><h1>Support</h1><iframe src="/inner" width="900" height="700"></iframe>',
    )
    await expect.poll(() => page.frameLocator('iframe').locator('guia-pasos').count()).toBe(1)
    expect(await page.locator('guia-pasos').count()).toBe(0)
  })

  it.each([
    ['light', 1000, 900],
    ['dark', 1000, 900],
    ['light', 320, 640],
  ] as const)('opened, it has nothing that axe finds in a %s page of %d × %d', async (scheme, width, height) => {
    const dark = '<style>body { background: #14181d; color: #eee }</style>'
    await browsers.chromium.remember({ topic: 'topic.ssl' })
    const page = await openForm('topic', 2, scheme === 'dark' ? dark : '')
    await page.setViewportSize({ width, height })
    await toggle(page).click()
    await expect.poll(() => formOf(page)).toBe('open')
    await page.evaluate(axe)
    const violations = await page.evaluate(async () => {
      type Result = { violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }
      const { run } = (globalThis as never as { axe: { run(where: object): Promise<Result> } }).axe
      const result = await run({ fromShadowDom: ['guia-pasos', '.panel'] })
      return {
        found: result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        tried: result.passes.length,
      }
    })
    expect(violations.found).toEqual([])
    expect(violations.tried).toBeGreaterThan(5)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  it('is dark in a dark page, though the form’s own list is white', async () => {
    const page = await openForm('topic', 0, '<style>body { background: #14181d; color: #eee }</style>')
    const colours = await page.locator('guia-pasos .panel').evaluate((panel) => getComputedStyle(panel).backgroundColor)
    expect(colours).toBe('rgb(29, 34, 41)')
  })

  it('has targets of at least 24 pixels, no text cut off when it is spaced, and no movement', async () => {
    await browsers.chromium.remember({ topic: 'topic.ssl' })
    const page = await openForm('topic')
    await page.setViewportSize({ width: 320, height: 640 })
    await toggle(page).click()
    await expect.poll(() => formOf(page)).toBe('open')
    const seen = await page.evaluate(() => {
      const root = document.querySelector('guia-pasos')?.shadowRoot as ShadowRoot
      const style = document.createElement('style')
      style.textContent =
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
      root.append(style)
      const targets = [...root.querySelectorAll('button, label, summary')].filter((element) =>
        element.checkVisibility(),
      )
      const small = targets.filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width < 24 || height < 24
      })
      const cut = [...root.querySelectorAll('.body, .toggle, li, p:not(.aloud)')].filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
      )
      return {
        targets: targets.length,
        small: small.map((element) => element.outerHTML),
        cut: cut.map((element) => element.outerHTML),
        moving: document.getAnimations().length,
      }
    })
    expect(seen.targets).toBeGreaterThan(6)
    expect(seen).toMatchObject({ small: [], cut: [], moving: 0 })
  })

  it('is used with the keyboard alone, and shows where one is', async () => {
    await browsers.chromium.remember({ topic: 'topic.ssl' })
    const page = await openForm('topic')
    await toggle(page).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => formOf(page)).toBe('open')
    const reached: string[] = []
    for (let stop = 0; stop < 10; stop++) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(() => {
          const focused = document.querySelector('guia-pasos')?.shadowRoot?.activeElement
          const { outlineStyle, outlineWidth } = getComputedStyle(focused ?? document.body)
          const name = focused?.id || focused?.getAttribute('aria-label') || focused?.textContent
          return `${name}${outlineStyle === 'solid' && outlineWidth === '2px' ? '' : ', unseen'}`
        }),
      )
    }
    expect(reached).toEqual([
      'Mover los pasos',
      'Ten a mano',
      'Mostrar en el formulario',
      'Quitar tema',
      'step-customer',
      'step-details',
      'step-package',
      'step-topic',
      'Preparar mi mensaje',
      'Ocultar los pasos',
    ])
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Space')
    await expect.poll(async () => (await browsers.chromium.stored('local')).ticks).toEqual({ topic: true })
  })

  it('keeps its edges and states in forced colours', async () => {
    const page = await openForm('details')
    await page.emulateMedia({ forcedColors: 'active' })
    const edge = await page.locator('guia-pasos .panel').evaluate((panel) => getComputedStyle(panel).borderColor)
    const text = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'CanvasText'
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    })
    expect(edge).toBe(text)
  })

  it('is read out as a region with named buttons and boxes, in Spanish', async () => {
    const page = await openForm('customer')
    await toggle(page).click()
    const client = await page.context().newCDPSession(page)
    const read = async () => {
      const { nodes } = await client.send('Accessibility.getFullAXTree')
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name }) => `${role?.value} ${name?.value ?? ''}`.trim())
    }
    await expect
      .poll(read)
      .toEqual(
        expect.arrayContaining([
          'region Guía en español: tus pasos',
          'button Paso 1 de 4: di que ya eres cliente',
          'button Mover los pasos',
          'checkbox Di que ya eres cliente',
          'button Ocultar los pasos',
        ]),
      )
    expect(await page.locator('guia-pasos').getAttribute('lang')).toBe('es')
    expect(await page.locator('guia-pasos input:not([type=checkbox]), guia-pasos textarea').count()).toBe(0)
  })
})
