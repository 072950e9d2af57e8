import type { Box } from '../page/box'
import type { Place } from './anchor'
import type { Look } from './look'
import { noteView } from './note-view'
import { type Sizes, sizesFrom } from './pill-form'
import type { Note } from './texts'

/**
 * What is painted of a pill. It is there in three forms, of which one is seen: so the page's own layout measures them all, and
 * to choose another form changes no layout.
 */
export interface PillViews {
  /** The size in each form, in CSS pixels; null while it is not rendered. */
  readonly measure: () => Sizes | null
  /** Be seen at this place, or nowhere. @param number what is shown in place of words that have no room. */
  readonly show: (place: Place | undefined, number: number) => void
  readonly remove: () => void
}

/** How high the letters of a pill are, and of one of several choices, in pixels, as its style says. */
const LETTERS = 14
const SMALL = 13

const MEASURED = ['line', 'wrap', 'short'] as const
/** Which of them is shown in each form. */
const SHOWN = { line: 'line', wrap: 'wrap', short: 'short', 'tight-line': 'line', 'tight-short': 'short' } as const

/**
 * Make the views of a pill, unseen.
 * @param small it is one of several choices, and is to be no wider than it must.
 */
export function createPillViews(root: ShadowRoot, note: Note, look: Look, small: boolean): PillViews {
  const make = (form: string) => {
    const view = noteView(note, look)
    view.classList.add(form)
    view.classList.toggle('small', small)
    root.append(view)
    return view
  }
  const views = { line: make('line'), wrap: make('wrap'), short: make('short') }
  let mark: HTMLElement | null = null

  const drawNumber = (place: Place | undefined, number: number) => {
    if (place?.form !== 'number') {
      mark?.remove()
      mark = null
      return
    }
    mark ??= root.appendChild(document.createElement('span'))
    mark.className = `number ${note.tone} ${look}`
    mark.textContent = String(number)
    put(mark.style, place)
  }

  return {
    measure() {
      const line = sizeOf(views.line)
      return line.right > 0 ? sizesFrom(line, sizeOf(views.wrap), sizeOf(views.short), small ? SMALL : LETTERS) : null
    },
    show(place, number) {
      drawNumber(place, number)
      const seen = place && place.form !== 'number' ? SHOWN[place.form] : undefined
      for (const form of MEASURED) {
        const view = views[form]
        view.style.visibility = seen === form ? 'visible' : ''
        view.classList.toggle('told', seen === form && place?.isNumbered === true)
        view.classList.toggle('tight', seen === form && place?.form.startsWith('tight') === true)
        if (seen === form && place) put(view.style, place)
      }
    },
    remove() {
      mark?.remove()
      for (const form of MEASURED) views[form].remove()
    },
  }
}

function put(style: CSSStyleDeclaration, place: Place): void {
  const [left, top] = [Math.round(place.box.left), Math.round(place.box.top)]
  style.transform = `translate(${left}px, ${top}px)`
  drawStem(style, place, left, top)
}

/** The line from a note to what it belongs to. Written only where it changes, because each write costs a style. */
function drawStem(style: CSSStyleDeclaration, { stem }: Place, left: number, top: number): void {
  // Absolute boxes are placed from the inside of the note's edge.
  const wanted: ReadonlyArray<readonly [string, string]> = stem
    ? [
        ['--stem-x', `${Math.round(stem.left) - left - 1}px`],
        ['--stem-y', `${Math.round(stem.top) - top - 1}px`],
        ['--stem-w', `${Math.max(2, Math.round(stem.right - stem.left))}px`],
        ['--stem-h', `${Math.max(2, Math.round(stem.bottom - stem.top))}px`],
      ]
    : ['x', 'y', 'w', 'h'].map((side) => [`--stem-${side}`, ''])
  for (const [name, value] of wanted) if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
}

function sizeOf(view: HTMLElement): Box {
  const { width, height } = view.getBoundingClientRect()
  return { left: 0, top: 0, right: Math.ceil(width), bottom: Math.ceil(height) }
}
