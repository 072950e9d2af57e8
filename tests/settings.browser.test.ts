import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { readNotes, whenAnnotated } from './support/notes'

let chromium: Chromium
let settings: Page
let form: Page

beforeAll(async () => {
  chromium = await startChromium('dist/chrome')
  form = await chromium.open(pageWith(MARKUPS[0]?.body('details') ?? ''))
  settings = await chromium.context.newPage()
  await settings.goto(`${chromium.origin}/settings/settings.html`)
  await settings.getByText('Ajustes de la guía').waitFor()
})
afterAll(() => chromium.close())

/** The extension's API, on its own pages. */
declare const chrome: Browser

const stored = () => settings.evaluate(() => chrome.storage.sync.get(null))
const spanish = async () => (await readNotes(form)).map((note) => note.spanish)

it('is the page that the browser opens as the options of the extension', async () => {
  const page = await settings.evaluate(() => chrome.runtime.getManifest().options_ui?.page)
  expect(page).toBe('settings/settings.html')
})

it('changes the language of the notes, and its own, at once', async () => {
  await whenAnnotated(form)
  await expect.poll(spanish).toContain('Tu nombre')
  await settings.getByLabel('English').check()
  await settings.getByText('Settings of the guide').waitFor()
  await expect.poll(spanish).toContain('Your name')
  expect(await stored()).toMatchObject({ language: 'en' })
  await settings.getByLabel('Español').check()
  await expect.poll(spanish).toContain('Tu nombre')
})

it('shows and hides the notes and the steps in the form’s page', async () => {
  await form.waitForSelector('guia-pasos', { state: 'attached' })
  await settings.getByLabel('Mostrar los pasos también').uncheck()
  await form.waitForSelector('guia-pasos', { state: 'detached' })
  await settings.getByLabel('Mostrar las notas').uncheck()
  await expect.poll(spanish).toEqual([])
})

it('makes everything what it was at installation', async () => {
  await settings.evaluate(() => chrome.storage.local.set({ ticks: { customer: true }, placement: { open: true } }))
  await settings.getByRole('button', { name: 'Restablecer' }).click()
  await settings.getByText('Listo: todo está como al principio.').waitFor()
  await expect.poll(spanish).toContain('Tu nombre')
  expect(await settings.getByLabel('Mostrar los pasos también').isChecked()).toBe(true)
  expect(await settings.evaluate(() => chrome.storage.local.get(['ticks', 'placement']))).toEqual({})
})

it('says that no keys switch the notes, where the browser has given none', async () => {
  const given = await settings.evaluate(async () =>
    (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
  )
  // A headless Chromium gives none; what a page says that has some is tested in Firefox.
  expect(given).toContainEqual(['toggle', ''])
  expect(await settings.locator('#shortcut').textContent()).toMatch(/^Todavía no hay un atajo/)
  expect(await settings.locator('#change-keys').textContent()).toBe('Elegir un atajo')
})

it('says so when the browser cannot store a setting, and shows what holds', async () => {
  await settings.evaluate(() => {
    chrome.storage.sync.set = () => Promise.reject(new Error('full'))
  })
  const box = settings.getByLabel('Mostrar las notas')
  await box.click()
  await settings.getByRole('alert').waitFor()
  await expect.poll(() => box.isChecked()).toBe(true)
  await settings.reload()
})
