import { findAll } from './found'
import type { Answer, Recogniser } from './recognise'
import { sentencesOf } from './sentences'

/** What is known of a text that may be more than one sentence: the first sentence that wants something counts most. */
export function answerText(text: string, recognise: Recogniser, isCourtesy: (answer: Answer) => boolean): Answer {
  const answers = sentencesOf(text).map(recognise)
  const known = answers.filter(({ kind }) => kind !== 'unknown')
  if (answers.length < 2) return answers[0] ?? { kind: 'unknown' }
  return known.find((answer) => !isCourtesy(answer)) ?? known[0] ?? { kind: 'unknown' }
}

/** What a text means, with the amounts, dates, numbers and addresses in it as they stand there. */
export function meaningLine(text: string, meaning: string): string {
  const found = [...new Set(findAll(text).map((one) => one.text))]
  return found.length ? `${meaning} [${found.join(' · ')}]` : meaning
}
