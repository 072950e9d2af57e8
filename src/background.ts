import { browser } from './shared/browser'
import { OPEN_CHAT } from './shared/status'
import { forgetJourney } from './shared/stored-journey'

/** The first run opens the welcome page with the practice form. */
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('practice/practice.html') })
})

/** A page cannot open a page of the extension, so the companion asks for it. */
browser.runtime.onMessage.addListener((message: unknown) => {
  if (message === OPEN_CHAT) void browser.tabs.create({ url: browser.runtime.getURL('chat/chat.html') })
})

/** What was ticked or looked for is kept until the browser is closed. */
browser.runtime.onStartup.addListener(() => void forgetJourney())
