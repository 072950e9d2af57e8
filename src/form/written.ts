import { type Phrase, phrase } from './phrase'

/**
 * How a name may be written on the page, apart from what it means: with a number before it, and with what tells whether
 * somebody is there behind it.
 */

/** "1.", "b)", "(3)", "#2", "Step 1:", "01 -", and whatever bullet stands before a text. */
const NUMBER =
  /^\s*(?:[•●○◦▪■►▶›»>*–—-]+\s+|#\d{1,2}\s+|(?:step|option)?\s*#?\(?(?:\d{1,2}|[a-z])(?:[.):]|\s+[-–—:])(?!\d)\s*)(?=\S*\p{L})/iu
/** What is said of who is there. Each of these words alone is enough of it. */
const STATE = /^(?:offline|online|available|unavailable|away|busy|closed|open|active|inactive|idle)$/
const HAS_STATE = /line|available|away|busy|closed|open|active|idle/i
/** What may be said with it. */
const WITH_STATE =
  /^(?:\d+|now|currently|not|no|all|only|agents?|operators?|reps?|staff|team|chat|we|are|is|leave|a|message|wait(?:ing)?|time|queue|in|min(?:ute)?s?|hours?)$/
const ASIDE = /^(.*?\S)\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|(?:\s[-–—|:·•]+|[:·•|])\s*([^-–—|:·•()]*))\s*$/u

/** Does a text say whether somebody is there, and nothing else, as "Offline" or "2 agents online"? */
export function isState(text: string): boolean {
  const words = phrase(text.replace(/[()[\]]/g, ' '))
    .split(' ')
    .filter(Boolean)
  return words.some((word) => STATE.test(word)) && words.every((word) => STATE.test(word) || WITH_STATE.test(word))
}

/** Is there nothing to be read in it, as in a row of dashes, or only who is there? */
export function saysNothing(text: string): boolean {
  return phrase(text) === '' || isState(text)
}

/** The same text without number and state, if it has any; else as it is. */
export function withoutMarks(text: string): string {
  const bare = text.replace(NUMBER, '')
  if (!HAS_STATE.test(bare)) return bare
  const [, name = '', round, square, dashed] = ASIDE.exec(bare) ?? []
  const aside = round ?? square ?? dashed
  return aside !== undefined && isState(aside) ? name : bare
}

/** A name with a state behind it that nothing parts from it, as in two boxes: "Billing Online". Null if there is none. */
export function withoutLastState(text: string): string | null {
  const [, name, last = ''] = /^(.*\S)\s+(\S+)$/.exec(text) ?? []
  return name && STATE.test(phrase(last)) ? name : null
}

/** The steps of a text that is written as a path, as in "Billing / Make Payment" or "Tech Support: SSL"; one if it is none. */
export function pathOf(text: string): readonly Phrase[] {
  return text
    .replace(/\s*\(([^()]*)\)\s*$/, ' / $1')
    .split(/\s+[-–—/|>›»→:·•\\]+\s+|[:›»→|]\s*|\s*>\s*/)
    .map(phrase)
    .filter((step) => step !== '')
}
