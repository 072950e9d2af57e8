import type { Form } from './form/form'
import type { Texts } from './notes/texts'
import { relieve } from './orphan'
import { type Session, startSession } from './session'
import type { PageBrowser, PagePort } from './shared/page-browser'
import { DEFAULTS, readSettings, type Settings } from './shared/settings'
import { STATUS_PORT, type Status } from './shared/status'

/** The texts of every language that the extension speaks. */
export type Locales = Readonly<Record<string, Texts>>

const NOWHERE: Status = { form: false, step: 0, steps: [], unknown: [], translator: false, paused: false }

/** Keep a session running on a document while the settings say so, and tell the popup what it sees. */
export async function runGuide(page: Document, form: Form, locales: Locales, browser: PageBrowser): Promise<void> {
  const languages = Object.keys(locales)
  const ports = new Set<PagePort>()
  let running: { readonly session: Session; readonly stop: AbortController; readonly language: string } | null = null

  const report = (status: Status) => {
    for (const port of ports) send(port, status)
  }
  const apply = ({ enabled, language }: Settings) => {
    if (running && (!enabled || running.language !== language)) {
      running.stop.abort()
      running = null
      report(NOWHERE)
    }
    if (!enabled || running) return
    const stop = new AbortController()
    const texts = locales[language] as Texts
    const isAlive = () => browser.runtime?.id !== undefined
    running = { stop, language, session: startSession(page, { form, texts, language, report, isAlive }, stop.signal) }
  }
  const refresh = async () => apply(readSettings(await stored(browser), languages))

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== STATUS_PORT) return
    ports.add(port)
    port.onDisconnect.addListener(() => ports.delete(port))
    send(port, running?.session.status() ?? NOWHERE)
  })
  browser.storage.onChanged.addListener(() => void refresh())
  relieve(page)
  await refresh()
}

/** A storage that fails leaves the defaults. */
async function stored(browser: PageBrowser): Promise<unknown> {
  try {
    return await browser.storage.sync.get(null)
  } catch {
    return DEFAULTS
  }
}

/** The popup may be gone before it says so. */
function send(port: PagePort, status: Status): void {
  try {
    port.postMessage(status)
  } catch {
    // Nobody is listening any more; the disconnect follows.
  }
}
