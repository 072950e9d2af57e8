import type { Page } from 'playwright-core'
import type { FirefoxPage } from './firefox-page'
import type { Expected } from './kit-expected'
import { type Painted, readPainted } from './painted'

/** What stands on a page, and what is wrong with it. */
export interface Seen {
  /** English texts of the form that are painted. */
  readonly painted: number
  /** Those with their Spanish in sight beside them. */
  readonly right: number
  /** The words that have it, and those that have not. */
  readonly said: readonly string[]
  readonly unsaid: readonly string[]
  /** Those that are said to be not known. */
  readonly doubtful: number
  readonly notes: number
  readonly clipped: number
  readonly covering: number
  readonly covered: number
  /** Those that are only marked by a number; what it means is in the companion. */
  readonly numbered: number
  /** What is wrong, in words. */
  readonly faults: readonly string[]
  /** Where the page's own texts and controls are: name, left, top. */
  readonly positions: ReadonlyArray<readonly [string, number, number]>
}

/** Look at a page as a person does: at boxes and at what is painted. */
export async function measure(page: Page | FirefoxPage, expected: Expected): Promise<Seen> {
  const rows = await readPainted(page)
  return (page as FirefoxPage).evaluate(look, { expected, rows })
}

/** Runs in the page. */
function look({ expected, rows }: { readonly expected: Expected; readonly rows: readonly Painted[] }): Seen {
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface English {
    readonly words: string
    readonly box: Box
    readonly node: Node
    readonly element: Element
    readonly control: Box | null
  }
  interface Note {
    readonly says: string
    readonly box: Box
    readonly of: Node | null
    readonly element: Element
    readonly kind: string
    /** The end of the line that leads from a pill to what it belongs to; else the pill itself. */
    readonly tip: Box
  }
  /** How far, in pixels, a row's note may stand from its words: a gap between the columns of a row is the page's. */
  const NEAR = 60
  /** How much, in pixels, a note may lie on the edge of a control, over or under what is typed there. */
  const ON_EDGE = 12
  const faults: string[] = []
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\((required|optional)\)|[*:…]|\.\.\.|\s+$|^\s+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  const isOurs = (element: Element) => /^guia-/.test(element.localName)
  const parent = (node: Node): Element | null => {
    const slot = (node as Element).assignedSlot
    if (slot) return slot
    return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentElement
  }
  const holds = (outer: Element, inner: Node | null) => {
    for (let node = inner; node; node = parent(node)) if (node === outer) return true
    return false
  }
  const boxOf = (element: Element): Box => element.getBoundingClientRect()
  const meet = (a: Box, b: Box) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2.5
  const gap = (a: Box, b: Box) =>
    Math.hypot(Math.max(a.left - b.right, b.left - a.right, 0), Math.max(a.top - b.bottom, b.top - a.bottom, 0))
  const inView = (box: Box) =>
    box.right > box.left &&
    box.bottom > box.top &&
    box.top >= 0 &&
    box.left >= 0 &&
    box.bottom <= innerHeight + 1 &&
    box.right <= innerWidth + 1
  const hitAt = (box: Box): Element | null => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    let hit = document.elementFromPoint(x, y)
    while (hit?.shadowRoot) {
      const deeper: Element | null = hit.shadowRoot.elementFromPoint(x, y)
      if (!deeper || deeper === hit) break
      hit = deeper
    }
    return hit
  }
  const isShown = (element: Element, box: Box) => {
    if (!inView(box) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    for (let node: Element | null = element; node; node = parent(node)) {
      const { overflowX, overflowY, clip, position } = getComputedStyle(node)
      if (position === 'absolute' && clip.startsWith('rect(0')) return false
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const { left, top, right, bottom } = boxOf(node)
      if (box.left < left - 2 || box.right > right + 2 || box.top < top - 3 || box.bottom > bottom + 3) return false
    }
    const hit = hitAt(box)
    if (!hit) return false
    if (holds(element, hit) || holds(hit, element)) return true
    const through = getComputedStyle(element).pointerEvents === 'none'
    return through && holds(parent(parent(element) ?? element) ?? element, hit)
  }

  const texts: { words: string; box: Box; lines: readonly Box[]; element: Element; node: Text }[] = []
  const controls: Element[] = []
  const visit = (node: Node) => {
    if (node instanceof Text && node.data.trim()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      const [box] = lines
      const element = parent(node)
      if (box && element && !element.closest('select, script, style'))
        texts.push({ words: node.data, box, lines, element, node })
    }
    if (node instanceof Element) {
      if (isOurs(node) || /^(script|style|select|textarea)$/.test(node.localName)) {
        if (node.localName === 'select') controls.push(node)
        return
      }
      if (
        /^(input|button)$/.test(node.localName) ||
        /^(combobox|button|radio|option|menuitem|treeitem)$/.test(node.getAttribute('role') ?? '') ||
        node.className === 'box'
      )
        controls.push(node)
      if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) visit(child)
    }
    for (const child of node.childNodes) visit(child)
  }
  visit(document.body)

  const isAround = (element: Element) => element.closest('header, footer, nav, h1, body > p') !== null
  const isEdged = (element: Element) => {
    const { borderTopWidth, boxShadow } = getComputedStyle(element)
    return Number.parseFloat(borderTopWidth) > 0 || /0px 0px 0px [1-9]/.test(boxShadow)
  }
  const around = (box: Box, element: Element): Box | null => {
    const labelled = (element.closest('label') as HTMLLabelElement | null)?.control
    if (labelled && !/radio|checkbox/.test((labelled as HTMLInputElement).type) && isShown(labelled, boxOf(labelled)))
      return boxOf(labelled)
    const near = controls
      .filter(
        (control) =>
          /^(input|select|button)$/.test(control.localName) ||
          control.getAttribute('role') === 'combobox' ||
          control.hasAttribute('tabindex'),
      )
      .map((control) => {
        // The box that a person takes for the control may be drawn around a bare input.
        let drawn = control
        for (
          let up = parent(control);
          up && up !== document.body && control.localName === 'input' && boxOf(up).bottom - boxOf(up).top < 70;
          up = parent(up)
        )
          if (isEdged(up)) drawn = up
        return boxOf(drawn)
      })
      .filter((other) => other.right - other.left > 3 && other.bottom - other.top > 3)
      .sort((a, b) => gap(a, box) - gap(b, box))[0]
    return near && gap(near, box) < 120 && !element.closest('[role=option], [role=menuitem], [role=treeitem], li')
      ? near
      : null
  }
  const english: English[] = []
  const shownTexts = texts.filter(({ element, box }) => isShown(element, box))
  for (const { words, box, element, node } of shownTexts) {
    if (isAround(element) || !(plain(words) in expected)) continue
    english.push({ words: plain(words), box, node, element, control: around(box, element) })
  }
  for (const control of controls) {
    if (control instanceof HTMLInputElement && isShown(control, boxOf(control))) {
      const words = /^(submit|button)$/.test(control.type)
        ? control.getAttribute('value')
        : control.matches(':placeholder-shown')
          ? control.placeholder
          : ''
      const hidden = getComputedStyle(control, '::placeholder').opacity === '0'
      if (words && !hidden && plain(words) in expected)
        english.push({
          words: plain(words),
          box: boxOf(control),
          node: control,
          element: control,
          control: boxOf(control),
        })
    }
  }

  const tipOf = (view: HTMLElement): Box => {
    const box = boxOf(view)
    const px = (name: string) => Number.parseFloat(view.style.getPropertyValue(`--stem-${name}`)) || 0
    const [width, height] = [px('w'), px('h')]
    if (width + height === 0) return box
    // Within the note's edge of one pixel.
    const [left, top] = [box.left + 1 + px('x'), box.top + 1 + px('y')]
    const [right, bottom] = [left + width, top + height]
    if (height > width)
      return top < box.top ? { left, right, top, bottom: top + 2 } : { left, right, top: bottom - 2, bottom }
    return left < box.left ? { left, right: left + 2, top, bottom } : { left: right - 2, right, top, bottom }
  }
  const notes: Note[] = []
  const saysOf = (view: Element) =>
    ['label', 'badge']
      .map((name) => view.querySelector(`.${name}`)?.textContent ?? '')
      .join(' ')
      .trim()
  const nodeAt = (path: readonly number[] | null): Node | null =>
    (path ?? []).reduce<Node | null>(
      (node, step) => (step < 0 ? ((node as Element | null)?.shadowRoot ?? null) : (node?.childNodes[step] ?? null)),
      path && document,
    )
  for (const { host, text, content, box, isHeard } of rows) {
    const [element, of] = [nodeAt(host), nodeAt(text)]
    if (isHeard || !box || !(element instanceof Element)) continue
    const isOfShown = shownTexts.some(({ node }) => node === of)
    if (!isOfShown) continue
    const says = content.replace(/ · ([^:]*).*/s, ' $1')
    notes.push({ says, box, of, element, kind: 'row', tip: box })
  }
  const layer = document.querySelector('guia-capa')?.shadowRoot
  for (const view of layer?.querySelectorAll<HTMLElement>('.pill') ?? []) {
    if (getComputedStyle(view).visibility === 'visible')
      notes.push({ says: saysOf(view), box: boxOf(view), of: null, element: view, kind: 'pill', tip: tipOf(view) })
  }

  let clipped = 0
  let covered = 0
  for (const { box, element, kind, says, of } of notes) {
    let bad = box.right <= box.left || box.left < -1 || box.right > innerWidth + 1
    // A row's note at the edge of the window scrolls into sight with its row.
    if (kind === 'pill') bad ||= box.top < -1 || box.bottom > innerHeight + 1
    if (kind === 'row') {
      for (let node: Element | null = element; node; node = parent(node)) {
        const { overflowX, overflowY } = getComputedStyle(node)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const edge = boxOf(node)
        const over =
          box.left < edge.left - 1.5 ||
          box.right > edge.right + 1.5 ||
          box.top < edge.top - 2.5 ||
          box.bottom > edge.bottom + 2.5
        const cut = texts.find(({ node: own }) => own === of)?.box
        const scrolled = cut && (cut.top < edge.top + 4 || cut.bottom > edge.bottom - 4)
        if (over && !scrolled && node !== document.documentElement && node !== document.body) bad = true
      }
      const hit = hitAt(box)
      const row = parent(element) ?? element
      if (!bad && hit && !holds(row, hit) && !holds(hit, row)) {
        covered++
        faults.push(`covered: ${says}`)
      }
    }
    if (bad) {
      clipped++
      faults.push(`clipped: ${says} (${of?.textContent?.trim() ?? 'pill'})`)
    }
  }

  let covering = 0
  const isIn = (inner: Box, outer: Box) =>
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  // A roomy button has its note inside.
  const allowed = (note: Note, control: Element) =>
    note.kind === 'pill'
      ? control.localName === 'button' &&
        isIn(note.box, boxOf(control)) &&
        (expected[plain(control.textContent ?? '')] ?? []).some((label) => note.says.includes(label))
      : holds(control, note.element)
  notes.forEach((note, at) => {
    const text = shownTexts.find((other) => other.node !== note.of && other.lines.some((line) => meet(line, note.box)))
    const shownControl = controls.find(
      (control) =>
        /^(input|select|button)$/.test(control.localName) &&
        !allowed(note, control) &&
        isShown(control, boxOf(control)) &&
        meet(boxOf(control), note.box) &&
        getComputedStyle(control).opacity !== '0',
    )
    const other = notes.slice(at + 1).find((one) => meet(one.box, note.box))
    const onBorder =
      shownControl &&
      note.kind === 'pill' &&
      Math.min(boxOf(shownControl).bottom, note.box.bottom) - Math.max(boxOf(shownControl).top, note.box.top) <= ON_EDGE
    const what = text
      ? `the text "${text.words.trim()}"`
      : other
        ? `the note "${other.says}"`
        : shownControl && !onBorder
          ? `a ${shownControl.localName}`
          : null
    if (what) {
      covering++
      faults.push(`covering ${what}: ${note.says}`)
    }
    if (note.kind === 'row' && isAround(note.element)) faults.push(`stray: ${note.says}`)
  })

  // Of words beside a control, those in the line of a note, or over or under it, count; what only touches its corner does not.
  const isInLine = (note: Box, text: Box) => {
    const shared = Math.min(note.bottom, text.bottom) - Math.max(note.top, text.top)
    const isAcross = Math.min(note.right, text.right) - Math.max(note.left, text.left) > 0
    return isAcross || shared >= Math.min(note.bottom - note.top, text.bottom - text.top) / 2
  }
  const distance = (note: Pick<Note, 'tip'>, one: English) =>
    Math.min(
      !one.control || isInLine(note.tip, one.box) ? gap(note.tip, one.box) : Number.POSITIVE_INFINITY,
      one.control ? gap(note.tip, one.control) : Number.POSITIVE_INFINITY,
    )
  const isSaid = (note: Pick<Note, 'says'>, one: English) =>
    (expected[one.words] ?? []).some((label) => note.says.includes(label)) ||
    // A list that has been chosen from says so instead of its own name.
    (/^(department|topic|hosting package|select package|package)$/.test(one.words) && note.says.startsWith('Elegido'))
  const isBeside = (note: Box, text: Box) =>
    note.left >= text.right &&
    note.left - text.right < 420 &&
    Math.abs(note.top + note.bottom - text.top - text.bottom) < 12
  // In the line of the last of its words, or in the next one.
  const isNear = (note: Box, { node, box }: English) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()].filter(({ width }) => width > 1)
    return gap(note, lines.at(-1) ?? box) <= NEAR
  }
  // A number stands for what the companion says of it.
  const meanings = [
    ...(document.querySelector('guia-pasos')?.shadowRoot?.querySelectorAll('.numbers ol > li') ?? []),
  ].map(({ textContent }) => textContent ?? '')
  const numbers = [...(layer?.querySelectorAll<HTMLElement>('.number') ?? [])]
    .filter((mark) => mark.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((mark) => ({ tip: boxOf(mark), says: meanings[Number(mark.textContent) - 1] ?? '' }))
  for (const { tip, says } of numbers) {
    const text = shownTexts.find(({ lines }) => lines.some((line) => meet(line, tip)))
    if (!text) continue
    covering++
    faults.push(`covering the text "${text.words.trim()}": the number of ${says}`)
  }
  let numbered = 0
  let right = 0
  let doubtful = 0
  const said: string[] = []
  const unsaid: string[] = []
  for (const one of english) {
    const own = notes.find((note) => note.of === one.node)
    if (own) {
      if (!isNear(own.box, one)) faults.push(`far from "${one.words}": ${own.says}`)
      else if (isSaid(own, one)) {
        right++
        said.push(one.words)
      } else if (own.says.startsWith('Sin revisar')) doubtful++
      else faults.push(`wrong: "${one.words}" has ${own.says}`)
      continue
    }
    const pill = notes
      .filter(
        (note) =>
          note.kind === 'pill' && isSaid(note, one) && (distance(note, one) <= 60 || isBeside(note.box, one.box)),
      )
      .find(
        (note) =>
          (isBeside(note.box, one.box) &&
            !english.some(({ box }) => box !== one.box && isBeside(note.box, box) && box.right > one.box.right)) ||
          !english.some((other) => !isSaid(note, other) && distance(note, other) < distance(note, one) - 1),
      )
    if (pill) {
      right++
      said.push(one.words)
    } else if (numbers.some((number) => isSaid(number, one) && distance(number, one) <= 24)) {
      numbered++
      said.push(one.words)
    } else {
      unsaid.push(one.words)
      faults.push(`without: "${one.words}"`)
    }
  }
  let painted = english.length
  for (const select of controls) {
    if (!(select instanceof HTMLSelectElement) || !isShown(select, boxOf(select))) continue
    for (const element of select.querySelectorAll<HTMLOptionElement | HTMLOptGroupElement>('option, optgroup')) {
      const [words = ''] = (element instanceof HTMLOptionElement ? element.text : element.label).split(' — ')
      if (!(plain(words) in expected)) continue
      painted++
      if ((expected[plain(words)] ?? []).some((label) => element.label.includes(` — ${label}`))) right++
      else faults.push(`option without: "${words}"`)
    }
  }
  // The rows of a list are the list's own affair; what stands around it must stay.
  const isRow = (element: Element) =>
    element.closest('[role=listbox], [role=menuitem], [role=treeitem], li, .item') !== null
  const positions = [
    ...texts
      .filter(({ element }) => !isRow(element))
      .map(({ words, box }) => [words.trim(), box.left, box.top] as const),
    ...controls
      .filter((control) => !isRow(control))
      .map((control) => [control.localName, boxOf(control).left, boxOf(control).top] as const),
  ]
  const counts = { painted, right, doubtful, notes: notes.length, clipped, covering, covered, numbered }
  return { ...counts, said, unsaid, faults, positions }
}

/** The furthest that anything of the page stands from where it stands without us, in pixels, and what. */
export function shift(ours: Seen, plain: Seen): readonly [number, string] {
  let worst: readonly [number, string] = [0, '']
  ours.positions.forEach(([name, left, top], at) => {
    const other = plain.positions[at]
    if (other?.[0] !== name) return
    const moved = Math.round(Math.max(Math.abs(left - other[1]), Math.abs(top - other[2])))
    if (moved > worst[0]) worst = [moved, name]
  })
  return worst
}
