import type { TFunction } from 'i18next'

/** A text in English after its mirror, which the customer reads, and a button that copies the English. */
export interface Pair {
  readonly element: HTMLElement
  readonly say: (english: string, mirror: string) => void
}

/** How long, in milliseconds, the button says that it has copied. */
const LONG_ENOUGH = 2000

/**
 * Make a pair.
 * @param id of the mirror, by which the button says what it copies.
 * @param said says aloud what has happened.
 */
export function createPair(id: string, t: TFunction, said: (text: string) => void): Pair {
  const element = document.createElement('div')
  element.className = 'pair'
  const english = paragraph('english', 'en')
  const mirror = paragraph('mirror', '')
  const copy = document.createElement('button')
  copy.type = 'button'
  copy.className = 'button little copy'
  copy.textContent = t('chat.copy')
  mirror.id = id
  copy.setAttribute('aria-describedby', id)
  copy.addEventListener('click', async () => {
    const text = await copied(english.textContent ?? '').then(
      () => t('chat.copied'),
      () => t('chat.notCopied'),
    )
    copy.textContent = text
    said(text)
    setTimeout(() => {
      copy.textContent = t('chat.copy')
      said('')
    }, LONG_ENOUGH)
  })
  element.append(mirror, english, copy)
  return {
    element,
    say(text, meaning) {
      english.textContent = text
      mirror.textContent = meaning
    },
  }
}

function copied(text: string): Promise<void> {
  return navigator.clipboard.writeText(text)
}

function paragraph(className: string, lang: string): HTMLElement {
  const element = document.createElement('p')
  element.className = className
  if (lang) element.lang = lang
  return element
}
