import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another extension, which tries to talk to ours. */
export interface Rogue {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/** What it says: all that our own parts say to each other, and nonsense. */
const MESSAGES = [
  'open-chat',
  { type: 'texts', language: 'en' },
  { type: 'show', topic: 'topic.spam' },
  { enabled: false },
  null,
]

/**
 * Says everything in every way that an extension has, and answers what came back. Runs in its worker and in its script
 * in the form's page.
 */
const TRY = `async (id) => {
  const api = globalThis.browser ?? chrome
  const answers = []
  const hear = (way, call) => new Promise((done) => {
    const give = (answer) => { if (answer !== undefined) answers.push([way, String(JSON.stringify(answer))]); done() }
    setTimeout(give, 1500)
    try { call(give) } catch { give() }
  })
  const tabs = api.tabs ? (await api.tabs.query({})).map((tab) => tab.id) : []
  const said = ${JSON.stringify(MESSAGES)}
  await Promise.all([
    ...said.map((one) => hear('message', (give) => api.runtime.sendMessage(id, one).then(give, () => give()))),
    ...['status', ''].map((name) => hear('connection', (give) => {
      const port = api.runtime.connect(id, { name })
      port.onMessage.addListener(give)
      port.onDisconnect.addListener(() => { void api.runtime.lastError; give() })
      for (const one of said) port.postMessage(one)
    })),
    ...tabs.map((tab) => hear('tab', (give) => {
      const port = api.tabs.connect(tab, { name: 'status' })
      port.onMessage.addListener((one) => { if (one !== 'rogue') give(one) })
      port.onDisconnect.addListener(() => { void api.runtime.lastError; give() })
      for (const one of said) port.postMessage(one)
    })),
  ])
  return answers
}`

/** Make it. @param target the id of our extension. @param background its manifest's entry for its worker. */
export async function makeRogue(target: string, background: object = { service_worker: 'worker.js' }): Promise<Rogue> {
  const folder = await mkdtemp(join(tmpdir(), 'guia-rogue-'))
  const write = (file: string, content: string) => writeFile(join(folder, file), content)
  const id = JSON.stringify(target)
  await write(
    'worker.js',
    `globalThis.attempt = ${TRY}
     const own = (globalThis.browser ?? chrome).runtime
     own.onMessage.addListener((message, sender, say) => message === 'try' && (attempt(${id}).then(say), true))`,
  )
  await write(
    'page.js',
    `const own = (globalThis.browser ?? chrome).runtime
     void Promise.all([(${TRY})(${id}), own.sendMessage('try')]).then((answers) => { document.documentElement.dataset.rogue = JSON.stringify(answers.flat()) })`,
  )
  const manifest = {
    manifest_version: 3,
    name: 'Rogue',
    version: '1.0',
    permissions: ['tabs', 'storage'],
    host_permissions: ['https://helpchat.hostgator.com/*'],
    background,
    content_scripts: [{ matches: ['https://helpchat.hostgator.com/*'], js: ['page.js'] }],
    browser_specific_settings: { gecko: { id: 'rogue@example.com' } },
  }
  await write('manifest.json', JSON.stringify(manifest))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
