/** What the customer has set. */
export interface Settings {
  /** Whether the notes are shown. */
  readonly enabled: boolean
  /** The language of the notes, a key of the locales. */
  readonly language: string
  /** Whether the steps are shown in the form's page too. */
  readonly companion: boolean
}

export const DEFAULTS: Settings = { enabled: true, language: 'es', companion: true }

/**
 * Make settings of whatever lies in the storage. What is missing or not of the right kind becomes the default, so that
 * a damaged storage never stops the guide.
 */
export function readSettings(stored: unknown, languages: readonly string[]): Settings {
  const { enabled, language, companion } = (typeof stored === 'object' && stored ? stored : {}) as Record<
    string,
    unknown
  >
  return {
    enabled: typeof enabled === 'boolean' ? enabled : DEFAULTS.enabled,
    language: typeof language === 'string' && languages.includes(language) ? language : DEFAULTS.language,
    companion: typeof companion === 'boolean' ? companion : DEFAULTS.companion,
  }
}
