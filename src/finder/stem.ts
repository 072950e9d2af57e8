const ENDINGS = [
  ...['amientos', 'imientos', 'amiento', 'imiento', 'aciones', 'iciones', 'adores', 'adora', 'ador'],
  ...['andolo', 'andome', 'acion', 'icion', 'iendo', 'ieron', 'arles', 'aron', 'ando', 'amos', 'emos', 'imos', 'aban'],
  ...['arlo', 'arla', 'arle', 'arme', 'arse', 'arnos', 'erlo', 'erla', 'erme', 'erse', 'irlo', 'irme', 'irse', 'aran'],
  ...[
    'ados',
    'adas',
    'idos',
    'idas',
    'ado',
    'ada',
    'ido',
    'ida',
    'aba',
    'ara',
    'ian',
    'io',
    'ia',
    'ie',
    'ar',
    'er',
    'ir',
  ],
  ...['an', 'en', 'as', 'es', 'os', 'is', 'o', 'a', 'e', 'i', 's'],
]
const SHORTEST = 4

/** A word without its Spanish ending, so that "cancelar", "cancelen" and "cancelación" meet. At least four letters. */
export function stem(word: string): string {
  if (word.length <= SHORTEST) return word
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= SHORTEST && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}
