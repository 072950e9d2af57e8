import type { Phrase } from './phrase'

/** Words that change nothing about what a text of the form means. */
const FILLERS = new Set(
  'a an the your my our of to for with in on at and or by please enter select choose pick type here now online related general department dept team hostgator'.split(
    ' ',
  ),
)
/** Words that only say that somebody wants help; one stands for another. */
const CALLS = new Set('assist help support issu problem question inquiry request troubl'.split(' '))
/** Endings that the same word has in its other shapes: manager and management, renewal and renew. */
const ENDINGS = /(?:ations?|ments?|ances?|ings?|als?|ers?|ed|ies|es|s|e)$/
/** Shorter stems are whole words of their own. */
const SHORTEST = 4

/**
 * What a text says, without its fillers, its endings and its order: "Billing Questions & Account Management" says the
 * same as "Billing Questions/Account Manager". Empty if nothing is left. A word more or less that is no filler makes
 * another gist, so that "Cancel Domain Renewal" is not "Domain Renewal".
 */
export function gist(text: Phrase): string {
  const words = text
    .split(' ')
    .filter((word) => word && !FILLERS.has(word))
    .map(stem)
  const meaning = [...new Set(words.filter((word) => !CALLS.has(word)))].sort()
  return meaning.length === 0 ? '' : meaning.join(' ')
}

/** Does a text say that somebody wants help, as "DNS Assistance" does and "DNS" does not? */
export function isCall(text: Phrase): boolean {
  return text.split(' ').some((word) => CALLS.has(stem(word)))
}

/** Twice, because endings pile up: "transferring". */
function stem(word: string): string {
  return shorten(shorten(word))
}

function shorten(word: string): string {
  const short = word.replace(ENDINGS, '')
  const kept = short.length >= SHORTEST ? short : word.replace(/(?<=..)s$/, '')
  return kept.replace(/(\w)\1$/, '$1')
}
