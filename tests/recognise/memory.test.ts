import { beforeEach, describe, expect, it } from 'vitest'
import { createMemory } from '../../src/recognise/memory'

const known = (text: string) => text === 'Billing' || text === 'Domain'

describe('what is remembered of the English', () => {
  beforeEach(() => {
    document.documentElement.className = ''
    document.body.innerHTML = '<ul><li>Billing</li></ul><select><option value="37">Dominio</option></select>'
  })
  const row = () => document.querySelector('li') as Element
  const option = () => document.querySelector('option') as Element

  /** A memory that has seen the row as "Billing" in the pass before. */
  function met(): ReturnType<typeof createMemory> {
    const memory = createMemory(known)
    memory.look(document)
    memory.remember(row(), 'Billing')
    memory.look(document)
    return memory
  }

  it('stands for a text that a translator has wrapped', () => {
    const memory = met()
    row().innerHTML = '<font><font>Facturación</font></font>'
    expect(memory.english(row(), 'Facturación')).toBe('Billing')
  })

  it('does not stand for a text that the page itself has changed, in a <font> of its own or without', () => {
    const memory = met()
    expect(memory.english(row(), 'Gift Cards')).toBe('Gift Cards')
    row().innerHTML = '<font>Gift Cards</font>'
    expect(memory.english(row(), 'Gift Cards')).toBe('Gift Cards')
  })

  it('takes the value of a translated option for its English only if it is one of the form’s texts', () => {
    document.documentElement.className = 'translated-ltr'
    const memory = createMemory(known)
    memory.look(document)
    expect(memory.english(option(), 'Dominio')).toBe('Dominio')
    option().setAttribute('value', 'Domain')
    expect(memory.english(option(), 'Dominio')).toBe('Domain')
  })

  it('lets go of what has left the page while a translator is at work', () => {
    const memory = met()
    document.documentElement.className = 'translated-ltr'
    const gone = row()
    memory.look(document)
    expect(memory.english(gone, 'Facturación')).toBe('Billing')
    gone.remove()
    memory.look(document)
    expect(memory.english(gone, 'Facturación')).toBe('Facturación')
  })
})
