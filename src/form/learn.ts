import type { Knowledge } from './form'
import { gist, isCall } from './gist'
import { type Phrase, phrase, singular } from './phrase'

/** One meaning of a text: the place of the entry in the form, whether it is exact, and its weight. */
export type Meaning = readonly [entry: number, exact: boolean, weight: number]

/** The meanings of texts, the surest first. */
export type Meanings = Readonly<Record<string, readonly Meaning[]>>

/** What the texts of a form mean, as plain data: the build works it out, so that no page has to. */
export interface Words {
  /** By the whole text. */
  readonly exact: Meanings
  /** By its singular. */
  readonly near: Meanings
  /** By its gist. */
  readonly loose: Meanings
  readonly prompts: readonly Phrase[]
  readonly strangers: readonly Phrase[]
}

/** The key of a gist; a call for help is another one. */
export function keyOf(core: string, call: boolean): string {
  return call ? `${core} ?` : core
}

/** Work out what the texts of a form mean. */
export function learn(form: Knowledge): Words {
  const exact = new Map<string, Meaning[]>()
  const near = new Map<string, Meaning[]>()
  const loose = new Map<string, Meaning[]>()
  form.entries.forEach((entry, at) => {
    const weak: Meaning = [at, false, Math.min(entry.weight, 1)]
    const texts = [
      ...entry.texts.map((text) => ({ text: phrase(text), weight: entry.weight })),
      ...entry.also.map((text) => ({ text: phrase(text), weight: Math.min(entry.weight, 1) })),
    ]
    for (const { text, weight } of texts) {
      add(exact, text, [at, true, weight])
      add(near, singular(text), weak)
      const core = gist(text)
      // "SSL Issues" is SSL, but "DNS" is not "DNS Assistance": a call for help may be added, not left out.
      if (core) for (const call of isCall(text) ? [true] : [true, false]) add(loose, keyOf(core, call), weak)
    }
  })
  return {
    exact: Object.fromEntries(exact),
    near: Object.fromEntries([...near].filter(([text, meanings]) => !isSame(meanings, exact.get(text)))),
    loose: Object.fromEntries(loose),
    prompts: form.prompts.map(phrase),
    strangers: form.strangers.map(phrase),
  }
}

/** What is told by the whole text need not be told by its singular once more. */
function isSame(near: readonly Meaning[], exact: readonly Meaning[] = []): boolean {
  return near.every(([entry]) => exact.some(([other]) => other === entry))
}

function add(meanings: Map<string, Meaning[]>, text: string, meaning: Meaning): void {
  const known = meanings.get(text) ?? []
  if (!known.some(([entry]) => entry === meaning[0])) meanings.set(text, [...known, meaning])
}
