// Makes the stores' pictures from the real extension: store/screenshot-1…5.png (1280×800) and store/tile.png (440×280).
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from '../build.mjs'
import { ADDRESS, launch } from './launch.mjs'
import { picture } from './picture.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const BAND = 120
/** The form is shown larger than life and stays sharp; the composed pictures are taken in CSS pixels. */
const DENSITY = 2
const IN_CSS_PIXELS = 1 / DENSITY

const image = (bytes) => `data:image/png;base64,${bytes.toString('base64')}`
const icon = `data:image/svg+xml;base64,${(await readFile(join(root, 'src/icons/icon.svg'))).toString('base64')}`

/**
 * The copy of the form as a card, in the middle or on the left, with a list that stands open: a native list that is dropped
 * down is in no picture.
 */
const forPictures = (html) =>
  html.replace('<select id="p-topic"', '<select size="15" id="p-topic"').replace(
    '</head>',
    `<style>html{height:100%;background:#f0eee8}body{box-sizing:border-box;width:max-content;min-width:min(850px,94vw);max-width:none;
    margin:0;padding:30px 40px 58px;position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);border-radius:16px;
    background:#fff;box-shadow:0 4px 24px #0b5cad24}.left body{left:14px;min-width:655px;transform:translate(0,-50%)}
    h1{margin:0 0 18px}select[size]{box-sizing:border-box;padding-block:0}.buttons{gap:230px;padding:0 210px 56px 0}</style></head>`,
  )

await buildAll()
const { context, worker, origin } = await launch(
  {
    headless: true,
    deviceScaleFactor: DENSITY,
    locale: 'es-MX',
  },
  forPictures,
)
const set = (settings) => worker.evaluate((changed) => chrome.storage.sync.set(changed), settings)

/** Wait until the notes stand still, then take the picture, so many times larger than life and so many pixels wide. */
async function still(page, scale, width = 1280) {
  await page.setViewportSize({ width: Math.round(width / scale), height: Math.round((800 - BAND) / scale) })
  await page.bringToFront()
  await page.waitForFunction(() => document.querySelector('guia-capa, option[label]'), null, {
    polling: 100,
  })
  await page.evaluate(() => document.activeElement?.blur())
  await page.waitForTimeout(500)
  return picture(page)
}

/** A picture of the form under a band with a sentence; optionally with the popup where the browser opens it. */
async function compose(name, sentence, shot, popup) {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  const over = popup ? `<img class="popup" src="${image(popup)}">` : ''
  await page.setContent(`<style>
    body { margin: 0; width: 1280px; height: 800px; overflow: hidden; position: relative; background: #f0eee8; font-family: system-ui, sans-serif }
    header { display: flex; gap: 24px; align-items: center; height: ${BAND}px; padding: 0 48px; background: #0b5cad; color: #fff; font-size: 33px; font-weight: 700; line-height: 1.2 }
    header img { width: 60px; padding: 8px; border-radius: 16px; background: #fff }
    .shot { display: block; height: ${800 - BAND}px }
    .popup { position: absolute; top: ${BAND + 8}px; right: 24px; height: ${800 - BAND - 24}px; border-radius: 12px; box-shadow: 0 0 0 1px #0002, 0 12px 40px #0006 }
    </style><header><img src="${icon}">${sentence}</header><img class="shot" src="${image(shot)}">${over}`)
  await page.waitForLoadState('networkidle')
  await picture(page, { path: join(root, `store/${name}.png`), scale: IN_CSS_PIXELS })
  await page.close()
}

/** The popup, with something told to its search box, down to the end of the answer. */
async function popupWith(problem) {
  const popup = await context.newPage()
  await popup.setViewportSize({ width: 370, height: 600 })
  await popup.goto(`${origin}/popup/popup.html`)
  await popup.waitForSelector('#place.found')
  await popup.locator('#finder input').fill(problem)
  await popup.getByRole('button', { name: 'Mostrar en el formulario' }).first().waitFor()
  const box = await popup.locator('#finder').boundingBox()
  await popup.setViewportSize({ width: 370, height: Math.ceil(box.y + box.height + 12) })
  const shot = await picture(popup)
  await popup.close()
  return shot
}

/** Cut the open list to whole rows: from the group of one name to the option of another. Runs in the page. */
function showRows([first, last]) {
  const list = document.querySelector('select[size]')
  const rows = [...list.querySelectorAll('optgroup, option')]
  const group = rows.find((row) => row.label.startsWith(`${first} — `))
  const option = rows.find((row) => row.text === last)
  const top = group.getBoundingClientRect().top
  list.style.height = `${list.offsetHeight - list.clientHeight + option.getBoundingClientRect().bottom - top}px`
  list.scrollTop += top - list.getBoundingClientRect().top - list.clientTop
}

async function tile() {
  const page = await context.newPage()
  await page.setViewportSize({ width: 440, height: 280 })
  await page.setContent(`<style>
    body { margin: 0; width: 440px; height: 280px; display: grid; place-content: center; gap: 14px; background: #0b5cad; color: #fff; text-align: center; font-family: system-ui, sans-serif }
    img { justify-self: center; width: 84px; padding: 12px; border-radius: 24px; background: #fff } b { font-size: 29px; line-height: 1.15 } small { font-size: 17px; opacity: .92 }
    </style><img src="${icon}"><b>El chat de soporte,<br>explicado en español</b><small>Guía no oficial</small>`)
  await picture(page, { path: join(root, 'store/tile.png'), scale: IN_CSS_PIXELS })
  await page.close()
}

await set({ companion: false })
const form = await context.newPage()
await form.goto(ADDRESS)
await compose('screenshot-1', 'Cada botón del chat de soporte, explicado en español', await still(form, 1.5))
await form.getByRole('button', { name: 'Existing Customer' }).click()
await form.getByLabel('Name', { exact: true }).fill('Ana Pérez')
await compose('screenshot-2', 'Sabes qué va en cada campo antes de escribir', await still(form, 1.25))
await form.getByLabel('Billing Username').fill('ana@example.com')
await form.getByLabel('Password').fill('inventada')
await form.getByLabel('Hosting Package').selectOption('Shared')
await compose(
  'screenshot-4',
  'Cuenta tu problema y te dice qué tema elegir',
  await still(form, 1.05, 810),
  await popupWith('mi sitio tiene virus'),
)
await form.getByRole('button', { name: 'Login' }).click()
await form.waitForSelector('optgroup[label*=" — "]')
await form.evaluate(showRows, ['Sales', 'Windows'])
await compose('screenshot-3', 'Cada tema dice para qué sirve, o que no se usa', await still(form, 1.2))
await set({ companion: true })
await form.goto(ADDRESS)
await form.getByRole('button', { name: 'Existing Customer' }).click()
await form.waitForSelector('guia-pasos')
await form.locator('guia-pasos button').first().click()
await form.mouse.move(0, 0)
await form.evaluate(() => document.documentElement.classList.add('left'))
await compose('screenshot-5', 'Los pasos te acompañan mientras llenas el formulario', await still(form, 1.25))
await tile()
await context.close()
