import { isElement, parentOf, rootOf } from '../page/dom'
import { paths } from './path'
import { contentOf, type RowStyle, rowLook } from './row-style'

/** An element that shows words of ours as generated content, before or after its own. */
export interface Host {
  readonly element: Element
  readonly side: 'after' | 'before'
}

/** What one host shows. */
export interface RowRule {
  readonly host: Host
  readonly style: RowStyle
  /** A reset of the page's empties all that is generated: ours stays all the same. */
  readonly insists?: boolean
}

/** How wide an element may be at most, in CSS pixels. */
export interface Width {
  readonly element: Element
  readonly most: number
}

/** The style sheets that draw notes as generated content: one for the document, one for each shadow root that has rows. */
export interface RowSheets {
  /** Draw exactly these. What is written already is not written again. */
  readonly draw: (rules: readonly RowRule[], widths: readonly Width[]) => void
  /** The same ones, after the page's elements have changed places: their addresses may be others. */
  readonly readdress: () => void
  /** Have again what the page has taken away. */
  readonly restore: () => void
  /** Can a change of this node's children have changed an address? */
  readonly isAddressed: (node: Node) => boolean
  readonly clear: () => void
}

/**
 * The words are in a cascade layer of this name: a page that uses the same generated content for something of its own wins,
 * as its rules are in none. Then ours is not drawn, and the note looks for another place. By the name a style sheet is also
 * known as ours to a later copy of the guide. https://www.w3.org/TR/css-cascade-5/#layering
 */
const LAYER = 'guia'

/** How often the page may take the document's style sheet away. */
const PATIENCE = 6

/** @param home takes the document's style sheet; it must be in the document. */
export function createRowSheets(page: Document, home: Element): RowSheets {
  const element = page.createElement('style')
  const written = new Map<Document | ShadowRoot, string>()
  const adopted = new Map<ShadowRoot, CSSStyleSheet>()
  // How often it was put where it belongs; a page that takes it away again and again is left alone.
  let repairs = 0
  let rules: readonly RowRule[] = []
  let widths: readonly Width[] = []
  let ancestors: ReadonlySet<Node> = new Set()

  const write = (root: Document | ShadowRoot, css: string) => {
    if (root instanceof ShadowRoot) return adopt(root, css)
    if (element.parentNode !== home && !element.isConnected) {
      if (repairs > PATIENCE) return
      repairs++
      home.append(element)
    }
    if (written.get(root) === css) return
    element.textContent = css
    written.set(root, css)
  }
  const adopt = (root: ShadowRoot, css: string) => {
    const sheet = adopted.get(root) ?? new CSSStyleSheet()
    if (written.get(root) !== css) sheet.replaceSync(css)
    written.set(root, css)
    keep(root, sheet)
    adopted.set(root, sheet)
  }
  /** A page that sets its own sheets anew takes ours away. */
  const keep = (root: ShadowRoot, sheet: CSSStyleSheet) => {
    const adopted = sheetsOf(root)
    if (!adopted.includes(sheet)) adoptIn(root, [...adopted, sheet])
  }
  const drop = (root: Document | ShadowRoot) => {
    written.delete(root)
    if (!(root instanceof ShadowRoot)) {
      repairs = 0
      return element.remove()
    }
    const sheet = adopted.get(root)
    adopted.delete(root)
    adoptIn(
      root,
      sheetsOf(root).filter((one) => one !== sheet),
    )
  }
  const readdress = () => {
    const sheets = cssOf(rules, widths)
    for (const [root, css] of sheets) write(root, css)
    for (const root of [...written.keys()]) if (!sheets.has(root)) drop(root)
    ancestors = around([...rules.map(({ host }) => host), ...widths])
  }
  return {
    draw(wanted, limits) {
      rules = wanted
      widths = limits
      readdress()
    },
    readdress,
    restore() {
      for (const [root, sheet] of adopted) keep(root, sheet)
    },
    isAddressed: (node) => ancestors.has(node),
    clear() {
      rules = []
      widths = []
      readdress()
    },
  }
}

/** Take away what a copy of the guide that was stopped has left in a shadow root. */
export function dropRowSheets(root: ShadowRoot): void {
  const left = sheetsOf(root)
  const kept = left.filter((sheet) => !isRowSheet(sheet))
  if (kept.length < left.length) adoptIn(root, kept)
}

/** Take away the copies that a page has made of the document's sheet: they would go on drawing notes that are not true any more. */
export function dropSheetCopies(page: Document, own: Element): void {
  for (const { ownerNode } of [...page.styleSheets].filter(isRowSheet))
    if (ownerNode instanceof Element && parentOf(ownerNode) !== own) ownerNode.remove()
  for (const copy of [...own.querySelectorAll('style')].slice(1)) copy.remove()
}

function isRowSheet(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules[0]?.cssText.startsWith(`@layer ${LAYER};`) ?? false
  } catch {
    // The rules of a sheet from elsewhere are nobody's business.
    return false
  }
}

/**
 * Firefox before 153 refuses the sheets of shadow roots across its Xray wrappers: the notes of rows in them then find a place
 * above the page. https://bugzilla.mozilla.org/show_bug.cgi?id=1751346
 */
function sheetsOf(root: ShadowRoot): readonly CSSStyleSheet[] {
  try {
    return [...root.adoptedStyleSheets]
  } catch {
    return []
  }
}

function adoptIn(root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void {
  try {
    root.adoptedStyleSheets = [...sheets]
  } catch {
    // As above.
  }
}

/** The style sheet of each tree. Rules that look alike share one list of declarations. */
function cssOf(rules: readonly RowRule[], widths: readonly Width[]): ReadonlyMap<Document | ShadowRoot, string> {
  const pathOf = paths()
  const trees = new Map<Document | ShadowRoot, Tree>()
  const treeOf = (element: Element) => {
    const root = rootOf(element)
    // What the page has taken out has no place until the next look.
    if (!(root instanceof Document || root instanceof ShadowRoot)) return null
    const tree = trees.get(root) ?? { words: '', looks: new Map<string, string[]>(), widths: '' }
    trees.set(root, tree)
    return tree
  }
  for (const { host, style, insists } of rules) {
    const tree = treeOf(host.element)
    if (!tree) continue
    const selector = `${pathOf(host.element)}${STRONG}::${host.side}`
    const words = contentOf(style)
    if (!insists) tree.words += `${selector}{content:${words}}`
    const look = insists ? `content:${words}!important;${rowLook(style)}` : rowLook(style)
    tree.looks.set(look, [...(tree.looks.get(look) ?? []), selector])
  }
  for (const { element, most } of widths) {
    const tree = treeOf(element)
    if (tree) tree.widths += `${pathOf(element)}${STRONG}{max-width:${most}px!important}`
  }
  return new Map(
    [...trees].map(([root, { words, looks, widths }]) => {
      const drawn = [...looks].map(([look, selectors]) => `${selectors.join()}{${look}}`).join('')
      return [root, `@layer ${LAYER};@media screen{@layer ${LAYER}{${words}}${drawn}${widths}}`]
    }),
  )
}

/** The rules of one tree. */
interface Tree {
  words: string
  readonly looks: Map<string, string[]>
  widths: string
}

/** No rule of a page has this many ids. */
const STRONG = ':not(#guia#guia#guia#guia)'

/** All that the addresses lead through. */
function around(addressed: readonly { readonly element: Element }[]): ReadonlySet<Node> {
  const found = new Set<Node>()
  for (const { element } of addressed)
    for (let node = parentOf(element); node && !found.has(node); node = isElement(node) ? parentOf(node) : null)
      found.add(node)
  return found
}
