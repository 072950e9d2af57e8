/** From which language into which. */
export interface Direction {
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

/** What the browser says of a direction. https://developer.mozilla.org/docs/Web/API/Translator/availability_static */
type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available'

interface Translator {
  translate(text: string): Promise<string>
  destroy(): void
}

interface Progress extends Event {
  /** From 0 to 1. */
  readonly loaded: number
}

interface TranslatorApi {
  availability(direction: Direction): Promise<Availability>
  create(options: Direction & { readonly monitor: (monitor: EventTarget) => void }): Promise<Translator>
}

/** Whether the browser translates on this device: not at all, at once, or after a download of its own. */
export async function offered(direction: Direction): Promise<'no' | 'ready' | 'download'> {
  const said = await api()
    ?.availability(direction)
    .catch(() => 'unavailable' as const)
  if (said === 'available') return 'ready'
  return said === 'downloadable' || said === 'downloading' ? 'download' : 'no'
}

/**
 * Let the browser translate texts, on this device. Rejects if it cannot.
 * @param progress is told how much of a download is done, from 0 to 1.
 */
export async function translate(
  texts: readonly string[],
  direction: Direction,
  progress: (share: number) => void,
): Promise<readonly string[]> {
  const monitor = (source: EventTarget) =>
    source.addEventListener('downloadprogress', (event) => progress((event as Progress).loaded))
  const translator = await api()?.create({ ...direction, monitor })
  if (!translator) throw new Error('the browser has no translator')
  const translated: string[] = []
  for (const text of texts) translated.push(await translator.translate(text))
  translator.destroy()
  return translated
}

function api(): TranslatorApi | undefined {
  return (globalThis as { readonly Translator?: TranslatorApi }).Translator
}
