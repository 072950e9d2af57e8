import type { PageBrowser } from './shared/page-browser'
import { textsRequest } from './shared/texts-request'

/** What the guide can say in the form's page: the first language at once, any other when it is asked for. */
export interface Languages<Texts> {
  readonly names: readonly string[]
  /** The texts of a language; those of the first one where it cannot be had. */
  readonly texts: (language: string) => Promise<Texts>
}

/**
 * The languages of the extension. Only the first is loaded into every page; the worker has the others.
 * @param names all languages.
 * @param first the texts of the first of them.
 */
export function languagesFrom<Texts extends object>(
  names: readonly string[],
  first: Texts,
  { runtime }: PageBrowser,
): Languages<Texts> {
  const known = new Map([[names[0] ?? '', first]])
  return {
    names,
    async texts(language) {
      const here = known.get(language)
      if (here) return here
      try {
        const told = await runtime.sendMessage(textsRequest(language))
        if (!isLike(told, first)) return first
        known.set(language, told as Texts)
        return told as Texts
      } catch {
        // The worker may be gone, after an update.
        return first
      }
    },
  }
}

/** Has an answer all that is in the texts of the first language, texts where that has texts? */
function isLike(told: unknown, first: unknown): boolean {
  if (typeof first !== 'object' || first === null) return typeof told === typeof first
  if (typeof told !== 'object' || told === null) return false
  const parts = new Map(Object.entries(told))
  return Object.entries(first).every(([key, part]) => isLike(parts.get(key), part))
}
