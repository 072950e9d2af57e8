import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findFirefox } from '../../scripts/browser.mjs'
import { type Bidi, type BidiEvent, connectBidi } from './bidi'
import { type FirefoxPage, firefoxPage } from './firefox-page'

const ADDRESS = 'https://helpchat.hostgator.com/'
/** The extension's id, as in its manifest. */
export const EXTENSION_ID = 'guia-chat-hostgator@guia-chat-hostgator.example'
/** How long, in milliseconds, the welcome page may take to open, and how often it is looked for. */
const PATIENCE = 20_000
const PAUSE = 50
const UUID = '6ba7b810-9dad-41d1-80b4-00c04fd430c8'

/** A real Firefox, with or without the extension, that reaches nothing but what the tests serve. */
export interface Firefox {
  readonly bidi: Bidi
  /** Whether it has the extension. */
  readonly annotates: boolean
  /** The extension's origin. */
  readonly origin: string
  /** Bodies of the forms that were sent, as they would have gone over the wire. */
  readonly sent: string[]
  /** What the browser's console says about the extension's scripts, and about scripts of the pages. */
  readonly complaints: () => Promise<readonly string[]>
  /** Open a page at the production address. */
  readonly open: (html: string, path?: string) => Promise<FirefoxPage>
  /** Open a page of the extension. */
  readonly openOwn: (path: string) => Promise<FirefoxPage>
  /** Run a function with the browser's own rights. */
  readonly inBrowser: FirefoxPage['evaluate']
  readonly close: () => Promise<void>
}

/** Start it. @param extension the built folder or a package, or null for none. @param proxy the port that all else is sent to. */
export async function startFirefox(extension: string | null, proxy = 9): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'guia-firefox-'))
  await writeFile(join(profile, 'user.js'), preferences(proxy))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0']
  const program = spawn((await findFirefox()) as string, [...args, '--remote-allow-system-access'])
  const bidi = await connectBidi(`${await listening(program)}/session`)
  await bidi.send('session.new', { capabilities: {} })
  const served = await serve(bidi)
  if (extension) {
    const type = extension.endsWith('.zip') ? 'archivePath' : 'path'
    await bidi.send('webExtension.install', { extensionData: { type, path: resolve(extension) } })
    await closeWelcome(bidi)
  }
  const tab = async (url: string, wait: 'none' | 'complete') => {
    const { context } = await bidi.send('browsingContext.create', { type: 'tab' })
    await bidi.send('browsingContext.navigate', { context, url, wait })
    return firefoxPage(bidi, context)
  }
  const inBrowser: Firefox['inBrowser'] = async (run, arg) => {
    const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    return firefoxPage(bidi, contexts[0].context).evaluate(run, arg)
  }
  const origin = `moz-extension://${UUID}`
  return {
    bidi,
    annotates: extension !== null,
    origin,
    sent: served.sent,
    async open(html, path = '/') {
      served.pages.set(path, html)
      return tab(new URL(path, ADDRESS).href, 'complete')
    },
    async openOwn(path) {
      const page = await tab(`${origin}/${path}`, 'none')
      await page.waitForFunction(
        (start) => location.href.startsWith(start) && document.readyState === 'complete',
        origin,
      )
      return page
    },
    inBrowser,
    async complaints() {
      return [...served.logs, ...(await inBrowser(scriptErrors, origin))]
    },
    async close() {
      bidi.close()
      const ended = new Promise((done) => program.once('exit', done))
      program.kill()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** The first run opens the welcome page, at a moment of its own choice; its practice form is one that the popup would follow. */
async function closeWelcome(bidi: Bidi): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const { contexts } = await bidi.send('browsingContext.getTree', {})
    const welcome = contexts.find(({ url }: { url: string }) => url.endsWith('practice/practice.html'))
    if (welcome) {
      const page = firefoxPage(bidi, welcome.context)
      // Closed while it loads, it complains of it.
      await page.waitForFunction(() => document.readyState === 'complete')
      return page.close()
    }
    await new Promise((done) => setTimeout(done, PAUSE))
  }
  throw new Error('the welcome page did not open')
}

/**
 * Errors and warnings of the extension's scripts. Not what Firefox says of any extension in a tab that was closed: that a
 * script was stopped there, or an answer came too late. A script that hangs shows in the tests that wait for it.
 * Runs with the browser's own rights, where `Services` is.
 */
function scriptErrors(origin: string): readonly string[] {
  // biome-ignore lint/suspicious/noExplicitAny: Firefox's own interface, which has no published types.
  const { Services, Ci } = globalThis as any
  return Services.console
    .getMessageArray()
    .filter((message: object) => message instanceof Ci.nsIScriptError)
    .filter(({ sourceName }: { sourceName: string }) => sourceName.startsWith(origin))
    .map((message: { errorMessage: string }) => message.errorMessage)
    .filter((text: string) => !/^(Promise resolved after context unloaded|Script terminated by timeout)/.test(text))
}

/** The fixed address of the extension's pages, and nothing of Firefox's own that goes out. */
function preferences(proxy: number): string {
  const set = {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy,
  }
  const line = ([name, value]: [string, unknown]) => `user_pref("${name}", ${JSON.stringify(value)});\n`
  return Object.entries(set).map(line).join('')
}

/** Resolves to the address of the connection, which Firefox says when it is ready. */
function listening(program: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    program.stderr?.on('data', (text) => {
      const address = /ws:\/\/[\d.:]+/.exec(String(text))?.[0]
      if (address) done(address)
    })
    program.once('exit', () => fail(new Error('Firefox has ended before it was ready')))
  })
}

/** Answer all that goes to the production address from memory, and keep what was sent. */
async function serve(bidi: Bidi) {
  const pages = new Map<string, string>()
  const sent: string[] = []
  const logs: string[] = []
  await bidi.send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] })
  await bidi.send('network.addDataCollector', { dataTypes: ['request'], maxEncodedDataSize: 1_000_000 })
  const { protocol, hostname } = new URL(ADDRESS)
  await bidi.send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: [{ type: 'pattern', protocol: protocol.replace(':', ''), hostname }],
  })
  bidi.onEvent((event) => void answer(event).catch((error) => logs.push(`in the tests: ${error}`)))
  return { pages, sent, logs }

  async function answer({ method, params }: BidiEvent): Promise<void> {
    if (method === 'log.entryAdded') return void logs.push(params.text)
    if (method !== 'network.beforeRequestSent' || !params.isBlocked) return
    const { request, method: verb, url } = params.request
    if (verb === 'POST') {
      const { bytes } = await bidi.send('network.getData', { dataType: 'request', request })
      sent.push(bytes.value)
    }
    const type = { name: 'Content-Type', value: { type: 'string', value: 'text/html; charset=utf-8' } }
    const value = pages.get(new URL(url).pathname) ?? '<!doctype html><title>sent</title>'
    await bidi.send('network.provideResponse', {
      request,
      statusCode: 200,
      reasonPhrase: 'OK',
      headers: [type],
      body: { type: 'string', value },
    })
  }
}
