import type { CDPSession, Page } from 'playwright-core'
import type { Chromium } from './extension'

/** Switches with which the browser lets a test press the extension's icon. */
export const PRESSABLE: readonly string[] = ['--enable-unsafe-extension-debugging']

/** The extension's real popup, over the page that is in front. */
export interface Popup {
  /** Run an expression in it; answers its value. */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** Close it. Left open, the next press of the icon would close it instead. */
  readonly close: () => Promise<void>
}

// Playwright's types do not know all of the protocol yet.
type Send = (command: string, parameters: object) => Promise<Record<string, unknown>>

/** Press the extension's icon over a page, as a customer does. Opening the popup in a tab would not grant it the page. */
export async function pressIcon(chromium: Chromium, page: Page): Promise<Popup> {
  await page.bringToFront()
  const session = (await chromium.context.browser()?.newBrowserCDPSession()) as CDPSession
  const send = session.send.bind(session) as unknown as Send
  const target = async (type: string, url: string) => {
    const { targetInfos } = await send('Target.getTargets', { filter: [{}] })
    const found = (targetInfos as { type: string; url: string; targetId: string }[]).filter(
      (one) => one.type === type && one.url.startsWith(url),
    )
    return found[0]?.targetId
  }
  const tab = await target('tab', page.url())
  await send('Extensions.triggerAction', { id: new URL(chromium.origin).host, targetId: tab })
  const opened = () => target('page', `${chromium.origin}/popup/popup.html`)
  const popup = await until(opened, (found) => found !== undefined)
  const { sessionId } = await send('Target.attachToTarget', { targetId: popup, flatten: false })
  return {
    evaluate: evaluator(session, send, sessionId as string),
    async close() {
      await send('Target.closeTarget', { targetId: popup })
      await until(opened, (found) => found === undefined)
    },
  }
}

/** Ask again and again until the answer is right. */
async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    await new Promise((done) => setTimeout(done, 50))
  }
}

function evaluator(session: CDPSession, send: Send, sessionId: string): Popup['evaluate'] {
  let last = 0
  return (expression) =>
    new Promise((resolve, reject) => {
      const id = ++last
      const listener = ({ sessionId: from, message }: { sessionId: string; message: string }) => {
        const { id: answered, result } = JSON.parse(message)
        if (from !== sessionId || answered !== id) return
        session.off('Target.receivedMessageFromTarget', listener)
        if (result?.exceptionDetails) reject(new Error(result.exceptionDetails.exception?.description))
        else resolve(result?.result?.value)
      }
      session.on('Target.receivedMessageFromTarget', listener)
      const parameters = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params: parameters })
      void send('Target.sendMessageToTarget', { sessionId, message })
    })
}
