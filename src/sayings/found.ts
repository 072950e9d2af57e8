/** What stands in a sentence and must not be changed: an amount, a date, a number, an address. */
export interface Found {
  readonly kind: Kind
  /** As it stands there. */
  readonly text: string
  /** Where it begins, in characters. */
  readonly at: number
}

export type Kind =
  | 'url'
  | 'email'
  | 'ip'
  | 'money'
  | 'percent'
  | 'phone'
  | 'date'
  | 'time'
  | 'span'
  | 'code'
  | 'site'
  | 'number'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const COUNT =
  '(?:\\d+(?:[.,]\\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:[- ]four)?|thirty|forty(?:[- ](?:five|eight))?|sixty|seventy[- ]two|ninety)'
const UNIT =
  '(?:(?:business|working|calendar)[ -])?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|[mg]b|[mg]igabytes?)'
const TLD =
  'com|net|org|info|biz|edu|gov|mx|cl|ar|co|pe|ec|es|uy|bo|do|io|us|me|tv|app|dev|online|store|shop|site|website|xyz|html?|php|zip|txt|jpe?g|png|sql|pdf'

/** The first that fits at a place is what stands there. */
const PATTERNS: readonly (readonly [Kind, string])[] = [
  ['url', 'https?:\\/\\/[^\\s<>"]+[^\\s<>".,;:!?)\\]]|www\\.[\\w-]+(?:\\.[\\w-]+)+(?:\\/[^\\s,;!?)]*[^\\s.,;!?)])?'],
  ['email', '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+'],
  ['ip', '\\d{1,3}(?:\\.\\d{1,3}){3}\\b'],
  [
    'money',
    '(?:us\\s?)?[$€£]\\s?\\d+(?:[.,]\\d+)*(?:\\s?(?:usd|dollars?))?|\\d+(?:[.,]\\d+)*\\s?(?:usd|dollars?|bucks|euros?|eur|mxn|pesos?)\\b',
  ],
  ['percent', '\\d+(?:[.,]\\d+)?\\s?(?:%|percent\\b)'],
  ['phone', '(?:\\+?\\d{1,2}[ .-]?)?(?:\\(\\d{3}\\)[ .-]?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}\\b'],
  [
    'date',
    `${MONTH}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?\\b|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\b\\.?(?:,?\\s\\d{4}\\b)?|\\d{1,4}[/-]\\d{1,2}[/-]\\d{2,4}\\b`,
  ],
  [
    'time',
    '\\d{1,2}(?::\\d{2}){1,2}(?:\\s?[ap]\\.?m\\b\\.?)?(?:\\s(?:[ECMP][SD]T|[ECMP]T|UTC|GMT)\\b)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?',
  ],
  ['span', `${COUNT}(?:\\s?(?:-|–|to|or|and)\\s?${COUNT})?[ -]?${UNIT}\\b`],
  ['code', '#\\s?[\\w-]*\\d[\\w-]*|(?=[\\w-]*\\d)(?=[\\w-]*[a-z])[a-z0-9]{2,}-[\\w-]*\\w|\\d{4,}\\b'],
  ['site', `(?:[a-z0-9](?:[\\w-]*[a-z0-9])?\\.)+(?:${TLD})\\b(?:\\/[^\\s,;!?)]*[^\\s.,;!?)])?`],
  ['number', '\\d+(?:[.,]\\d+)*'],
]
const ALL = PATTERNS.map(([kind, pattern]) => `(?<${kind}>${pattern})`).join('|')

/** All that stands in a text and must be repeated as it is, in its order. */
export function findAll(text: string): readonly Found[] {
  const pattern = new RegExp(`(?<![\\w@])(?:${ALL})`, 'gi')
  return [...text.matchAll(pattern)].flatMap((match) => {
    const kind = PATTERNS.find(([name]) => match.groups?.[name] !== undefined)?.[0]
    return kind ? [{ kind, text: match[0], at: match.index }] : []
  })
}
