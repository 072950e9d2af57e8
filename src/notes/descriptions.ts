import { attribute, elementById, rootOf, tagOf } from '../page/dom'
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
        const hosts = describing(control)
        const host = hosts.find((element) => !joined.has(element) && isFree({ element, side: 'after' }))
        // Where others are described by the same words, they would say our note too.
        if (!host && isDescribed(control)) continue
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

/** The elements that describe this control and name or describe no other, and are rendered, by the page's own word for it. */
function describing(control: Element): readonly Element[] {
  const root = rootOf(control)
  if (!(root instanceof Document || root instanceof ShadowRoot)) return []
  const users = [...root.querySelectorAll('[aria-describedby], [aria-labelledby]')]
  const isOthers = (id: string) =>
    users.some((user) => namersOf(user).includes(id) || (user !== control && describersOf(user).includes(id)))
  const own = describersOf(control).filter((id) => !isOthers(id))
  const found = own.flatMap((id) => elementById(control, id) ?? [])
  return found.filter((element) => tagOf(element) !== 'label' && isRendered(element))
}

function isDescribed(control: Element): boolean {
  return describersOf(control).some((id) => elementById(control, id) !== null)
}

function describersOf(element: Element): readonly string[] {
  return idsIn(attribute(element, 'aria-describedby'))
}

function namersOf(element: Element): readonly string[] {
  return idsIn(attribute(element, 'aria-labelledby'))
}

function idsIn(tokens: string | null): readonly string[] {
  return (tokens ?? '').split(/\s+/).filter(Boolean)
}
