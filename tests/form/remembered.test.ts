import { describe, expect, it } from 'vitest'
import { remembered } from '../../src/form/remembered'

describe('what is remembered of a look-up', () => {
  it('is each find, and nothing for which nothing was found', () => {
    const asked: string[] = []
    const look = remembered((text: string) => {
      asked.push(text)
      return text === 'known' ? ['meaning'] : []
    })
    for (const text of ['known', 'typed', 'known', 'typed']) look(text)
    expect(asked).toEqual(['known', 'typed', 'typed'])
    expect(look('known')).toEqual(['meaning'])
  })

  it('is forgotten when it grows beyond what a form has, and found again', () => {
    let asked = 0
    const look = remembered((text: string) => {
      asked++
      return [text]
    })
    for (let at = 0; at < 600; at++) look(`text ${at}`)
    expect(look('text 0')).toEqual(['text 0'])
    expect(asked).toBe(601)
  })
})
