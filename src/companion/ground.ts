import type { Box } from '../page/box'
import { attribute, tagOf } from '../page/dom'
import { boxOf, lineBoxes, viewportOf } from '../page/geometry'
import type { Block } from '../page/tokens'
import { elementOf } from '../recognise/places'
import type { Ground } from './docks'
import type { Sight } from './sight'

/** Space that is kept free around the form's controls, in CSS pixels. */
const MARGIN = 4

/** Measure what the companion must not cover: what can be filled in, pressed or chosen; rather not: the page's texts. */
export function groundOf(page: Document, { tokens, recognition: { matches }, noteBox }: Sight): Ground {
  const { right: width, bottom: height } = viewportOf(page)
  const inSight = (box: Box) => box.bottom > 0 && box.top < height
  const chosen = new Set(matches.flatMap(({ place }) => (place.type === 'row' ? [place.row.block] : [])))
  const elements = new Set([
    ...tokens.controls.map((control) => control.element),
    ...matches.map(({ place }) => elementOf(place)),
    ...tokens.blocks.filter(isOnButton).map((block) => block.element),
  ])
  const noteBoxes = ({ last }: Block) => [noteBox(last)].filter((box) => box !== null)
  const labels = matches.flatMap(({ place }) => (place.type === 'field' && place.label ? [place.label] : []))
  const never = [
    ...[...elements].flatMap((element) => boxOf(element) ?? []),
    ...[...chosen, ...labels].flatMap((block) => [...lineBoxes(block), ...noteBoxes(block)]),
  ]
  const rather = tokens.blocks.filter((block) => !chosen.has(block)).flatMap((block) => lineBoxes(block))
  return { viewport: { width, height }, never: never.filter(inSight).map(wider), rather: rather.filter(inSight) }
}

function isOnButton({ element }: Block): boolean {
  return /^(button|summary)$/.test(tagOf(element)) || attribute(element, 'role') === 'button'
}

function wider({ left, top, right, bottom }: Box): Box {
  return { left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN }
}
