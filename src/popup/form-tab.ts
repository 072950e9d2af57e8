import type { Runtime, Tabs } from 'webextension-polyfill'
import { browser } from '../shared/browser'
import { readStatus, STATUS_PORT, type Status } from '../shared/status'

/** What the popup knows of the tab that shows the form. */
export interface Sighting {
  /** Null while no open tab shows the form. */
  readonly status: Status | null
  /** The tab with the form, where that is not the one in front. */
  readonly elsewhere: Tabs.Tab | null
  /** The form is the one to practise with. */
  readonly practising: boolean
}

const PRACTICE = browser.runtime.getURL('practice/practice.html')

/** How long, in milliseconds, a tab may take to say whether it shows the form: a slow machine may need this long. */
const PATIENCE = 1000
/** How long to wait before looking again after a tab has gone or changed its page. */
const PAUSE = 500

/**
 * Follow the form: in the tab in front, else in the most recently used one that shows it. Calls back on each change.
 * @param address the match pattern of the pages that the extension may be on.
 * @returns what looks again at once, wherever the form was seen so far.
 */
export function followForm(address: string, callback: (sighting: Sighting) => void): () => void {
  let port: Runtime.Port | null = null

  const look = async () => {
    for (const { tab, front } of await likelyTabs(address)) {
      const seen = { elsewhere: front ? null : tab, practising: tab.url?.startsWith(PRACTICE) === true }
      port = await connect(tab, (status) => callback({ status: status.form ? status : null, ...seen }))
      if (port) break
    }
    if (!port) callback({ status: null, elsewhere: null, practising: false })
    if (port) port.onDisconnect.addListener(again)
    else setTimeout(look, PAUSE * 2)
  }
  const again = () => {
    port?.disconnect()
    port = null
    setTimeout(look, PAUSE)
  }
  void look()
  return again
}

/** A tab that shows the form, with a connection to its guide; null if there is none. */
export async function findForm(
  address: string,
): Promise<{ readonly tab: Tabs.Tab; readonly port: Runtime.Port } | null> {
  for (const { tab } of await likelyTabs(address)) {
    const port = await connect(tab, () => undefined)
    if (port) return { tab, port }
  }
  return null
}

/** Put a tab in front, in whichever window it is. */
export async function bringToFront({ id, windowId }: Tabs.Tab): Promise<void> {
  await browser.tabs.update(id, { active: true })
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true })
  // As a popup it would lie over the page; opened as a tab it stays.
  if (!(await browser.tabs.getCurrent())) window.close()
}

/**
 * The tab in front, then the tabs at the form's address, the most recently used first. The practice page is open since
 * the installation: it counts only for who is on it, or comes from it to the popup in a tab of its own.
 */
async function likelyTabs(address: string): Promise<readonly { tab: Tabs.Tab; front: boolean }[]> {
  const self = await browser.tabs.getCurrent().catch(() => undefined)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  const others = await browser.tabs.query({ url: [address, ...(self ? [`${PRACTICE}*`] : [])] })
  const recent = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
  const front = active && active.id !== self?.id ? [{ tab: active, front: true }] : []
  return [...front, ...recent.filter((tab) => tab.id !== active?.id).map((tab) => ({ tab, front: self !== undefined }))]
}

/** Connect to a tab. Resolves to null if none of its frames shows the form; each frame answers for itself. */
function connect(tab: Tabs.Tab, changed: (status: Status) => void): Promise<Runtime.Port | null> {
  if (tab.id === undefined) return Promise.resolve(null)
  const port = browser.tabs.connect(tab.id, { name: STATUS_PORT })
  return new Promise((resolve) => {
    let shown = ''
    const give = () => {
      if (shown) return
      port.disconnect()
      resolve(null)
    }
    port.onMessage.addListener((message) => {
      const status = readStatus(message)
      if (!status) return
      if (!shown && status.form) resolve(port)
      if (status.form) shown = status.frame
      // What a frame without the form says is not about the one that has it.
      if (status.frame === shown) changed(status)
    })
    port.onDisconnect.addListener(() => {
      // Reading it tells Chrome that a tab without the guide is no error.
      void browser.runtime.lastError
      resolve(null)
    })
    setTimeout(give, PATIENCE)
  })
}
