import { describe, expect, it } from 'vitest'
import { findAll } from '../../src/sayings/found'
import { sentencesOf } from '../../src/sayings/sentences'

const found = (text: string) => findAll(text).map(({ kind, text }) => `${kind} ${text}`)

describe('what stands in a sentence', () => {
  it.each([
    ['It costs $12.99 a month.', ['money $12.99']],
    ['You will get US$35 back in 5-7 business days.', ['money US$35', 'span 5-7 business days']],
    ['Renew before March 3rd, 2027 or on 03/12/2026.', ['date March 3rd, 2027', 'date 03/12/2026']],
    ['Point it to ns1.hostgator.com and ns2.hostgator.com.', ['site ns1.hostgator.com', 'site ns2.hostgator.com']],
    ['Your IP 203.0.113.7 is blocked.', ['ip 203.0.113.7']],
    ['Write to ana@mitienda.com.', ['email ana@mitienda.com']],
    ['See https://www.hostgator.com/help/article/x, please.', ['url https://www.hostgator.com/help/article/x']],
    ['Your ticket is HG-4471902.', ['code HG-4471902']],
    ['Call (866) 964-2867.', ['phone (866) 964-2867']],
    ['Use port 993.', ['number 993']],
    ['It takes twenty-four to forty-eight hours.', ['span twenty-four to forty-eight hours']],
    ['I get a 20% discount at 10:30 AM EST.', ['percent 20%', 'time 10:30 AM EST']],
    ['Nothing of the kind is here.', []],
  ])('is found as it stands: %s', (text, all) => {
    expect(found(text)).toEqual(all)
  })
})

describe('what was pasted', () => {
  it('is split at the ends of sentences, and not within addresses, amounts and abbreviations', () => {
    expect(sentencesOf('Go to portal.hostgator.com. It costs $1.50! Ask Mr. Lee at 9 a.m. tomorrow? OK')).toEqual([
      'Go to portal.hostgator.com.',
      'It costs $1.50!',
      'Ask Mr. Lee at 9 a.m. tomorrow?',
      'OK',
    ])
  })

  it('is split at lines, without who wrote them and when', () => {
    const pasted = '[10:32 AM] Maria S.: Hello Ana.\r\nMaria S. 10:33 AM\nHow can I help?\n\n10:34 - Please wait'
    expect(sentencesOf(pasted)).toEqual(['Hello Ana.', 'How can I help?', 'Please wait'])
  })

  it('may be empty, or nothing but signs', () => {
    expect(sentencesOf(' \n … \n ?! ')).toEqual([])
  })
})
