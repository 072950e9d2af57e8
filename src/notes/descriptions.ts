import { attribute, elementById } from '../page/dom'
import { isRendered } from '../page/geometry'
import type { AttributeLedger } from './attributes'
import type { Look } from './look'
import type { Host, RowRule } from './row-sheets'
import type { Note } from './texts'
import { spoken } from './texts'

/** What screen readers say after the names of controls. */
export interface Descriptions {
  /**
   * Have exactly these. Answers what is to be drawn for them, unseen, where an attribute is of no use.
   * @param wanted a note for each control.
   */
  readonly reconcile: (wanted: ReadonlyMap<Element, Note>, look: Look) => readonly RowRule[]
}

/**
 * `aria-description` is enough where the page describes nothing. Where it does, by `aria-describedby`, the browser ignores
 * ours; then our words join those that the page names, as generated content that nobody sees: no attribute of the page is
 * changed. https://www.w3.org/TR/accname-1.2/#comp_pseudo-elements
 * @param isFree is there nothing of the page's own?
 */
export function createDescriptions(ledger: AttributeLedger, isFree: (host: Host) => boolean): Descriptions {
  let described: ReadonlySet<Element> = new Set()

  return {
    reconcile(wanted, look) {
      const joined = new Map<Element, RowRule>()
      const written = new Set<Element>()
      for (const [control, note] of wanted) {
        const host = describing(control).find((element) => !joined.has(element) && isFree({ element, side: 'after' }))
        if (host) {
          const style = { note, look, form: 'spoken', flow: 'line', apart: false } as const
          joined.set(host, { host: { element: host, side: 'after' }, style })
          continue
        }
        const own = ledger.own(control, 'aria-description')
        ledger.write(control, 'aria-description', own ? `${own} ${spoken(note)}` : spoken(note))
        written.add(control)
      }
      for (const control of described) if (!written.has(control)) ledger.restore(control, 'aria-description')
      described = written
      return [...joined.values()]
    },
  }
}

/** The elements that describe a control and are rendered, by the page's own word for it. */
function describing(control: Element): readonly Element[] {
  const ids = (attribute(control, 'aria-describedby') ?? '').split(/\s+/).filter(Boolean)
  return ids.flatMap((id) => elementById(control, id) ?? []).filter(isRendered)
}
