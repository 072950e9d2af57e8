import { writeFile } from 'node:fs/promises'
import type { Bidi } from './bidi'

/** How long, in milliseconds, a condition may take to become true. */
const PATIENCE = 20_000
const PAUSE = 50

/** A tab or frame of Firefox, with the part of Playwright's page that the tests need. */
export interface FirefoxPage {
  readonly context: string
  /** Run a function in the page's own world. It must not use anything from outside. */
  // biome-ignore lint/suspicious/noExplicitAny: as in Playwright, the page's side of the call is not typed.
  readonly evaluate: <T>(run: (arg: any) => T | Promise<T>, arg?: unknown) => Promise<T>
  /** Wait until a function answers something true. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly waitForFunction: (run: (arg: any) => unknown, arg?: unknown) => Promise<void>
  /** Click in the middle of an element, as a person does. ` >>> ` in the selector enters a shadow root. */
  readonly click: (selector: string) => Promise<void>
  /** Type into the element that has the focus. */
  readonly type: (text: string) => Promise<void>
  readonly resize: (width: number, height: number) => Promise<void>
  readonly screenshot: (file: string) => Promise<void>
  readonly frames: () => Promise<readonly FirefoxPage[]>
  readonly close: () => Promise<void>
}

/** @param context the id of the browsing context. @param sandbox a world of one's own to run in, where the page has changed nothing. */
export function firefoxPage(bidi: Bidi, context: string, sandbox?: string): FirefoxPage {
  const evaluate: FirefoxPage['evaluate'] = async (run, arg) => {
    const body = `Promise.resolve((${run})(${JSON.stringify(arg)})).then((result) => JSON.stringify(result))`
    const { result, exceptionDetails } = await bidi.send('script.evaluate', {
      expression: body,
      target: sandbox ? { context, sandbox } : { context },
      awaitPromise: true,
      userActivation: false,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value === undefined ? undefined : JSON.parse(result.value)
  }
  const act = (source: object) => bidi.send('input.performActions', { context, actions: [source] })
  return {
    context,
    evaluate,
    async waitForFunction(run, arg) {
      const end = Date.now() + PATIENCE
      // The page may be on its way to another one.
      while (!(await evaluate(run, arg).catch(() => false))) {
        if (Date.now() > end) throw new Error(`still not true: ${run}`)
        await new Promise((done) => setTimeout(done, PAUSE))
      }
    },
    async click(selector) {
      const { x, y } = await evaluate((wanted) => {
        const [outer, ...inner] = wanted.split(' >>> ')
        const enter = (element: Element | null | undefined, part: string) => element?.shadowRoot?.querySelector(part)
        const element = inner.reduce(enter, document.querySelector(outer))
        element.scrollIntoView({ block: 'center' })
        const { left, top, width, height } = element.getBoundingClientRect()
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
      }, selector)
      await act({
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      })
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await act({ type: 'key', id: 'keys', actions })
    },
    resize: (width, height) => bidi.send('browsingContext.setViewport', { context, viewport: { width, height } }),
    async screenshot(file) {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context })
      await writeFile(file, Buffer.from(data, 'base64'))
    },
    async frames() {
      const { contexts } = await bidi.send('browsingContext.getTree', { root: context })
      return contexts[0].children.map((child: { context: string }) => firefoxPage(bidi, child.context))
    },
    close: () => bidi.send('browsingContext.close', { context }),
  }
}
