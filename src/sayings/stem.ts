const VOWEL = /[aeiouy]/

/** What the forms of an English word share: "checking", "checked" and "checks" are "check". */
export function stem(word: string): string {
  if (word.length < 4 || word.startsWith('x')) return word
  const bare = word
    .replace(/ies$|ied$/, 'y')
    .replace(/(?<=[^aeious])s$|(?<=sh|ch|x|ss)es$|(?<=[aeiou])s(?<!ss|us|is)$/, '')
  const ending = /(?:ing|ed|ment|ly)$/.exec(bare)?.[0] ?? ''
  const rest = bare.slice(0, bare.length - ending.length)
  const root = ending && rest.length > 2 && VOWEL.test(rest) ? rest.replace(/([bdgmnprt])\1$/, '$1') : bare
  return root.length > 3 ? root.replace(/e$/, '') : root
}
