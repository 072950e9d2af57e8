import type { Outline } from './outline'

/** What comes next, marked above the page; nothing can click or focus it. */
export interface Mark {
  /** Draw it; null hides it. `pointed` makes it stronger, with an arrow where there is room, for what the customer asked to be shown. */
  readonly draw: (outline: Outline | null, pointed: boolean) => void
}

/** Make a mark in the companion's stage. */
export function createMark(stage: HTMLElement): Mark {
  const mark = document.createElement('div')
  mark.className = 'mark'
  mark.hidden = true
  stage.append(mark)
  return {
    draw(outline, pointed) {
      mark.hidden = outline === null
      if (!outline) return
      const { kind, box, hasArrow } = outline
      const names = ['mark', kind, pointed ? 'pointed' : '', pointed && hasArrow ? 'arrow' : '']
      mark.className = names.filter(Boolean).join(' ')
      mark.style.transform = `translate(${box.left}px, ${box.top}px)`
      mark.style.width = `${box.right - box.left}px`
      mark.style.height = `${box.bottom - box.top}px`
    },
  }
}
