import { browser } from './shared/browser'
import { forgetJourney } from './shared/stored-journey'

/** The first run opens the welcome page with the practice form. */
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('practice/practice.html') })
})

/** What was ticked or looked for is kept until the browser is closed. */
browser.runtime.onStartup.addListener(() => void forgetJourney())
