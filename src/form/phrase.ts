declare const phraseBrand: unique symbol

/**
 * A text of the page in the one shape in which texts may be compared: lower case, words only, one space between
 * them. Raw page text cannot be compared by accident, because only `phrase` makes this type.
 */
export type Phrase = string & { readonly [phraseBrand]: true }

/** Longer texts are prose, never a name of ours; they are not even normalised, however long the page makes them. */
export const LONGEST_NAME = 120

/** How many a list holds, in brackets. */
const COUNTS = /\(\d+\)/g
const NOT_WORDS = /[^\p{L}\p{N}]+/gu
/** Zero-width and bidirectional controls, which a reader does not see. */
const INVISIBLE = /[\p{Cf}\u00AD]+/gu
const ASIDES = /(?<= |^)(?:required|optional)(?= |$)|(?<= )(?:and|or)(?= )/g

/**
 * Normalise a text as a reader would: case, punctuation, `*`, `:`, "…", "&" against "and", "(required)" and
 * invisible characters do not count. Letters of other scripts that only look alike stay what they are.
 */
export function phrase(raw: string): Phrase {
  if (raw.length > LONGEST_NAME * 4) return '' as Phrase
  const words = raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/e-mail/g, 'email')
    .replace(/['’]/g, '')
    .replace(COUNTS, ' ')
    .replace(NOT_WORDS, ' ')
    .replace(ASIDES, '')
    .replace(/ +/g, ' ')
    .replace(/(?<= |^)log in(?= |$)/g, 'login')
    .trim()
  return (words.length > LONGEST_NAME ? '' : words) as Phrase
}

/** The same phrase with the plural `s` taken from each word, for "Domain Transfers" against "Domain Transfer". */
export function singular(text: Phrase): Phrase {
  return text.replace(/(?<=\p{L}{3})(?<!s)s(?= |$)/gu, '') as Phrase
}
