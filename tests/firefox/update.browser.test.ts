import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Firefox, startFirefox } from '../support/firefox'
import { switchNotes } from '../support/firefox-popup'
import { MARKUPS, pageWith } from '../support/forms'
import { readNotes, whenAnnotated } from '../support/notes'
import { copyOf, raiseVersion } from '../support/update'

const html = pageWith(MARKUPS[0]?.body('details') ?? '')
let firefox: Firefox
let bare: Firefox
let copy: string

beforeAll(async () => {
  copy = await copyOf('dist/firefox')
  firefox = await startFirefox(copy)
  bare = await startFirefox(null)
})
afterAll(async () => {
  await Promise.all([firefox.close(), bare.close()])
  await rm(copy, { recursive: true })
})

it('goes from the old copy to the new one when Firefox updates it, and what was typed stays', async () => {
  const untouched = await bare.open(html)
  const original = await untouched.evaluate(() => document.documentElement.outerHTML)
  const page = await firefox.open(html)
  await whenAnnotated(page)
  await page.evaluate(() => {
    const [name] = document.querySelectorAll('input')
    if (name) name.value = 'Ana Ñandú'
    Object.assign(document.querySelector('guia-capa') as Element, { old: true })
  })
  const notes = await readNotes(page)
  const described = await page.evaluate(() => document.querySelector('input')?.getAttribute('aria-description'))

  await raiseVersion(copy)
  await firefox.bidi.send('webExtension.install', { extensionData: { type: 'path', path: copy } })
  await page.waitForFunction(() => {
    const layer = document.querySelector('guia-capa')
    return layer && !('old' in layer)
  })
  await whenAnnotated(page)
  expect(await readNotes(page)).toEqual(notes)
  expect(await page.evaluate(() => document.querySelectorAll('guia-capa, guia-pasos').length)).toBe(2)
  expect(await page.evaluate(() => document.querySelector('input')?.getAttribute('aria-description'))).toBe(described)
  expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('Ana Ñandú')

  await switchNotes(firefox, false)
  await page.waitForFunction((wanted) => document.documentElement.outerHTML === wanted, original)
})

it('leaves nothing of the old copy in a form that is all in a shadow root', async () => {
  const inside = `<x-chat></x-chat><script>
    customElements.define('x-chat', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(MARKUPS[0]?.body('topic') ?? '')} }
    })
  </script>`
  await switchNotes(firefox, true)
  const page = await firefox.open(pageWith(inside))
  const read = () =>
    page.evaluate(() => {
      const options = document.querySelector('x-chat')?.shadowRoot?.querySelectorAll('option, optgroup') ?? []
      return [...options].map((option) => option.getAttribute('label') ?? '')
    })
  const isLabelled = () =>
    [...(document.querySelector('x-chat')?.shadowRoot?.querySelectorAll('option') ?? [])].filter((option) =>
      option.getAttribute('label')?.includes(' — '),
    ).length > 20
  await page.waitForFunction(isLabelled)
  const labels = await read()
  await page.evaluate(() => {
    Object.assign(document.querySelector('guia-capa') as Element, { old: true })
  })

  await raiseVersion(copy)
  await firefox.bidi.send('webExtension.install', { extensionData: { type: 'path', path: copy } })
  await page.waitForFunction(() => {
    const layer = document.querySelector('guia-capa')
    return layer && !('old' in layer)
  })
  await page.waitForFunction(isLabelled)
  expect(await read()).toEqual(labels)

  await switchNotes(firefox, false)
  await page.waitForFunction(() => !document.querySelector('guia-capa'))
  expect((await read()).filter((label) => label.includes(' — '))).toEqual([])
})
