/** A page of Chromium or Firefox. */
export interface AnyPage {
  evaluate<T>(run: () => T | Promise<T>): Promise<T>
  waitForFunction(run: () => unknown, arg: null, options: { polling: number; timeout: number }): Promise<unknown>
}

/** A note as it stands on the page: the English it belongs to, and what it says. */
export interface SeenNote {
  readonly kind: 'option' | 'chip' | 'pill'
  /** The English of the option, the text before the chip, or the name of the control that the pill is nearest to. */
  readonly english: string
  readonly spanish: string
}

/** Read all notes that a person can see. A pill counts only where it is visible. */
export function readNotes(page: AnyPage): Promise<readonly SeenNote[]> {
  return page.evaluate(() => {
    const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
    const label = (view: Element) => words(view.querySelector('.label')?.textContent)
    const badge = (view: Element) => words(view.querySelector('.badge')?.textContent).split(':')[0] ?? ''
    const joined = (view: Element) => [label(view), badge(view)].filter(Boolean).join(' · ')
    const seen: { kind: 'option' | 'chip' | 'pill'; english: string; spanish: string }[] = []

    for (const element of document.querySelectorAll<HTMLOptionElement>('option[label], optgroup[label]')) {
      const [english = '', ...spanish] = element.label.split(' — ')
      if (spanish.length > 0) seen.push({ kind: 'option', english, spanish: spanish.join(' — ') })
    }
    for (const chip of document.querySelectorAll('guia-nota')) {
      const view = chip.shadowRoot?.querySelector('.note')
      const text = chip.previousSibling
      if (view) seen.push({ kind: 'chip', english: words(text?.textContent), spanish: joined(view) })
    }
    const nameOf = (control: Element) => {
      const input = control as HTMLInputElement
      const label =
        input.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? control.getAttribute('placeholder')
      if (input.type === 'submit' && control.tagName === 'INPUT') return control.getAttribute('value')
      return label || control.closest('tr')?.cells?.[0]?.textContent || control.textContent
    }
    const controls = [...document.querySelectorAll('input:not([type=hidden]), select, button, [role=button]')]
    for (const view of document.querySelector('guia-capa')?.shadowRoot?.querySelectorAll<HTMLElement>('.pill') ?? []) {
      if (view.style.visibility !== 'visible') continue
      const pill = view.getBoundingClientRect()
      const distance = (control: Element) => {
        const box = control.getBoundingClientRect()
        if (box.width === 0) return Number.POSITIVE_INFINITY
        const x = Math.max(box.left - pill.right, pill.left - box.right, 0)
        const y = Math.max(box.top - pill.bottom, pill.top - box.bottom, 0)
        return Math.hypot(x, y)
      }
      const [nearest] = controls.sort((a, b) => distance(a) - distance(b))
      seen.push({ kind: 'pill', english: words(nearest && nameOf(nearest)), spanish: joined(view) })
    }
    return seen
  })
}

/** Wait until the guide has annotated the page. */
export async function whenAnnotated(page: AnyPage): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('guia-nota, option[label*=" — "]') ||
      document.querySelector('guia-capa')?.shadowRoot?.querySelector('.pill[style*="visible"]'),
    null,
    { polling: 50, timeout: 5000 },
  )
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}
