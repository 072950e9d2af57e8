import type { Page } from 'playwright-core'
import type { Chromium } from '../../support/extension'
import { readNotes, whenAnnotated } from '../../support/notes'

/** What the notes say, in an order that does not depend on the page's. */
export async function said(page: Page): Promise<readonly string[]> {
  return (await readNotes(page)).map(({ spanish }) => spanish).sort()
}

/** What the notes of a page say that is opened for this alone. @param path where, if it must not be where others are. */
export async function saidOf(chromium: Chromium, html: string, path?: string): Promise<readonly string[]> {
  const page = await chromium.open(html, path)
  await whenAnnotated(page)
  const notes = await said(page)
  await page.close()
  return notes
}
