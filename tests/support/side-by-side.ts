import { afterAll, beforeAll } from 'vitest'
import { type Chromium, startChromium } from './extension'

/** A browser with the guide, its welcome page closed, and one without it. */
export interface SideBySide {
  readonly chromium: Chromium
  readonly without: Chromium
}

/**
 * Start both before the tests of a file and close them afterwards. The fields may be read as soon as the tests run.
 * @param flags more switches for the one with the guide. @param left those of Playwright's own that it is started without.
 */
export function sideBySide(flags: readonly string[] = [], left: readonly string[] = []): SideBySide {
  let both: SideBySide | undefined
  const started = () => {
    if (!both) throw new Error('no test is running yet')
    return both
  }
  beforeAll(async () => {
    both = { chromium: await startChromium('dist/chrome', flags, left), without: await startChromium(null) }
    await both.chromium.welcome?.close()
  })
  afterAll(async () => {
    await both?.chromium.close()
    await both?.without.close()
  })
  return {
    get chromium() {
      return started().chromium
    },
    get without() {
      return started().without
    },
  }
}
