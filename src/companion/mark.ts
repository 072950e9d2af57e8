import type { Box } from '../page/box'

/** An outline around something of the page, drawn above it; nothing can click or focus it. */
export interface Mark {
  /** Draw it around a box; null hides it. `pointed` makes it stronger, with an arrow where there is room, for what the customer asked to be shown. */
  readonly draw: (box: Box | null, pointed: boolean) => void
}

/** Space between the outline and what it surrounds, in CSS pixels. */
const MARGIN = 4
/** Room that the arrow takes beside the outline, in CSS pixels. */
const ARROW = 20

/** Make a mark in the companion's stage. */
export function createMark(stage: HTMLElement): Mark {
  const mark = document.createElement('div')
  mark.className = 'mark'
  mark.hidden = true
  stage.append(mark)
  return {
    draw(box, pointed) {
      mark.hidden = box === null
      if (!box) return
      mark.className = pointed ? `mark pointed${box.left < ARROW ? '' : ' arrow'}` : 'mark'
      mark.style.transform = `translate(${box.left - MARGIN}px, ${box.top - MARGIN}px)`
      mark.style.width = `${box.right - box.left + 2 * MARGIN}px`
      mark.style.height = `${box.bottom - box.top + 2 * MARGIN}px`
    },
  }
}
