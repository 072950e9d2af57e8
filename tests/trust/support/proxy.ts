import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that notes all that a browser asks of the world, and refuses it. */
export interface Refusing {
  readonly port: number
  /** What was asked so far: method and address. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** Start one. */
export async function startRefusing(): Promise<Refusing> {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(503).end()
  })
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    socket.on('error', () => {})
    socket.end('HTTP/1.1 503 Refused\r\n\r\n')
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  return {
    port: (proxy.address() as AddressInfo).port,
    asked,
    close: () => new Promise((done) => proxy.close(() => done())),
  }
}
