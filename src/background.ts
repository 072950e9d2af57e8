import { locales } from 'locales:further'
import type { Runtime } from 'webextension-polyfill'
import { browser } from './shared/browser'
import { openChat } from './shared/open-chat'
import { OPEN_CHAT } from './shared/status'
import { forgetJourney } from './shared/stored-journey'
import { loadSettings, saveSettings } from './shared/stored-settings'
import { readTextsRequest } from './shared/texts-request'

const PATTERNS = browser.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches) ?? []

/** The first run opens the welcome page with the practice form. */
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('practice/practice.html') })
})

browser.runtime.onInstalled.addListener(() => void annotateOpenTabs())

/**
 * Bring the guide into the tabs that were open before it was installed or updated, so that nobody has to reload a form
 * that is half filled in. Firefox does so by itself; there a second copy sees the first one and does nothing.
 */
async function annotateOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: PATTERNS })
  for (const { id } of tabs) {
    if (id === undefined) continue
    const target = { tabId: id, allFrames: true }
    // A tab that shows an error page, or was closed meanwhile, cannot be written to; there is nothing to do about it.
    await browser.scripting.executeScript({ target, files: ['/content.js'] }).catch(() => undefined)
  }
}

/**
 * A page cannot open a page of the extension, so the companion asks for it. The press there counts here for as long as
 * nothing is awaited before: https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 */
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  if (message === OPEN_CHAT) void openChat(sender.tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT)
})

/** Most customers never need another language than the first, so only that one is loaded into every form's page. */
browser.runtime.onMessage.addListener((message: unknown) => {
  const language = readTextsRequest(message)
  return language === null ? undefined : Promise.resolve(Object.hasOwn(locales, language) ? locales[language] : null)
})

/** What was ticked or looked for is kept until the browser is closed. */
browser.runtime.onStartup.addListener(() => void forgetJourney())

// Firefox for Android has no keyboard commands.
browser.commands?.onCommand.addListener((name) => {
  if (name === 'toggle') void toggle()
})

/** A storage that fails leaves the notes as they are. */
async function toggle(): Promise<void> {
  const { enabled } = await loadSettings()
  await saveSettings({ enabled: !enabled }).catch(() => undefined)
}
