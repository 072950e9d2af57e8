import type { Texts } from '../notes/texts'

/** What a locale says in the companion, as it stands in `locales/<language>.json`. */
export interface CompanionTexts extends Pick<Texts, 'form' | 'note'> {
  readonly step: Readonly<Record<string, StepTexts>>
  readonly part: Readonly<Record<string, string>>
  readonly state: Readonly<Record<'done' | 'pending', string>>
  readonly way: Readonly<Record<string, string>>
  readonly prepare: Readonly<Record<string, string>>
  readonly companion: Readonly<Record<string, string>>
}

/** What a step is called, what it is called in the middle of a sentence, and what to do in it. */
export interface StepTexts {
  readonly title: string
  readonly short: string
  readonly todo: string
}

/** Fill the `{{blanks}}` of a text; a blank that has no filling is left empty. */
export function fill(text: string, blanks: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ''))
}
