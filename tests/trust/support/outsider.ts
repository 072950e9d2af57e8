/**
 * Tries to reach each file of an extension in every way that a page has. Runs in the page, so it uses nothing from outside.
 * Answers what it has reached, and what an extension could have left in the page's own world.
 */
export async function openTheRest([origin, files]: readonly [string, readonly string[]]) {
  const found: string[] = []
  const loads = (tag: 'img' | 'script' | 'link' | 'video', file: string) =>
    new Promise<void>((done) => {
      const element = document.createElement(tag)
      const end = (reached: boolean) => {
        if (reached) found.push(`${file} ${tag}`)
        element.remove()
        done()
      }
      element.addEventListener('load', () => end(true))
      element.addEventListener('loadeddata', () => end(true))
      element.addEventListener('error', () => end(false))
      if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: `${origin}/${file}` })
      else Object.assign(element, { src: `${origin}/${file}` })
      document.head.append(element)
    })
  for (const file of files) {
    const fetched = await fetch(`${origin}/${file}`).then(
      () => true,
      () => false,
    )
    if (fetched) found.push(`${file} fetch`)
    await Promise.all((['img', 'script', 'link', 'video'] as const).map((tag) => loads(tag, file)))
  }
  const { chrome, browser } = globalThis as unknown as Record<string, { readonly runtime?: unknown } | undefined>
  return {
    files: found,
    runtime: typeof (chrome?.runtime ?? browser?.runtime),
    names: Object.getOwnPropertyNames(globalThis).sort(),
    keys: Reflect.ownKeys(document).map(String).sort(),
    symbols: Object.getOwnPropertySymbols(globalThis).map(String).sort(),
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
  }
}
