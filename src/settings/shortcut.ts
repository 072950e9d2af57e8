import { browser } from '../shared/browser'

/** The keys that switch the notes, as the browser writes them; empty if there are none, null where there is no keyboard. */
export async function shortcut(): Promise<string | null> {
  // Firefox for Android has no such commands.
  const commands = await browser.commands?.getAll()
  return commands ? (commands.find(({ name }) => name === 'toggle')?.shortcut ?? '') : null
}

/** Open the browser's own page on which the customer can choose other keys. */
export async function changeShortcut(): Promise<void> {
  // Only Firefox has this call; Chrome and Edge let an extension open the page itself.
  // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings
  if ('openShortcutSettings' in browser.commands) await browser.commands.openShortcutSettings()
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
