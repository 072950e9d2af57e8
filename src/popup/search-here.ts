import { browser } from '../shared/browser'

/**
 * Offer to look for the form on the page in front, for the day on which HostGator moves it. Only on pages of HostGator,
 * only in this tab and only until it is left: opening the popup lets the extension see this one page.
 * https://developer.chrome.com/docs/extensions/develop/concepts/activeTab
 * @param address where the form is known to be; there the guide is already.
 * @param done says that the page was searched, in place of the button.
 * @param searched is called then.
 */
export async function offerSearch(
  button: HTMLElement,
  done: HTMLElement,
  address: string,
  searched: () => void,
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  const { id, url = '' } = tab ?? {}
  if (id === undefined || url.startsWith(address) || !isHostGator(url)) return
  button.hidden = false
  button.addEventListener('click', async () => {
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/content.js'] })
    button.hidden = true
    done.hidden = false
    done.focus()
    searched()
  })
}

function isHostGator(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port } = new URL(url)
  return protocol === 'https:' && port === '' && /(^|\.)hostgator\.com$/.test(hostname)
}
