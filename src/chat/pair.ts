import type { TFunction } from 'i18next'
import { blanksIn, emptyIn, fill } from '../form/chat'
import { blankField } from './blank-field'
import type { BlankBook } from './blanks'
import { english, make } from './parts'

/** A text in English after its mirror, which the customer reads, and a button that copies the English. */
export interface Pair {
  readonly element: HTMLElement
  /** Both may have blanks. */
  readonly say: (text: string, mirror: string) => void
}

/** What all pairs of the page share. */
export interface Desk {
  readonly t: TFunction
  readonly blanks: BlankBook
  /** Says what has happened, aloud and for all to see. */
  readonly said: (text: string) => void
}

/** How long, in milliseconds, the button says that it has copied. */
const LONG_ENOUGH = 2000
const GAP = '____'

let made = 0

/** Make a pair. @param fields whether it has a field of its own for each of its blanks that is still empty. */
export function createPair({ t, blanks, said }: Desk, fields = true): Pair {
  const element = make('div', 'pair')
  const mirror = make('p', 'mirror')
  const words = english('english', '')
  const own = make('div', 'fields own')
  const copy = make('button', 'button little copy', t('chat.copy'))
  let [text, meaning] = ['', '']
  made += 1
  mirror.id = `mirror-${made}`
  copy.type = 'button'
  copy.setAttribute('aria-describedby', mirror.id)
  copy.addEventListener('click', () => void copied(fill(text, blanks.values())))
  const copied = async (filled: string) => {
    const done = await navigator.clipboard.writeText(filled).then(
      () => true,
      () => false,
    )
    const empty = emptyIn(text, blanks.values()).map((name) => t(`chat.blank.${name}`))
    copy.textContent = t(done ? 'chat.copiedShort' : 'chat.notCopiedShort')
    const missing = empty.length ? `${t('chat.copied')} ${t('chat.missing', { blanks: empty.join(', ') })}` : ''
    said(done ? missing || t('chat.copied') : t('chat.notCopied'))
    setTimeout(() => {
      copy.textContent = t('chat.copy')
    }, LONG_ENOUGH)
  }
  const draw = () => {
    words.replaceChildren(...withGaps(fill(text, blanks.values())))
    mirror.replaceChildren(...withGaps(fill(meaning, blanks.values())))
  }
  blanks.follow(element, draw)
  element.append(mirror, words, own, copy)
  return {
    element,
    say(next, nextMeaning) {
      ;[text, meaning] = [next, nextMeaning]
      const names = fields ? [...new Set(blanksIn(text))].filter((name) => !blanks.values()[name]) : []
      own.replaceChildren(...names.map((name) => blankField(name, { t, blanks })))
      draw()
    },
  }
}

/** A text in which each gap can be seen from afar. */
function withGaps(text: string): readonly (Node | string)[] {
  return text.split(GAP).flatMap((part, i) => (i ? [make('span', 'gap', GAP), part] : [part]))
}
