import { zoomOf } from '../page/geometry'

/**
 * Have an element of ours drawn as it is measured, where a style sheet zooms the whole page: boxes are measured as they are
 * drawn. Written only where it changes, because each write makes the browser bring its styles up to date.
 */
export function unzoom(element: HTMLElement, page: Document): void {
  const zoom = zoomOf(page)
  const wanted = zoom === 1 ? '' : String(1 / zoom)
  if (element.style.getPropertyValue('--guia-zoom') !== wanted) element.style.setProperty('--guia-zoom', wanted)
}
