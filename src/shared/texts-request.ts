/** What the form's page asks of the worker: the texts of a language that is not loaded into every page. */
export interface TextsRequest {
  readonly type: 'texts'
  readonly language: string
}

/** Ask for a language. */
export function textsRequest(language: string): TextsRequest {
  return { type: 'texts', language }
}

/** The language that a message asks for; null if it is no such request. */
export function readTextsRequest(message: unknown): string | null {
  const { type, language } = (typeof message === 'object' && message ? message : {}) as Record<string, unknown>
  return type === 'texts' && typeof language === 'string' ? language : null
}
