/** Gives back a word as it is known; itself where nothing known is near. */
export type Corrector = (word: string) => string

/** The shortest words that are corrected by one and by two letters. */
const ONE_OFF = 4
const TWO_OFF = 8
const MEMORY = 2000

/** Prepare a vocabulary, the commonest words first, for corrections. */
export function corrector(vocabulary: readonly string[]): Corrector {
  const known = new Set(vocabulary)
  const near = new Map<string, string>()
  for (const word of vocabulary) {
    if (word.length < ONE_OFF) continue
    for (const key of keysOf(word)) if (!near.has(key)) near.set(key, word)
  }
  const look = (word: string) => {
    if (word.length < ONE_OFF || known.has(word) || /\d/.test(word)) return word
    const rivals = new Set(keysOf(word).flatMap((key) => near.get(key) ?? []))
    return [...rivals].find((one) => isNear(word, one)) ?? word
  }
  const memory = new Map<string, string>()
  return (word) => {
    const found = memory.get(word) ?? look(word)
    if (memory.size > MEMORY) memory.clear()
    memory.set(word, found)
    return found
  }
}

/** The word, and with one letter left out; of long ones with two. https://github.com/wolfgarbe/SymSpell */
function keysOf(word: string): readonly string[] {
  const once = shorter(word)
  return [...new Set([word, ...once, ...(word.length > TWO_OFF ? once.flatMap(shorter) : [])])]
}

function shorter(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

/** Whether one is the other with a slip of the fingers. The first letter is hardly ever the wrong one. */
function isNear(word: string, known: string): boolean {
  if (word[0] !== known[0] && !(word[0] === known[1] && word[1] === known[0])) return false
  const most = Math.min(word.length, known.length) >= TWO_OFF ? 2 : 1
  return distance(word, known, most) <= most
}

/** Letters to be added, left out, changed or swapped. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (old[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(changed, (old[j] as number) + 1, (row[j - 1] as number) + 1)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j] as number, (older[j - 2] as number) + 1)
    }
    ;[older, old] = [old, row]
  }
  return old[b.length] as number
}
