import { findAll } from './found'

/** What ends in a full stop and is no sentence. */
const SHORTENED = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|vs|etc|inc|ltd|approx|e\.g|i\.e|a\.m|p\.m|u\.s|[a-z])\.$/i
const NEW_LINES = /\s*(?:\r\n|\r|\n|\u2028|\u2029)\s*/
/** When a line was written, as chats put it before the text or behind the writer: "[10:32 AM]". */
const CLOCK = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[apAP]\.?[mM]\b\.?)?[\])]?`
const WRITER = String.raw`(?:[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*\.?){0,2}|agent|support)`
const STARTS_WITH_CLOCK = new RegExp(String.raw`^${CLOCK}\s*[-–|]?\s*`)
const STARTS_WITH_WRITER = new RegExp(String.raw`^${WRITER}\s*(?:[-–|,]?\s*${CLOCK})?\s*:\s+(?=\S)`)
/** A line that says nothing but who wrote, and when. */
const ONLY_HEAD = new RegExp(String.raw`^(?:${WRITER}\s*[-–|,]?\s*)?${CLOCK}$`)

/** The sentences of what was pasted, as they stand there, without who wrote them and when. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(NEW_LINES)
    .map((line) => line.trim())
    .filter((line) => !ONLY_HEAD.test(line))
    .map((line) => line.replace(STARTS_WITH_CLOCK, '').replace(STARTS_WITH_WRITER, ''))
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
