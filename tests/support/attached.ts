import type { BrowserContext, CDPSession } from 'playwright-core'

/** A page of the extension that stands beside the tabs: the popup, or the side panel. */
export interface Attached {
  /** Run an expression in it, as if in answer to a press; answers its value. */
  readonly evaluate: (expression: string) => Promise<unknown>
  readonly close: () => Promise<void>
}

// Playwright's types do not know all of the protocol yet.
export type Send = (command: string, parameters: object) => Promise<Record<string, unknown>>

/** The browser's own connection. */
export async function browserSession(context: BrowserContext): Promise<{ session: CDPSession; send: Send }> {
  const session = (await context.browser()?.newBrowserCDPSession()) as CDPSession
  return { session, send: session.send.bind(session) as unknown as Send }
}

/** The id of what is open of a kind at an address. */
export async function targetOf(send: Send, type: string, url: string): Promise<string | undefined> {
  const { targetInfos } = await send('Target.getTargets', { filter: [{}] })
  const found = (targetInfos as { type: string; url: string; targetId: string }[]).filter(
    (one) => one.type === type && one.url.startsWith(url),
  )
  return found[0]?.targetId
}

/** Wait for a page at an address, and take hold of it. */
export async function attach(context: BrowserContext, url: string): Promise<Attached> {
  const { session, send } = await browserSession(context)
  const opened = () => targetOf(send, 'page', url)
  const targetId = await until(opened, (found) => found !== undefined)
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: false })
  return {
    evaluate: evaluator(session, send, sessionId as string),
    async close() {
      await send('Target.closeTarget', { targetId })
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

function evaluator(session: CDPSession, send: Send, sessionId: string): Attached['evaluate'] {
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
