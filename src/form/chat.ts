import raw from './chat.json'

/**
 * The English of the first message, and of what has to be at hand at once. It is said to an agent who reads English,
 * whatever language the customer speaks, so it is not in the locales; these have its mirror, by the same ids.
 */
export interface Chat {
  readonly greeting: string
  /** What ends every first message. */
  readonly closing: string
  /** Sentences that are only there where their blank is filled in, by its name. */
  readonly details: Readonly<Record<string, string>>
  /** What the first message about each topic may say; the first is the most general. */
  readonly openings: Readonly<Record<string, readonly string[]>>
  /** What is always in sight. */
  readonly emergency: readonly { readonly id: string; readonly text: string }[]
}

export const CHAT: Chat = raw

/** What the customer has filled in, by the name of the blank. */
export type Blanks = Readonly<Record<string, string>>

/** How an empty blank is shown. */
const EMPTY = '____'

/** The names of the blanks in a text, such as `domain` in "my domain {{domain}}". */
export function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
}

/** The names of the blanks in a text that nobody has filled in, each once. */
export function emptyIn(text: string, blanks: Blanks): readonly string[] {
  return [...new Set(blanksIn(text))].filter((name) => !blanks[name]?.trim())
}

/** A text with its blanks filled in; two full stops never follow each other. */
export function fill(text: string, blanks: Blanks): string {
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => blanks[name]?.trim() || EMPTY)
    .replace(/(?<!\.)\.\.(?=\s|$)/g, '.')
}

/**
 * A first message, with its blanks.
 * @param told sentences that the customer wants in it.
 */
export function openingMessage(
  texts: Pick<Chat, 'greeting' | 'closing' | 'details'>,
  opening: string,
  told: readonly string[],
  blanks: Blanks,
): string {
  const known = Object.keys(texts.details).filter((name) => blanks[name]?.trim() && !opening.includes(`{{${name}}}`))
  const details = known.map((name) => texts.details[name] ?? '')
  return [texts.greeting, opening, ...told, ...details, texts.closing].filter(Boolean).join(' ')
}
