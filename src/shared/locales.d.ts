/** The locales in full, by language, Spanish first. The build makes this module of the files in `locales/`. */
declare module 'locales:all' {
  type Locale = typeof import('../../locales/es.json')
  export const locales: Readonly<Record<string, Locale>>
}

/** What the locales say in the form's page. */
declare module 'locales:page' {
  export const locales: import('../guide').Locales
}
