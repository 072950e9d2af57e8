import { locales } from 'locales:all'
import i18next, { type TFunction } from 'i18next'

/** The texts of the extension's own pages in a language; what it lacks is said in Spanish. */
export async function texts(language: string): Promise<TFunction> {
  const instance = i18next.createInstance()
  return instance.init({
    lng: language,
    fallbackLng: 'es',
    resources: Object.fromEntries(Object.entries(locales).map(([name, translation]) => [name, { translation }])),
    interpolation: { escapeValue: false },
  })
}

/** Fill every element that names its text in `data-text`. Always as text, never as HTML. */
export function fillTexts(page: Document, t: TFunction, language: string): void {
  page.documentElement.lang = language
  for (const element of page.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = t(element.dataset.text ?? '')
  }
}
