import { browser } from '../shared/browser'
import { hasPlaceBeside, openChat } from '../shared/open-chat'
import { handOverTold } from '../shared/stored-blanks'

/**
 * Let the link to the page for the chat open it beside the form where the browser can. Where it cannot, it stays a link.
 * @param told a button that opens it too, and takes along what stands in the box, because the customer wants it there.
 */
export async function offerChat(link: HTMLElement, told: HTMLElement, box: HTMLInputElement): Promise<void> {
  const show = () => {
    told.hidden = box.value.trim() === ''
  }
  box.addEventListener('input', show)
  show()
  const windowId = hasPlaceBeside() ? (await browser.windows.getCurrent()).id : undefined
  // The browser opens a panel in answer to the press alone: nothing may be waited for before.
  const open = async (taken: string) => {
    const opening = openChat(windowId ?? browser.windows?.WINDOW_ID_CURRENT ?? 0)
    if (taken) await handOverTold(taken).catch(() => undefined)
    await opening
    window.close()
  }
  link.addEventListener('click', (event) => {
    if (!hasPlaceBeside()) return
    event.preventDefault()
    void open('')
  })
  told.addEventListener('click', () => void open(box.value.trim()))
}
