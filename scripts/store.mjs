// Makes the stores' pictures from the real extension: store/screenshot-1…5.png (1280×800) and store/tile.png (440×280).
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from '../build.mjs'
import { ADDRESS, launch } from './launch.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const BAND = 120

const image = (bytes) => `data:image/png;base64,${bytes.toString('base64')}`
const icon = `data:image/svg+xml;base64,${(await readFile(join(root, 'src/icons/icon.svg'))).toString('base64')}`

/** A list that stands open, since a native list that is dropped down is in no picture. */
const withOpenList = (html) => html.replace('<select id="p-topic"', '<select size="15" id="p-topic"')

await buildAll()
const { context, worker, origin } = await launch(
  {
    headless: true,
    // The form is shown larger than life and stays sharp; the composed pictures are taken in CSS pixels.
    deviceScaleFactor: 2,
    locale: 'es-MX',
  },
  withOpenList,
)
const set = (settings) => worker.evaluate((changed) => chrome.storage.sync.set(changed), settings)

/** Wait until the notes stand still, then take the picture, so many times larger than life. */
async function picture(page, scale) {
  await page.setViewportSize({ width: Math.round(1280 / scale), height: Math.round((800 - BAND) / scale) })
  await page.bringToFront()
  await page.waitForFunction(() => document.querySelector('guia-capa, guia-nota, option[label]'), null, {
    polling: 100,
  })
  await page.evaluate(() => document.activeElement?.blur())
  await page.waitForTimeout(500)
  return page.screenshot()
}

/** A picture of the form under a band with a sentence; optionally with the popup where the browser opens it. */
async function compose(name, sentence, shot, popup) {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  const over = popup ? `<img class="popup" src="${image(popup)}">` : ''
  await page.setContent(`<style>
    body { margin: 0; width: 1280px; height: 800px; overflow: hidden; position: relative; background: #0b5cad; font-family: system-ui, sans-serif }
    header { display: flex; gap: 24px; align-items: center; height: ${BAND}px; padding: 0 48px; color: #fff; font-size: 33px; font-weight: 700; line-height: 1.2 }
    header img { width: 60px; padding: 8px; border-radius: 16px; background: #fff }
    .shot { display: block; width: 1280px; height: ${800 - BAND}px }
    .popup { position: absolute; top: ${BAND + 8}px; right: 24px; width: 370px; border-radius: 12px; box-shadow: 0 0 0 1px #0002, 0 12px 40px #0006 }
    </style><header><img src="${icon}">${sentence}</header><img class="shot" src="${image(shot)}">${over}`)
  await page.waitForLoadState('networkidle')
  await writeFile(join(root, `store/${name}.png`), await page.screenshot({ scale: 'css' }))
  await page.close()
}

async function tile() {
  const page = await context.newPage()
  await page.setViewportSize({ width: 440, height: 280 })
  await page.setContent(`<style>
    body { margin: 0; width: 440px; height: 280px; display: grid; place-content: center; gap: 14px; background: #0b5cad; color: #fff; text-align: center; font-family: system-ui, sans-serif }
    img { justify-self: center; width: 84px; padding: 12px; border-radius: 24px; background: #fff } b { font-size: 29px; line-height: 1.15 } small { font-size: 17px; opacity: .92 }
    </style><img src="${icon}"><b>El chat de soporte,<br>explicado en español</b><small>Guía no oficial</small>`)
  await writeFile(join(root, 'store/tile.png'), await page.screenshot({ scale: 'css' }))
  await page.close()
}

await set({ companion: false })
const form = await context.newPage()
await form.goto(ADDRESS)
await compose('screenshot-1', 'Cada botón del chat de soporte, explicado en español', await picture(form, 1.5))
await form.getByRole('button', { name: 'Existing Customer' }).click()
await form.getByLabel('Name', { exact: true }).fill('Ana Pérez')
await compose('screenshot-2', 'Sabes qué va en cada campo antes de escribir', await picture(form, 1.25))
await form.getByLabel('Billing Username').fill('ana@example.com')
await form.getByLabel('Password').fill('inventada')
await form.getByLabel('Hosting Package').selectOption('Shared')
const popup = await context.newPage()
await popup.setViewportSize({ width: 370, height: 656 })
await popup.goto(`${origin}/popup/popup.html`)
await popup.waitForSelector('#place.found')
const popupShot = await popup.screenshot()
await popup.close()
await compose('screenshot-4', 'Ves por qué paso vas, y se marca solo', await picture(form, 1.1), popupShot)
await form.getByRole('button', { name: 'Login' }).click()
await compose('screenshot-3', 'Cada tema dice para qué sirve, o que no se usa', await picture(form, 1.2))
await set({ companion: true })
await form.goto(ADDRESS)
await form.getByRole('button', { name: 'Existing Customer' }).click()
await form.waitForSelector('guia-pasos')
await form.locator('guia-pasos button').first().click()
await compose('screenshot-5', 'Los pasos te acompañan mientras llenas el formulario', await picture(form, 1.25))
await tile()
await context.close()
