/** A page of Chromium or Firefox. */
export interface AnyPage {
  evaluate<T>(run: () => T | Promise<T>): Promise<T>
  waitForFunction(run: () => unknown, arg: null, options: { polling: number; timeout: number }): Promise<unknown>
}

/** A note as it stands on the page: the English it belongs to, and what it says. */
export interface SeenNote {
  readonly kind: 'option' | 'row' | 'pill'
  /** The English of the option, the words of the row, or the name of the control that the pill is nearest to. */
  readonly english: string
  readonly spanish: string
}

/** The way to a node from the document: which of the child nodes, or -1 for the open shadow root. */
export type NodePath = readonly number[]

/** Words that are drawn as generated content; the page's own too, if it draws any. */
export interface Drawn {
  /** The element, and the side of its content. */
  readonly host: NodePath
  readonly side: 'before' | 'after'
  /** All that it says. */
  readonly content: string
  /** The last text of the page before it that is rendered. */
  readonly text: NodePath | null
  readonly english: string
  /** Out of sight, for screen readers only. */
  readonly isHeard: boolean
  /** Whether it has a box that is not hidden. */
  readonly isRendered: boolean
}

/**
 * Every generated content in a page that is at least a word, in the order of the tree, open shadow roots included. Nothing
 * of the guide's own is asked, only the browser: what the page itself looks like.
 */
export function readDrawn(page: AnyPage): Promise<readonly Drawn[]> {
  return page.evaluate(drawnInPage)
}

/** The same, for what looks at a page from inside it: run its source there. It uses nothing from outside. */
export function drawnInPage(): Drawn[] {
  // A form's own properties cannot be trusted: its controls may be called like them.
  const raw =
    <T>(prototype: object, name: string) =>
    (node: Node): T =>
      Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(node)
  const childrenOf = raw<NodeListOf<ChildNode>>(Node.prototype, 'childNodes')
  const parentOf = raw<Node | null>(Node.prototype, 'parentNode')
  const shadowOf = raw<ShadowRoot | null>(Element.prototype, 'shadowRoot')
  const slotOf = raw<Element | null>(Element.prototype, 'assignedSlot')
  const tagOf = raw<string>(Element.prototype, 'localName')
  const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const found: {
    host: readonly number[]
    side: 'before' | 'after'
    content: string
    text: readonly number[] | null
    english: string
    isHeard: boolean
    isRendered: boolean
  }[] = []
  const flatParent = (node: Node): Element | null => {
    const slot = node instanceof Element ? slotOf(node) : null
    const parent = parentOf(node)
    return slot ?? (parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null)
  }
  const isRendered = (element: Element) => {
    for (let node: Element | null = element; node; node = flatParent(node))
      if (getComputedStyle(node).display === 'none') return false
    return getComputedStyle(element).visibility === 'visible'
  }
  const isPainted = (text: Text) => {
    const range = document.createRange()
    range.selectNodeContents(text)
    return range.getBoundingClientRect().width > 0
  }
  const pathOf = (node: Node): readonly number[] => {
    const path: number[] = []
    for (let one = node; one !== document; ) {
      const parent = parentOf(one) as Node
      path.unshift(one instanceof ShadowRoot ? -1 : [...childrenOf(parent)].indexOf(one as ChildNode))
      one = one instanceof ShadowRoot ? one.host : parent
      if (path[0] === -1) continue
      if (one instanceof ShadowRoot) {
        path.unshift(-1)
        one = one.host
      }
    }
    return path
  }
  // What is painted before a place: slots are filled with what is put into them.
  const inOrder: (Text | Element)[] = []
  const ends = new Map<Element, number>()
  const starts = new Map<Element, number>()
  const walk = (node: Node) => {
    if (node instanceof Text) inOrder.push(node)
    if (!(node instanceof Element) || /^(script|style|select|textarea)$|^guia-/.test(tagOf(node))) return
    starts.set(node, inOrder.length)
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : []
    for (const child of assigned.length > 0 ? assigned : childrenOf(shadowOf(node) ?? node)) walk(child)
    ends.set(node, inOrder.length)
  }
  walk(document.body)
  const textBefore = (end: number): Text | null => {
    const isWord = (one: Text | Element) => one instanceof Text && /\p{L}/u.test(one.data)
    const before = inOrder.slice(0, end).filter(isWord) as Text[]
    return before.findLast(isPainted) ?? before.at(-1) ?? null
  }
  for (const element of starts.keys()) {
    for (const side of ['before', 'after'] as const) {
      const { content, position, width } = getComputedStyle(element, `::${side}`)
      const said = /^"(.*)"$/s.exec(content)?.[1]?.replace(/\\(.)/g, '$1') ?? ''
      if (!/\p{L}{2}/u.test(said)) continue
      const text = textBefore((side === 'after' ? ends : starts).get(element) ?? 0)
      found.push({
        host: pathOf(element),
        side,
        content: said,
        text: text && pathOf(text),
        english: words(text?.data),
        isHeard: position === 'absolute' && Number.parseFloat(width) <= 1,
        isRendered: isRendered(element),
      })
    }
  }
  return found
}

/** What a row's note says, without the reason why something is not used. */
export function shortly(content: string): string {
  const [said = '', mark = ''] = content.split(' · ')
  return [said, mark.split(':')[0]].filter(Boolean).join(' · ')
}

/** Read all notes that a person can see. A pill counts only where it is visible. */
export async function readNotes(page: AnyPage): Promise<readonly SeenNote[]> {
  const drawn = await readDrawn(page)
  const rows = drawn.filter(({ isHeard }) => !isHeard)
  const { options, pills } = await readOthers(page)
  return [
    ...options,
    ...rows.map(({ english, content }) => ({ kind: 'row', english, spanish: shortly(content) }) as const),
    ...pills,
  ]
}

function readOthers(
  page: AnyPage,
): Promise<{ readonly options: readonly SeenNote[]; readonly pills: readonly SeenNote[] }> {
  return page.evaluate(() => {
    const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
    const label = (view: Element) => words(view.querySelector('.label')?.textContent)
    const badge = (view: Element) => words(view.querySelector('.badge')?.textContent).split(':')[0] ?? ''
    const joined = (view: Element) => [label(view), badge(view)].filter(Boolean).join(' · ')
    const options: { kind: 'option'; english: string; spanish: string }[] = []
    for (const element of document.querySelectorAll<HTMLOptionElement>('option[label], optgroup[label]')) {
      const [english = '', ...spanish] = element.label.split(' — ')
      if (spanish.length > 0) options.push({ kind: 'option', english, spanish: spanish.join(' — ') })
    }
    const nameOf = (control: Element) => {
      const input = control as HTMLInputElement
      const label =
        input.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? control.getAttribute('placeholder')
      if (input.type === 'submit' && control.tagName === 'INPUT') return control.getAttribute('value')
      return label || control.closest('tr')?.cells?.[0]?.textContent || control.textContent
    }
    const controls = [...document.querySelectorAll('input:not([type=hidden]), select, button, [role=button]')]
    const pills: { kind: 'pill'; english: string; spanish: string }[] = []
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
      pills.push({ kind: 'pill', english: words(nearest && nameOf(nearest)), spanish: joined(view) })
    }
    return { options, pills }
  })
}

/** Wait until the guide has annotated the page. */
export async function whenAnnotated(page: AnyPage): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('guia-capa > style') ||
      document.querySelector('option[label*=" — "]') ||
      document.querySelector('guia-capa')?.shadowRoot?.querySelector('.pill[style*="visible"]'),
    null,
    { polling: 50, timeout: 5000 },
  )
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}
