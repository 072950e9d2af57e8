import type { Knowledge } from './form'
import { gist, isCall } from './gist'
import { type Phrase, phrase, singular } from './phrase'

/**
 * The entries that texts may mean, by their places in the form. A line for each text: the text, a tab, and the places with
 * spaces between. One long text takes far less of a page’s memory than hundreds of lists with names.
 */
export type Meanings = string

/** The places of the entries that a text may mean. */
export function placesIn(meanings: Meanings, text: string): readonly number[] {
  const line = `\n${text}\t`
  const at = meanings.indexOf(line)
  if (at === -1) return []
  const from = at + line.length
  return meanings.slice(from, meanings.indexOf('\n', from)).split(' ').map(Number)
}

/** What the texts of a form mean, as plain data: the build works it out, so that no page has to. */
export interface Words {
  /** By the whole text, as attested. */
  readonly attested: Meanings
  /** By the whole text of a plausible rewording. */
  readonly reworded: Meanings
  /** By its singular. */
  readonly near: Meanings
  /** By its gist. */
  readonly loose: Meanings
  readonly prompts: readonly Phrase[]
  readonly strangers: readonly Phrase[]
  readonly invitations: readonly Phrase[]
}

/** The key of a gist; a call for help is another one. */
export function keyOf(core: string, call: boolean): string {
  return call ? `${core} ?` : core
}

/** Work out what the texts of a form mean. */
export function learn(form: Knowledge): Words {
  const attested = new Map<string, number[]>()
  const reworded = new Map<string, number[]>()
  const near = new Map<string, number[]>()
  const loose = new Map<string, number[]>()
  form.entries.forEach((entry, at) => {
    const texts = [
      ...entry.texts.map((raw) => ({ text: phrase(raw), table: attested })),
      ...entry.also.map((raw) => ({ text: phrase(raw), table: reworded })),
    ]
    for (const { text, table } of texts) {
      if (!attested.get(text)?.includes(at)) add(table, text, at)
      add(near, singular(text), at)
      const core = gist(text)
      // "SSL Issues" is SSL, but "DNS" is not "DNS Assistance": a call for help may be added, not left out.
      if (core) for (const call of isCall(text) ? [true] : [true, false]) add(loose, keyOf(core, call), at)
    }
  })
  // What is told by the whole text need not be told by its singular once more.
  const isTold = (text: string, at: number) => [attested, reworded].some((table) => table.get(text)?.includes(at))
  return {
    attested: linesOf([...attested]),
    reworded: linesOf([...reworded]),
    near: linesOf([...near].filter(([text, entries]) => !entries.every((at) => isTold(text, at)))),
    loose: linesOf([...loose]),
    prompts: form.prompts.map(phrase),
    strangers: form.strangers.map(phrase),
    invitations: form.invitations.map(phrase),
  }
}

function linesOf(meanings: readonly (readonly [text: string, entries: readonly number[]])[]): Meanings {
  return `\n${meanings.map(([text, entries]) => `${text}\t${entries.join(' ')}\n`).join('')}`
}

function add(table: Map<string, number[]>, text: string, at: number): void {
  const known = table.get(text) ?? []
  if (!known.includes(at)) table.set(text, [...known, at])
}
