/**
 * What somebody does who says it: asks, offers, tells what is done, being done or not possible. With what it is about, that is
 * most of a sentence's meaning, whatever its words.
 */
const ADVERBS = '(?:now|just|already|also|still|successfully|all|currently|both|then|gone ahead and|been)'
const PAST =
  '(?:\\w{2,}ed|done|sent|found|made|put|set|reset|took|taken|gave|given|got|gotten|ran|run|built|rebuilt|paid|gone|went|begun|began|seen|saw|shut|lost|sold|bought)'
const WHO = '(?:i|we|they|it|he|she|team|system|you)'
const GET = '(?:have|get|know|ask|see)'

const ACTS: readonly (readonly [string, RegExp])[] = [
  ['done', new RegExp(`\\b(?:i|we|they|it|team) (?:(?:have|has|had|${ADVERBS}) )*${PAST}\\b`)],
  ['been', new RegExp(`\\b(?:has|have|had|is|was|were|are|been|got) (?:${ADVERBS} )*${PAST}\\b`)],
  ['doing', new RegExp(`\\b(?:am|are|is|be|been) (?:${ADVERBS} )*\\w{2,}ing\\b`)],
  ['will', new RegExp(`\\b${WHO} (?:will|shall|am going to|are going to|is going to)\\b|\\blet me\\b`)],
  [
    'request',
    new RegExp(
      `\\b(?:can|could|would|will|may|might) you\\b|\\b(?:may|can|could|might) (?:i|we) (?:please )?${GET}\\b|\\b(?:i|we) (?:will |would |do |just |also )*(?:need|require)\\b(?! to)|\\b(?:let me|me) know\\b|\\btell me\\b|\\bneed you to\\b|\\bi (?:would|will) (?:just )?(?:need|like) you\\b`,
    ),
  ],
  [
    'offer',
    new RegExp(
      `\\bwould you (?:like|prefer|want)\\b|\\b(?:do )?you want\\b|\\bwould you rather\\b|\\b(?:shall|should) (?:i|we)\\b|\\b(?:want|like) me to\\b|\\b(?:may|can|could) (?:i|we) (?!(?:please )?${GET}\\b)|\\b(?:okay|ok|fine|alright|mind) (?:with you )?if\\b|\\bif you (?:would )?(?:like|want|prefer|wish)\\b`,
    ),
  ],
  [
    'must',
    /\byou (?:will |would |do |may |might |also |first )*(?:need|have|must|should|ought|want)\b(?: to)?|\byou (?:can|could) (?:also )?\w+|\bmake sure\b|\bbe sure\b/,
  ],
  ['able', /\b(?:i|we) (?:can|could|am able|are able|will be able)\b(?! not)/],
  [
    'unable',
    /\b(?:can|could|am|are|is|was|were|be|been) not (?:be )?\w+|\bnot (?:able|possible)\b|\bimpossible\b|\bdo not have\b/,
  ],
  [
    'wrong',
    /\b(?:not|never) (?:seem to )?(?:match|right|correct|valid|same|recognized?|working)\b|\b(?:incorrect|invalid|wrong|mismatch\w*)\b/,
  ],
  ['which', /\b(?:what|which|who|whom|whose)\b[^?]*\bxask\b|^(?:what|which|who)\b/],
  ['when', /\b(?:when|how long|since when)\b.*\bxask\b|^(?:when|how long|since)\b/],
  ['where', /\b(?:where|how)\b.*\bxask\b|^(?:where|how)\b/],
  ['why', /\bwhy\b|\breasons?\b/],
  ['whether', /^(?:is|are|was|were|do|does|did|have|has|had|will)\b.*\bxask\b|\bxask$/],
  ['or', /\bor\b/],
  ['if', /\b(?:if|once|unless|until)\b/],
  [
    'order',
    /^(?:please )?(?:try|go|open|click|check|clear|use|turn|log|login|restart|make|send|type|enter|add|remove|delete|change|contact|call|visit|follow|reply|wait|hold|keep|stay|give|provide|confirm|tell|copy|paste|update|switch|disable|set|reset|do|close|reboot|unplug|run|look|select|choose|install|allow|bear|hang|rate|take|ask|reach|refresh|note|save|replace|point|sign|verify|share|describe|explain|let)\b|\bplease (?!be\b|do not worry)\w+/,
  ],
]

/** What is done in a sentence, by its words in their order. */
export function actsOf(words: readonly string[]): readonly string[] {
  const text = words.join(' ')
  return ACTS.filter(([, pattern]) => pattern.test(text)).map(([name]) => `&${name}`)
}
