import { findAll } from './found'

/** What ends in a full stop and is no sentence. */
const SHORTENED = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|vs|etc|inc|ltd|approx|e\.g|i\.e|a\.m|p\.m|u\.s|[a-z])\.$/i
const NEW_LINES = /\s*(?:\r\n|\r|\n|\u2028|\u2029)\s*/
/** Who wrote a line and when, as chats put it before or above the text: "[10:32 AM] Maria S.: ". */
const CLOCK = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?[\])]?`
const WRITER = String.raw`(?:[A-Z][\w.'’-]*(?:\s[A-Z(][\w.'’()-]*){0,2}|agent|support)`
const HEAD = new RegExp(
  String.raw`^(?:${CLOCK}\s*[-–|]?\s*)?${WRITER}\s*(?:[-–|(]?\s*${CLOCK}\)?\s*)?:\s+(?=\S)|^${CLOCK}\s*[-–|]?\s+(?=[A-Z"'])`,
)
/** A line that says nothing but who wrote, or when. */
const ONLY_HEAD = new RegExp(String.raw`^(?:(?:${WRITER}\s*[-–|,(]?\s*)?${CLOCK}\)?|${WRITER}\s+(?:says|wrote):?)$`)

/** The sentences of what was pasted, as they stand there, without who wrote them and when. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(NEW_LINES)
    .map((line) => line.trim())
    .filter((line) => !ONLY_HEAD.test(line))
    .map((line) => line.replace(HEAD, ''))
    .flatMap(splitLine)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

/** Split at the ends of sentences; a full stop within an address, an amount or an abbreviation is none. */
function splitLine(line: string): readonly string[] {
  const kept = findAll(line)
  const sentences: string[] = []
  let start = 0
  for (const { 0: end, index } of line.matchAll(/[.!?…]+["'”’)]*(?=\s)/g)) {
    const after = index + end.length
    const inside = kept.some(({ at, text }) => at <= index && at + text.length > after)
    if (inside || SHORTENED.test(line.slice(start, index + 1))) continue
    sentences.push(line.slice(start, after).trim())
    start = after
  }
  return [...sentences, line.slice(start).trim()].filter(Boolean)
}
