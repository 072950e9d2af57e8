import { WebSocket } from 'undici'

/** An event of the browser. https://w3c.github.io/webdriver-bidi/#events */
export interface BidiEvent {
  readonly method: string
  // biome-ignore lint/suspicious/noExplicitAny: each event has its own shape, which the protocol defines.
  readonly params: any
}

/** A connection to a browser over WebDriver BiDi. */
export interface Bidi {
  /** Send a command. Rejects with the browser's own words. */
  // biome-ignore lint/suspicious/noExplicitAny: each command has its own answer, which the protocol defines.
  readonly send: (method: string, params?: object) => Promise<any>
  readonly onEvent: (listener: (event: BidiEvent) => void) => void
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Connect to a browser. A client of our own, since the protocol is one message for a command and one for its answer,
 * and a navigation to an extension's page never ends for the libraries that wait for it.
 */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, Waiting>()
  const listeners: ((event: BidiEvent) => void)[] = []
  let last = 0
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)))
  })
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data))
    if (message.type === 'event') return listeners.forEach((listener) => void listener(message))
    const { resolve, reject } = waiting.get(message.id) ?? {}
    waiting.delete(message.id)
    if (message.type === 'success') resolve?.(message.result)
    else reject?.(new Error(`${message.error}: ${message.message}`))
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has gone'))
  })
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        socket.send(JSON.stringify({ id, method, params }))
      }),
    onEvent: (listener) => void listeners.push(listener),
    close: () => socket.close(),
  }
}
