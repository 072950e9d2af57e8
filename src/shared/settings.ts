/** Beside what the notes stand: everything, or only what the current step is about. */
export const NOTES = ['all', 'step'] as const

/** How the notes of what is not used look: marked like the others, or dimmed. */
export const UNUSED = ['marked', 'dimmed'] as const

/** What the customer has set. */
export interface Settings {
  /** Whether the notes are shown. */
  readonly enabled: boolean
  /** The language of the notes, a key of the locales. */
  readonly language: string
  /** Whether the steps are shown in the form's page too. */
  readonly companion: boolean
  readonly notes: (typeof NOTES)[number]
  readonly unused: (typeof UNUSED)[number]
}

export const DEFAULTS: Settings = { enabled: true, language: 'es', companion: true, notes: 'all', unused: 'marked' }

/**
 * Make settings of whatever lies in the storage. What is missing or not of the right kind becomes the default, so that
 * a damaged storage never stops the guide.
 */
export function readSettings(stored: unknown, languages: readonly string[]): Settings {
  const { enabled, language, companion, notes, unused } = (
    typeof stored === 'object' && stored ? stored : {}
  ) as Record<string, unknown>
  return {
    enabled: typeof enabled === 'boolean' ? enabled : DEFAULTS.enabled,
    language: languages.find((one) => one === language) ?? DEFAULTS.language,
    companion: typeof companion === 'boolean' ? companion : DEFAULTS.companion,
    notes: NOTES.find((one) => one === notes) ?? DEFAULTS.notes,
    unused: UNUSED.find((one) => one === unused) ?? DEFAULTS.unused,
  }
}
