import type { Firefox } from '../../support/firefox'

/** What was found of some words among all that the scripts of an extension hold in the page in front. */
export interface Held {
  readonly objects: number
  readonly strings: number
  /** Those of the words that are in a string. */
  readonly found: readonly string[]
}

/** Looks through all objects and closures of an extension's scripts. Runs in the page's process with the browser's own rights. */
const SEARCH = `
  const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs')
  const apart = Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), { freshCompartment: true })
  addDebuggerToGlobal(apart)
  const debug = new apart.Debugger()
  const isOurs = (one) => {
    try { return Cu.getSandboxMetadata(one.unsafeDereference())?.addonId === ID } catch { return false }
  }
  for (const one of debug.findAllGlobals()) if (isOurs(one)) debug.addDebuggee(one)
  const strings = []
  const take = (value) => void (typeof value === 'string' && strings.push(value))
  const environments = new Set()
  const objects = debug.findObjects({})
  for (const object of objects) {
    try {
      for (const name of object.getOwnPropertyNames()) {
        take(name)
        take(object.getOwnPropertyDescriptor(name)?.value)
      }
      for (let scope = object.environment; scope && !environments.has(scope); scope = scope.parent) {
        environments.add(scope)
        if (scope.type === 'declarative') for (const name of scope.names()) take(scope.getVariable(name))
      }
      const raw = Cu.waiveXrays(object.unsafeDereference())
      if (object.class === 'Map') for (const [key, value] of apart.Map.prototype.entries.call(raw)) { take(key); take(value) }
      if (object.class === 'Set') for (const value of apart.Set.prototype.values.call(raw)) take(value)
    } catch {
      // Some objects of the browser's own cannot be looked into.
    }
  }
  const all = strings.join('\\n')
  sendAsyncMessage('guia-held', { objects: objects.length, strings: strings.length, found: WORDS.filter((word) => all.includes(word)) })
`

/** Look for words in all that an extension's scripts hold in the page in front, but not in what the page itself holds. */
export function heldBy(firefox: Firefox, id: string, words: readonly string[]): Promise<Held> {
  const script = `{ const ID = ${JSON.stringify(id)}, WORDS = ${JSON.stringify(words)}; ${SEARCH} }`
  return firefox.inBrowser((source) => {
    const { messageManager } = Reflect.get(globalThis, 'gBrowser').selectedBrowser
    return new Promise<Held>((done) => {
      messageManager.addMessageListener('guia-held', ({ data }: { data: Held }) => done(data))
      messageManager.loadFrameScript(`data:,${encodeURIComponent(source)}`, false)
    })
  }, script)
}
