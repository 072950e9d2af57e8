import { browser } from './shared/browser'

/** The first run opens the welcome page with the practice form. */
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('practice/practice.html') })
})
