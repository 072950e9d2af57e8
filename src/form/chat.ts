import raw from './chat.json'

/** Something that an agent may say, and what can be answered. */
export interface Phrase {
  readonly id: string
  readonly says: string
  readonly replies: readonly string[]
}

/**
 * The English of the chat. It is said to an agent who reads English, whatever language the customer speaks, so it is
 * not in the locales; these have its mirror, by the same ids.
 */
export interface Chat {
  /** What ends every first message. */
  readonly closing: string
  /** Sentences that are only there where their blank is filled in, by its name. */
  readonly details: Readonly<Record<string, string>>
  /** The first message about each topic. */
  readonly openings: Readonly<Record<string, string>>
  readonly phrases: readonly Phrase[]
  /** What a customer may want to ask the agent. */
  readonly requests: readonly { readonly id: string; readonly text: string }[]
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

/** A first message, filled in. */
export function openingMessage(texts: Pick<Chat, 'closing' | 'details'>, opening: string, blanks: Blanks): string {
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => blanks[name]?.trim() || EMPTY)
  const known = Object.keys(texts.details).filter((name) => blanks[name]?.trim())
  return [opening, ...known.map((name) => texts.details[name] ?? ''), texts.closing]
    .map(fill)
    .join(' ')
    .replace(/\.\.(?=\s|$)/g, '.')
}
