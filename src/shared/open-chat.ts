import { browser } from './browser'

/** The page that helps in the chat. */
const PAGE = 'chat/chat.html'

/** Chrome's side panel, of which the polyfill has no types. https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
interface SidePanel {
  open(where: { readonly windowId: number }): Promise<void>
}

/** Whether the browser has a place beside the page: Firefox for Android has none. */
export function hasPlaceBeside(): boolean {
  return sidePanel() !== undefined || browser.sidebarAction !== undefined
}

/**
 * Open the page for the chat beside the page in this window; in a tab where there is no such place, or the browser does not
 * allow it now. The browser allows it only in answer to a press, so nothing may be awaited before this is called.
 */
export async function openChat(windowId: number): Promise<void> {
  try {
    const panel = sidePanel()
    // Firefox for Android has neither.
    await (panel ? panel.open({ windowId }) : browser.sidebarAction.open())
  } catch {
    if (await isOpenBeside(windowId)) return
    await browser.tabs.create({ url: browser.runtime.getURL(PAGE) })
  }
}

/** A sidebar that is open already needs no opening, and a press in the form's page may not open one in Firefox. */
async function isOpenBeside(windowId: number): Promise<boolean> {
  return (await browser.sidebarAction?.isOpen({ windowId }).catch(() => false)) ?? false
}

function sidePanel(): SidePanel | undefined {
  return (browser as { readonly sidePanel?: SidePanel }).sidePanel
}
