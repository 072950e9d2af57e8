import { describe, expect, it } from 'vitest'
import es from '../../locales/es.json'
import type { Form } from '../../src/form/form'
import hostgatorChat from '../../src/form/hostgator-chat.json'
import { noteView } from '../../src/notes/note-view'
import { noteFor, noteOf, optionLabel, rowText, spoken } from '../../src/notes/texts'
import type { Match } from '../../src/recognise/recognise'

const { entries } = hostgatorChat as Form
const noteAbout = (id: string) => noteFor(entries.find((entry) => entry.id === id) ?? 'unknown', es)
const unknownAt = (type: string) => noteOf({ place: { type }, entry: 'unknown' } as Match, es)

describe('what a note says', () => {
  it('parts the meaning from the sentence by a full stop, to who sees it and to who hears it', () => {
    const said = 'Tu nombre. Escribe tu primer nombre y tu primer apellido.'
    expect(spoken(noteAbout('name'))).toBe(said)
    expect(noteView(noteAbout('name'), 'light').textContent).toBe(said)
    expect(noteView(noteAbout('existing-customer'), 'light').textContent).toBe(
      'Cliente existente · Elige este. Es el tuyo si ya tienes cuenta en el portal de HostGator.',
    )
  })

  it('leaves out the full stop with the sentence', () => {
    expect(noteView({ ...noteAbout('name'), hint: '' }, 'light').textContent).toBe('Tu nombre')
    expect(rowText(noteAbout('topic.ssl'), false)).toBe('Certificado SSL')
    expect(noteView(noteAbout('topic.whm'), 'light').textContent).toMatch(/dedicados$/)
    expect(optionLabel('SSL', noteAbout('topic.ssl'))).toBe('SSL — Certificado SSL')
  })

  it('calls no field an option, of which nobody knows what it asks for', () => {
    expect(unknownAt('row')).toMatchObject({ label: 'Sin revisar', hint: es.note.unknownHint })
    expect(unknownAt('field')).toMatchObject({ id: 'unknown', label: 'Sin revisar', hint: es.note.unknownField })
    expect(es.note.unknownField).not.toMatch(/opción/)
  })
})
