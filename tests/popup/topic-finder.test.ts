import i18next from 'i18next'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import es from '../../locales/es.json'
import type { Answer } from '../../src/finder/find'
import type { Form } from '../../src/form/form'
import hostgatorChat from '../../src/form/hostgator-chat.json'
import { startTopicFinder } from '../../src/popup/topic-finder'

const form = hostgatorChat as Form
const answer: Answer = { kind: 'topics', topics: ['topic.dns-assistance', 'topic.malware'] }
const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.topic button')]

beforeEach(() => {
  document.body.innerHTML =
    '<div id="finder"><input id="problem"><p id="finder-status"></p><div id="finder-results"></div>'
})

async function start(showInForm?: (id: string) => void, found = answer): Promise<void> {
  const root = document.getElementById('finder') as HTMLElement
  const t = await i18next.createInstance().init({ lng: 'es', resources: { es: { translation: es } } })
  startTopicFinder(root, { form, find: () => found, t, ...(showInForm ? { showInForm } : {}) })
}

describe('the list of topics', () => {
  it('points at a topic in the form when it is asked to', async () => {
    const show = vi.fn()
    await start(show)
    expect(buttons().map(({ textContent }) => textContent)).toEqual(Array(2).fill('Mostrar en el formulario'))
    buttons()[1]?.click()
    expect(show.mock.calls).toEqual([['topic.malware']])
  })

  it('offers no button where nothing can be pointed at', async () => {
    await start()
    expect(buttons()).toEqual([])
    expect(document.querySelectorAll('.topic')).toHaveLength(2)
  })

  it('leads who has forgotten the portal’s password there first, to whom no topic is open', async () => {
    await start(undefined, { kind: 'topics', topics: ['topic.password-reset', 'topic.cpanel'] })
    const [first] = document.querySelector('#finder-results')?.children ?? []
    expect(first?.textContent).toContain('«Forgot Your Password»')
    expect(document.querySelector('#finder-status')?.textContent).toContain('«Forgot Your Password»')
    await start(undefined, { kind: 'topics', topics: ['topic.cpanel', 'topic.password-reset'] })
    expect(document.querySelector('#finder')?.textContent).not.toContain('«Forgot Your Password»')
  })

  it('names a way of one step once', async () => {
    await start()
    const paths = [...document.querySelectorAll('.way')].map(({ textContent }) => textContent)
    expect(paths).toEqual(['Domain › DNS Assistance', 'Malware/Security'])
  })
})
