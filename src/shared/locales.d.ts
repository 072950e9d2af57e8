/** The locales in full, by language, Spanish first. The build makes this module of the files in `locales/`. */
declare module 'locales:all' {
  type Locale = typeof import('../../locales/es.json')
  export const locales: Readonly<Record<string, Locale>>
}

/** The languages that there are, the first of which everybody gets who has set nothing. */
declare module 'locales:names' {
  export const languages: readonly string[]
}

/** What the first language says in the form's page. */
declare module 'locales:page' {
  export const languages: readonly string[]
  export const locales: Readonly<Record<string, import('../guide').PageTexts>>
}

/** What the other languages say in the form's page. */
declare module 'locales:further' {
  export const locales: Readonly<Record<string, import('../guide').PageTexts>>
}

/** What each language says of the sentences of the chat; a language without it has none here. */
declare module 'locales:sayings' {
  export const locales: Readonly<Record<string, import('../sayings/catalogue').Mirror>>
}
