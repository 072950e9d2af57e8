import type { TFunction } from 'i18next'

/** What an entry of the form is called. */
export function labelOf(t: TFunction, id: string): string {
  return entryTexts(t, id)?.label ?? id
}

/** What there is to say about an entry of the form, in a sentence. */
export function hintOf(t: TFunction, id: string): string {
  return entryTexts(t, id)?.hint ?? ''
}

/** What is to be done before a topic can be chosen at all; empty for most. */
export function firstFor(t: TFunction, id: string): string {
  return (t('finder.first', { returnObjects: true }) as Readonly<Record<string, string>>)[id] ?? ''
}

/** An entry's id has dots in it, which are no steps into the texts. */
function entryTexts(t: TFunction, id: string): { readonly label: string; readonly hint: string } | undefined {
  const texts = t('form', { returnObjects: true }) as Readonly<Record<string, { label: string; hint: string }>>
  return texts[id]
}
