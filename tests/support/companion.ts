import type { AnyPage } from './notes'

/** The box of the companion's panel; null while none is shown. */
export interface SeenPanel {
  readonly form: 'open' | 'line' | 'dot'
  readonly line: string
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
}

type Four = [number, number, number, number]

/** What a person sees of the companion. */
export function readPanel(page: Pick<AnyPage, 'evaluate'>): Promise<SeenPanel | null> {
  return page.evaluate(() => {
    const panel = document.querySelector('guia-pasos')?.shadowRoot?.querySelector('.panel')
    if (!panel?.checkVisibility({ visibilityProperty: true })) return null
    const box = panel.getBoundingClientRect()
    const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map(Math.round) as Four
    const form = (['open', 'line', 'dot'] as const).find((name) => panel.classList.contains(name)) ?? 'dot'
    return { form, line: panel.querySelector('.words')?.textContent ?? '', box: { left, top, right, bottom } }
  })
}

/** The names of the form's controls that the companion's panel lies on. */
export function coveredControls(page: Pick<AnyPage, 'evaluate'>): Promise<readonly string[]> {
  return page.evaluate(() => {
    const panel = document.querySelector('guia-pasos')?.shadowRoot?.querySelector('.panel')
    if (!panel?.checkVisibility({ visibilityProperty: true })) return []
    const { left, top, right, bottom } = panel.getBoundingClientRect()
    const controls = document.querySelectorAll(
      '.chat a, .chat button, form a, form button, form label, form input:not([type=hidden]), form select, [role=radio], .header, .topic',
    )
    return [...controls].flatMap((control) => {
      // A label may be as wide as the page; its words are what is read and clicked.
      const words = document.createRange()
      words.selectNodeContents(control)
      const box = (control.localName === 'label' ? words : control).getBoundingClientRect()
      if (box.width === 0 || !control.checkVisibility({ visibilityProperty: true })) return []
      const covers = box.left < right && box.right > left && box.top < bottom && box.bottom > top
      return covers ? [`${control.localName} ${control.textContent?.trim() || control.getAttribute('name')}`] : []
    })
  })
}

/** The box of the mark around what comes next; null while nothing is marked. */
export function readMark(
  page: Pick<AnyPage, 'evaluate'>,
): Promise<{ readonly around: string; readonly pointed: boolean } | null> {
  return page.evaluate(() => {
    const mark = document.querySelector('guia-pasos')?.shadowRoot?.querySelector<HTMLElement>('.mark')
    if (!mark || mark.hidden) return null
    const { left, top, right, bottom } = mark.getBoundingClientRect()
    const hit = document.elementFromPoint(left + 8, (top + bottom) / 2)
    const around = hit?.closest('label') ?? hit?.closest('a, button, select, li, input') ?? hit
    const name = around?.id || around?.textContent?.trim() || ''
    return { around: right > left ? name : '', pointed: mark.classList.contains('pointed') }
  })
}

/** Wait for two frames: what has moved is then painted. */
export async function painted(page: Pick<AnyPage, 'evaluate'>): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
