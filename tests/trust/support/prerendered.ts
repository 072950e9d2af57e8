import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findBrowser } from '../../../scripts/browser.mjs'
import { variantWith } from './variant'

/** What a page told that was prerendered: before and after it was shown. */
export interface Prerendered {
  /** When it was shown, in milliseconds since it was begun; 0 for a page that was not prerendered. */
  readonly shownAt: number
  readonly before: unknown
  readonly after: unknown
}

/** Without encryption, so that the tests can serve it; the browser is told to trust it all the same. */
const HOST = 'http://helpchat.hostgator.com'

/** The page that has the other one prerendered, and goes there once it is ready. */
const START = `<!doctype html><title>start</title>
  <script type="speculationrules">{"prerender":[{"urls":["/form"],"eagerness":"immediate"}]}</script>
  <script>fetch('/wait').then(() => { location.href = '/form' })</script>`

/** What the page does: it says when it is ready, and once it is shown tells both. */
const tell = (look: () => unknown) => `<script>
  const look = ${look}
  addEventListener('load', async () => {
    let before = null
    if (document.prerendering) {
      await new Promise((done) => setTimeout(done, 1500))
      before = look()
      await fetch('/ready')
      await new Promise((done) => document.addEventListener('prerenderingchange', done, { once: true }))
    }
    await new Promise((done) => setTimeout(done, 1000))
    const [{ activationStart: shownAt }] = performance.getEntriesByType('navigation')
    await fetch('/told', { method: 'POST', body: JSON.stringify({ shownAt, before, after: look() }) })
  })
</script>`

/**
 * Have a page prerendered and shown, in a Chromium that nobody drives: what drives one switches prerendering off.
 * @param look is called in the page; it uses nothing from outside.
 */
export async function prerendered(html: string, look: () => unknown): Promise<Prerendered> {
  const variant = await variantWith('', '')
  await allow(variant.folder)
  const profile = await mkdtemp(join(tmpdir(), 'guia-prerendered-'))
  let browser: ChildProcess | undefined
  let heard = (_told: Prerendered) => {}
  const told = new Promise<Prerendered>((done) => {
    heard = done
  })
  let wake = () => {}
  const ready = new Promise<void>((done) => {
    wake = done
  })
  const server = createServer(async (request, response) => {
    if (request.url === '/ready') wake()
    if (request.url === '/wait') await ready
    if (request.url === '/told') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      heard(JSON.parse(Buffer.concat(chunks).toString()))
    }
    const page = request.url === '/form' ? html.replace('<head>', `<head>${tell(look)}`) : START
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    browser = spawn((await findBrowser()) as string, flags(variant.folder, profile, server.address() as AddressInfo), {
      stdio: 'ignore',
    })
    return await told
  } finally {
    const ended = new Promise((done) => browser?.once('exit', done))
    browser?.kill()
    await ended
    server.closeAllConnections()
    server.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    await variant.remove()
  }
}

/** Let a variant of the extension work where the tests can serve it, without its welcome page, which would be in front. */
async function allow(folder: string): Promise<void> {
  const file = join(folder, 'manifest.json')
  const { background: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'))
  manifest.host_permissions = [`${HOST}/*`]
  manifest.content_scripts[0].matches = [`${HOST}/*`]
  await writeFile(file, JSON.stringify(manifest))
}

const flags = (folder: string, profile: string, { port }: AddressInfo) => [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--window-size=1000,1000',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=HttpsUpgrades',
  '--remote-debugging-port=0',
  `--user-data-dir=${profile}`,
  `--disable-extensions-except=${resolve(folder)}`,
  `--load-extension=${resolve(folder)}`,
  `--host-resolver-rules=MAP helpchat.hostgator.com 127.0.0.1:${port}`,
  `--unsafely-treat-insecure-origin-as-secure=${HOST}`,
  `${HOST}/start`,
]
