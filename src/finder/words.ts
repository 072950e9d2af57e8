const MARKS = /\p{M}+/gu
const ADDRESS = /\S+@\S+\.\S+|\S+@(?=\s|$)/g
const SITE =
  /\b(?:https?:\/\/)?[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]{2,})*\.(?:com|net|org|info|mx|cl|ar|co|pe|ec|es|uy|bo|do|io|store|online|shop)\b\S*/gu
const ENDING = /(^|\s)\.\p{L}{2,6}(?:\.\p{L}{2})?(?=$|[\s,;?!)])/gu
/** "Holaaa", but not "xxx". */
const DRAWN_OUT = /(?<=(\p{L}))(?!\1)(\p{L})\2{2,}|(\p{L})\3{2,}(?=\p{L})/gu
const NOT_WORDS = /[^\p{L}\p{N}]+/gu

/** Nobody describes a problem in more; what is longer is cut before any work is done on it. */
export const LONGEST_PROBLEM = 500

/** Stand for an e-mail address, the name of a site, and an ending such as ".com.mx", whatever they are. */
export const ADDRESS_WORD = 'undireccion'
export const SITE_WORD = 'unsitio'
export const ENDING_WORD = 'puntocom'

/** Chat spellings and what they stand for, each of one or two words. */
export type Shortenings = ReadonlyMap<string, readonly string[]>

/**
 * The words of a problem as they can be compared: lower case, without accents, chat spellings written out. Of
 * addresses and names of sites only the kind is kept.
 */
export function wordsOf(text: string, shortenings: Shortenings): readonly string[] {
  const plain = unaccented(text)
    .toLowerCase()
    .replace(ADDRESS, ` ${ADDRESS_WORD} `)
    .replace(ENDING, ` ${ENDING_WORD} `)
    .replace(SITE, (site) => (/^(?:node|asp|nic|name|next|vue)\.(?:\p{L}+)$/u.test(site) ? site : ` ${SITE_WORD} `))
    .replace(DRAWN_OUT, '$2$3')
    .replace(/(\p{L})['’](\p{L})/gu, '$2$3')
    .replace(NOT_WORDS, ' ')
    .trim()
  if (!plain) return []
  return writtenOut(plain.split(' '), shortenings)
}

/** A problem without its accents, and cut where it is longer than any. However its accents were typed, it is as long. */
export function unaccented(text: string): string {
  return text.slice(0, LONGEST_PROBLEM).normalize('NFKD').replace(MARKS, '')
}

function writtenOut(words: readonly string[], shortenings: Shortenings): readonly string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const pair = shortenings.get(`${words[i]} ${words[i + 1]}`)
    if (pair) i += 1
    const word = words[pair ? i - 1 : i] as string
    out.push(...(pair ?? shortenings.get(word) ?? [word]))
  }
  return out
}
