import type { TFunction } from 'i18next'
import { brands, help } from '../form/brands.json'

/** List the Latin-American brands, whose customers have support in Spanish of their own, with its hours. */
export function drawBrands(list: HTMLElement, helpLink: HTMLAnchorElement, language: string, t: TFunction): void {
  helpLink.href = help
  const names = new Intl.DisplayNames([language, 'es'], { type: 'region' })
  list.replaceChildren(
    ...brands.map(({ country, portal, opens, closes }) => {
      const item = document.createElement('li')
      const link = document.createElement('a')
      link.href = `https://${portal}/`
      link.target = '_blank'
      link.rel = 'noreferrer'
      link.textContent = names.of(country) ?? country
      const colon = document.createElement('span')
      colon.className = 'visually-hidden'
      colon.textContent = ': '
      const hours = document.createElement('span')
      hours.textContent = t('brands.hours', { opens, closes })
      item.append(link, colon, hours)
      return item
    }),
  )
}
