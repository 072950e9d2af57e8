import { browser } from '../shared/browser'

/** Steps that the customer ticked or unticked by hand, by id. */
export type Ticks = Readonly<Record<string, boolean>>

const KEY = 'ticks'

/** The ticks made by hand since the browser was started; none if they cannot be read. */
export async function loadTicks(): Promise<Ticks> {
  const stored = await browser.storage.session.get(KEY).catch(() => ({}) as Record<string, unknown>)
  const ticks = stored[KEY]
  if (typeof ticks !== 'object' || ticks === null) return {}
  return Object.fromEntries(Object.entries(ticks).filter(([, value]) => typeof value === 'boolean'))
}

/** Keep the ticks until the browser is closed. */
export function saveTicks(ticks: Ticks): Promise<void> {
  return browser.storage.session.set({ [KEY]: ticks })
}
