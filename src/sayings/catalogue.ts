/** What an agent wants of the customer. */
export const WANTS = ['verify', 'wait', 'do', 'decide', 'pay', 'say', 'transfer', 'close', 'inform'] as const
export type Wants = (typeof WANTS)[number]

/** What the customer has to be careful with. */
export const CAREFUL = ['password', 'card', 'pay', 'remote'] as const
export type Careful = (typeof CAREFUL)[number]

/** Something that agents of support say. What it means stands in locales/sayings, by the same id. */
export interface Saying {
  readonly id: string
  readonly group: string
  /** Wordings of it. */
  readonly says: readonly string[]
  readonly wants: Wants
  /** Whether the customer loses something who does not answer at once. */
  readonly urgent: boolean
  readonly careful: Careful | null
  /** What can be answered, with blanks such as {{domain}}. */
  readonly replies: readonly string[]
}

/** Sayings that say nearly the same, for a sentence that is surely one of them; what they mean together is in the locales. */
export interface Family extends Pick<Saying, 'id' | 'wants' | 'urgent' | 'careful'> {
  readonly members: readonly string[]
}

/** All that there is to say of a sentence, in the customer's language. */
export interface Gist extends Pick<Saying, 'wants' | 'urgent' | 'careful'> {
  readonly meaning: string
  readonly hint?: string
  /** What can be answered, with its mirror. */
  readonly replies: readonly { readonly text: string; readonly mirror: string }[]
}

/** Something that customers say to an agent, in English; how it is looked for stands in locales/sayings. */
export interface Request {
  readonly id: string
  readonly group: string
  readonly text: string
}

/** What a language says of a saying. */
export interface SayingTexts {
  readonly meaning: string
  readonly replies: readonly string[]
  readonly hint?: string
}

/** What a language says of a request: what it means, and further words to find it by. */
export interface RequestTexts {
  readonly text: string
  readonly asks: readonly string[]
}

/** A language's half of all that is said in the chat. */
export interface Mirror {
  readonly sayings: Readonly<Record<string, SayingTexts>>
  readonly requests: Readonly<Record<string, RequestTexts>>
  /** What the sayings of a family mean together. */
  readonly families: Readonly<Record<string, string>>
}

/** What there is to say of a saying. */
export function gistOfSaying({ id, wants, urgent, careful, replies }: Saying, { sayings }: Mirror): Gist {
  const texts = sayings[id]
  const pairs = replies.map((text, place) => ({ text, mirror: texts?.replies[place] ?? text }))
  return {
    wants,
    urgent,
    careful,
    meaning: texts?.meaning ?? '',
    replies: pairs,
    ...(texts?.hint ? { hint: texts.hint } : {}),
  }
}

/** What there is to say of all sayings of a family: how to answer depends on which of them it is. */
export function gistOfFamily({ id, wants, urgent, careful }: Family, { families }: Mirror): Gist {
  return { wants, urgent, careful, meaning: families[id] ?? '', replies: [] }
}
