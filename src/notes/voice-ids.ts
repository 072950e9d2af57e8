import { VOICE_TAG } from './note-view'

/** What the id of each voice begins with, in this copy of the guide and in any other. */
const PREFIX = `${VOICE_TAG}-`
const VOICED = `[aria-describedby*="${PREFIX}"]`
const VOICE_IDS = /(^|\s)guia-voz-\S+/g

/** Makes ids for voices. No other copy of the guide has the same, so that an id of it that was left behind means none. */
export function voiceIds(): () => string {
  const own = Math.random().toString(36).slice(2, 10)
  let count = 0
  return () => `${PREFIX}${own}-${++count}`
}

/** A list of ids without those of voices, and otherwise as it stands. @param kept the one voice that stays. */
export function withoutVoices(ids: string, kept?: string): string {
  const left = ids.replace(VOICE_IDS, (id) => (id.trim() === kept ? id : ''))
  return ids.startsWith(PREFIX) ? left.trimStart() : left
}

/** Take the ids of voices out of the elements below a root. @param keptOf the voice that an element does have. */
export function dropVoiceIds(root: ParentNode, keptOf: (element: Element) => string | undefined): void {
  for (const element of root.querySelectorAll(VOICED)) {
    const now = Element.prototype.getAttribute.call(element, 'aria-describedby') ?? ''
    const left = withoutVoices(now, keptOf(element))
    if (left === now) continue
    if (left === '') Element.prototype.removeAttribute.call(element, 'aria-describedby')
    else Element.prototype.setAttribute.call(element, 'aria-describedby', left)
  }
}
