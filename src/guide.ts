import { type Companion, createCompanion } from './companion/companion'
import { PLACEMENT_KEY, readPlacement } from './companion/placement'
import type { Sight } from './companion/sight'
import type { CompanionTexts } from './companion/texts'
import type { Lexicon } from './form/lexicon'
import type { Texts } from './notes/texts'
import { relieve } from './orphan'
import { insist } from './page/calm'
import type { Languages } from './page-texts'
import { type Manner, type Session, startSession } from './session'
import { type Journey, NEW_JOURNEY, readJourney, withTicks } from './shared/journey'
import type { PageBrowser, PagePort, PageStorage } from './shared/page-browser'
import { DEFAULTS, readSettings, type Settings } from './shared/settings'
import { type FrameStatus, OPEN_CHAT, type Request, readRequest, STATUS_PORT, type Status } from './shared/status'

/** What a language says in the form's page. */
export type PageTexts = Texts & CompanionTexts

const NOWHERE: Status = { form: false, step: 0, steps: [], unknown: [], translator: false, paused: false }

/** A part of the guide that is at work, and what ends it. */
interface Running {
  readonly stop: AbortController
}

interface RunningSession extends Running, Session {
  readonly language: string
}

interface RunningCompanion extends Running {
  readonly part: Companion
  readonly panel: boolean
}

/** Keep a session running on a document while the settings say so, and tell the popup what it sees. */
export async function runGuide(
  page: Document,
  lexicon: Lexicon,
  languages: Languages<PageTexts>,
  browser: PageBrowser,
): Promise<void> {
  const { sync, local } = browser.storage
  const { form } = lexicon
  const ports = new Set<PagePort>()
  let session: RunningSession | null = null
  let companion: RunningCompanion | null = null
  let placement = readPlacement(null)
  let journey = NEW_JOURNEY
  let settings = DEFAULTS
  let sight: Sight | null = null
  let turns = 0
  /** Have a companion; called in each pass that sees the form, so that what it writes is not taken for a change of the page. */
  let revive = () => {}

  // Several frames of a tab talk over one connection.
  const frame = String(Math.random())
  const status = () => (sight ? withTicks(sight.status, journey.ticks) : NOWHERE)
  const report = () => {
    for (const port of ports) send(port, { ...status(), frame })
    if (sight) companion?.part.update({ ...sight, status: status() }, journey)
  }

  /** End what is at work in another way than it is wanted now. */
  function stopWhatChanged({ enabled, language, companion: panel }: Settings): void {
    if (session && (!enabled || session.language !== language)) {
      session.stop.abort()
      session = null
    }
    if (companion && companion.panel !== panel) {
      companion.stop.abort()
      companion = null
    }
  }

  function runSession(language: string, texts: PageTexts): void {
    insist(() => relieve(page))
    const stop = new AbortController()
    const see = (seen: Sight) => {
      sight = seen
      if (seen.status.form) revive()
      report()
    }
    const ended = () => {
      sight = null
      companion?.stop.abort()
      companion = null
    }
    const isAlive = () => browser.runtime?.id !== undefined
    const covered = () => companion?.part.boxes() ?? []
    const arranged = () => companion?.part.arrange()
    const manner = (): Manner => ({ ...settings, ticks: journey.ticks, topic: journey.topic })
    const parts = { lexicon, texts, language, manner, report: see, arranged, ended, covered, isAlive }
    session = { language, stop, ...startSession(page, parts, stop.signal) }
  }

  function runCompanion({ language, companion: panel }: Settings, texts: PageTexts): void {
    const stop = new AbortController()
    const parts = {
      form,
      panel,
      texts,
      language,
      placement,
      keepPlacement: (kept: typeof placement) => void keep(local, { [PLACEMENT_KEY]: kept }),
      follow: () => session?.follow(),
      moved: () => session?.makeRoom(),
      tick: (id: string, done: boolean) => travel({ ticks: { ...journey.ticks, [id]: done } }),
      chat: () => void askForChat(browser),
      hide: () => void keep(sync, { companion: false }),
      forget: () => travel({ topic: null }),
    }
    try {
      companion = { part: createCompanion(page, parts, stop.signal), panel, stop }
    } catch {
      // The next pass tries again.
      stop.abort()
    }
  }

  /** Only the frame that shows the form has something to show. */
  function answer(request: Request | null): void {
    if (!request || !sight?.status.form) return
    travel({ topic: request.topic })
    companion?.part.show()
  }

  /** The customer has told something new; it holds at once, even if it cannot be stored. */
  function travel(changed: Partial<Journey>): void {
    journey = { ...journey, ...changed }
    void keep(local, changed)
    session?.redraw()
    report()
  }

  const refresh = async () => {
    const turn = ++turns
    const [set, kept] = await Promise.all([stored(sync), stored(local)])
    const now = readSettings(set, languages.names)
    const texts = await languages.texts(now.language)
    // What was changed while this was waiting is at work already.
    if (turn !== turns) return
    settings = now
    revive = () => void (companion || runCompanion(now, texts))
    journey = readJourney(kept, form)
    placement = readPlacement(kept[PLACEMENT_KEY])
    insist(() => {
      stopWhatChanged(now)
      if (sight?.status.form) revive()
      if (session) session.redraw()
      else if (now.enabled) runSession(now.language, texts)
      report()
    })
  }

  const connected = (port: PagePort) => {
    if (port.name !== STATUS_PORT) return
    ports.add(port)
    port.onDisconnect.addListener(() => ports.delete(port))
    port.onMessage.addListener((message) => answer(readRequest(message, form)))
    send(port, { ...status(), frame })
  }
  insist(() => browser.runtime.onConnect.addListener(connected))
  insist(() => browser.storage.onChanged.addListener(() => void refresh()))
  await refresh()
}

/** How often a storage is asked. */
const ASKS = 3

/** All that a storage holds. One that keeps failing is an empty one. */
async function stored(storage: PageStorage): Promise<Record<string, unknown>> {
  for (let left = ASKS; left > 0; left--) {
    try {
      return (await storage.get(null)) ?? {}
    } catch {
      // Once more.
    }
  }
  return {}
}

/** What cannot be stored holds for this page only. */
async function keep(storage: PageStorage, items: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await storage.set(items)
  } catch {
    // Nothing is lost but the memory of it.
  }
}

/** The worker may be gone, after an update. */
async function askForChat(browser: PageBrowser): Promise<void> {
  try {
    await browser.runtime.sendMessage(OPEN_CHAT)
  } catch {
    // The new copy of the guide takes over.
  }
}

/** The popup may be gone before it says so. */
function send(port: PagePort, status: FrameStatus): void {
  try {
    port.postMessage(status)
  } catch {
    // Nobody is listening any more; the disconnect follows.
  }
}
