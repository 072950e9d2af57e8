import type { Lexicon } from '../form/lexicon'
import { phrase } from '../form/phrase'
import { attribute, tagOf } from '../page/dom'
import { inherited } from '../page/inherited'
import type { Tokens } from '../page/tokens'
import { leadsAway } from './actionable'
import type { Elsewhere } from './elsewhere'
import type { RowPlace } from './places'

/** How many departments may be missing where they are all that there is. */
const MISSING = 1
/** What the address of an article or its category is like. */
const ARTICLES = /\b(?:kb|knowledge\w*|articles?|hc|help-?cent(?:er|re)|docs?|faqs?|wiki|blog|categor\w+|guides?)\b/i

/**
 * The links to the next page of the form: those that make up its departments, or the topics of one of them, on a page that is
 * about the chat. The same words in a knowledge base lead to articles.
 */
export function nextSteps(
  rows: readonly RowPlace[],
  tokens: Tokens,
  lexicon: Lexicon,
  isElsewhere: Elsewhere,
): ReadonlySet<RowPlace> {
  const links = rows.filter((row) => row.candidates.length > 0 && isNextPage(row) && !isElsewhere(row))
  if (links.length < 3 || !isAboutChat(tokens, lexicon) || tokens.controls.some(({ kind }) => kind === 'search'))
    return new Set()
  const all = rows.filter((row) => row.row.owner && leadsAway(row.row.owner) && !isElsewhere(row))
  const isMost = links.length * 2 > all.length
  return isMost && isWhole(links, lexicon) ? new Set(links) : new Set()
}

function isNextPage({ english, row: { owner } }: RowPlace): boolean {
  if (!owner || !leadsAway(owner)) return false
  const href = attribute(owner, 'href') ?? ''
  const [path = ''] = href.split(/[?#]/)
  const isSlug = path !== '' && phrase(path.split('/').filter(Boolean).at(-1) ?? '') === phrase(english)
  return !href.startsWith('#') && !ARTICLES.test(path) && (!isSlug || /chat/i.test(path))
}

/** Are they all departments, or all topics of one? */
function isWhole(links: readonly RowPlace[], { form }: Lexicon): boolean {
  const known = new Set(links.flatMap(({ candidates }) => candidates.map(({ entry }) => entry)))
  const departments = form.entries.filter(({ kind }) => kind === 'department')
  if (departments.filter((entry) => known.has(entry)).length >= departments.length - MISSING) return true
  return departments.some(({ id }) => {
    const topics = form.entries.filter(({ department }) => department === id)
    return topics.length >= 3 && topics.every((entry) => known.has(entry))
  })
}

/** Does the page speak of a chat, or ask for a department or topic, other than by a link to it? */
function isAboutChat({ blocks }: Tokens, lexicon: Lexicon): boolean {
  const isPressed = inherited(false, (element, around) => around || /^(?:a|button)$/.test(tagOf(element)))
  return blocks.some(
    (block) =>
      !isPressed(block.element) && (/(?:^| )chat(?: |$)/.test(block.phrase) || asksForChoice(block.text, lexicon)),
  )
}

function asksForChoice(text: string, lexicon: Lexicon): boolean {
  return lexicon.meanings(text).some(({ entry, exact }) => exact && (entry.id === 'department' || entry.id === 'topic'))
}
