import type { Box } from '../page/box'
import type { Look } from './look'
import { noteView } from './note-view'
import type { PillForm, Place, Sizes } from './place'
import type { Note } from './texts'

/**
 * What is painted of a pill. It is there in each of its forms, of which one is seen: so the page's own layout measures them
 * all, and to choose another form changes no layout.
 */
export interface PillViews {
  /** The size in each form, in CSS pixels; null while it is not rendered. */
  readonly measure: () => Sizes | null
  /** Be seen at this place, or nowhere. */
  readonly show: (place: Place | undefined) => void
  readonly remove: () => void
}

const FORMS: readonly PillForm[] = ['line', 'wrap', 'short']

/**
 * Make the views of a pill, unseen.
 * @param small it is one of several choices, and is to be no wider than it must.
 */
export function createPillViews(root: ShadowRoot, note: Note, look: Look, small: boolean): PillViews {
  const make = (form: PillForm) => {
    const view = noteView(note, look)
    view.classList.add(form)
    view.classList.toggle('small', small)
    root.append(view)
    return view
  }
  const views = { line: make('line'), wrap: make('wrap'), short: make('short') }
  return {
    measure() {
      const line = sizeOf(views.line)
      return line.right > 0 ? { line, wrap: sizeOf(views.wrap), short: sizeOf(views.short) } : null
    },
    show(place) {
      for (const form of FORMS) {
        const { style } = views[form]
        style.visibility = place?.form === form ? 'visible' : ''
        if (place?.form !== form) continue
        const [left, top] = [Math.round(place.box.left), Math.round(place.box.top)]
        style.transform = `translate(${left}px, ${top}px)`
        drawStem(style, place, left)
      }
    },
    remove() {
      for (const form of FORMS) views[form].remove()
    },
  }
}

/** The line from a note to what it belongs to. Written only where it changes, because each write costs a style. */
function drawStem(style: CSSStyleDeclaration, { box, stem }: Place, left: number): void {
  const length = stem ? Math.round(stem.bottom - stem.top) : 0
  const isUnder = stem !== undefined && stem.bottom <= box.top
  const wanted: ReadonlyArray<readonly [string, string]> = [
    ['--stem-at', stem ? `${Math.round((stem.left + stem.right) / 2) - left - 1}px` : ''],
    ['--stem-up', isUnder ? `${length}px` : ''],
    ['--stem-down', isUnder || !stem ? '' : `${length}px`],
  ]
  for (const [name, value] of wanted) if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
}

function sizeOf(view: HTMLElement): Box {
  const { width, height } = view.getBoundingClientRect()
  return { left: 0, top: 0, right: Math.ceil(width), bottom: Math.ceil(height) }
}
