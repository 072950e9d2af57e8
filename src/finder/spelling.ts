/** How often each known word occurs in the examples. */
export type Vocabulary = ReadonlyMap<string, number>

/** Corrects words against a vocabulary; gives the word back where nothing known is near. */
export interface Speller {
  /** @param unfinished the word may still be being typed. */
  readonly correct: (word: string, unfinished: boolean) => readonly string[]
}

/** The shortest words that are corrected by one and by two letters, that are completed, and that are split. */
const ONE_OFF = 5
const TWO_OFF = 9
const COMPLETED = 5
const SPLIT = 7

/** Prepare a vocabulary for corrections. */
export function speller(vocabulary: Vocabulary): Speller {
  const bySound = new Map<string, string>()
  for (const word of vocabulary.keys()) {
    const key = sound(word)
    const rival = bySound.get(key)
    if (!rival || (vocabulary.get(rival) ?? 0) < (vocabulary.get(word) ?? 0)) bySound.set(key, word)
  }
  const sounds = [...bySound].map(([key, word]) => ({ key, word, letters: lettersOf(key) }))
  const memory = new Map<string, readonly string[]>()
  const correct = (word: string, unfinished: boolean): readonly string[] => {
    if (vocabulary.has(word) || word.length < 3 || /\d/.test(word)) return [word]
    const key = sound(word)
    const same = bySound.get(key)
    if (same && word.length > 3) return [same]
    const longer = unfinished && word.length >= COMPLETED ? completed(word, vocabulary) : undefined
    if (longer) return [longer]
    const near = word.length >= ONE_OFF ? nearest(key, sounds, vocabulary) : undefined
    return split(word, vocabulary) ?? [near ?? word]
  }
  return {
    correct(word, unfinished) {
      const key = `${unfinished ? '>' : ''}${word}`
      const known = memory.get(key)
      if (known) return known
      const found = correct(word, unfinished)
      if (memory.size > 500) memory.clear()
      memory.set(key, found)
      return found
    },
  }
}

/** A word as it sounds in the Americas: "kontraceña" and "contraseña" are the same. */
export function sound(word: string): string {
  return word
    .replace(/qu(?=[ei])|q|c(?=[^eih]|$)/g, 'k')
    .replace(/gu(?=[ei])/g, 'G')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/ch/g, 'C')
    .replace(/h/g, '')
    .replace(/[cz]/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/w/g, 'gu')
    .replace(/y$/, 'i')
    .replace(/(.)\1/g, '$1')
}

function completed(start: string, vocabulary: Vocabulary): string | undefined {
  let best: string | undefined
  for (const [word, count] of vocabulary) {
    if (word.startsWith(start) && (!best || count > (vocabulary.get(best) ?? 0))) best = word
  }
  return best
}

function split(word: string, vocabulary: Vocabulary): readonly string[] | undefined {
  if (word.length < SPLIT) return undefined
  for (let i = 2; i <= word.length - 3; i += 1) {
    const [head, tail] = [word.slice(0, i), word.slice(i)]
    if ((vocabulary.get(head) ?? 0) > 1 && (vocabulary.get(tail) ?? 0) > 1) return [head, tail]
  }
  return undefined
}

interface Sound {
  readonly key: string
  readonly word: string
  readonly letters: number
}

function nearest(key: string, sounds: readonly Sound[], vocabulary: Vocabulary): string | undefined {
  const letters = lettersOf(key)
  let best: string | undefined
  let least = key.length >= TWO_OFF ? 2 : 1
  let most = 0
  for (const other of sounds) {
    if (other.key.length < ONE_OFF - 1 || Math.abs(other.key.length - key.length) > least) continue
    if (bitsOf(letters ^ other.letters) > 2 * least) continue
    const far = distance(key, other.key, least)
    const count = vocabulary.get(other.word) ?? 0
    if (far > least || (far === least && best && count <= most)) continue
    best = other.word
    least = far
    most = count
  }
  return best
}

/** A bit for each letter that occurs. One mistake changes two bits at most, so that most words need not be compared. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

function bitsOf(letters: number): number {
  let bits = 0
  for (let rest = letters; rest !== 0; rest &= rest - 1) bits += 1
  return bits
}

/** Letters added, lost, changed or swapped between two words; more than `limit` is not counted out. */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(changed, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return least
    before = last
    last = row
  }
  return last[b.length] as number
}
