// Builds the extension and shows it at work: on the practice form, and on a copy of the form served at the production
// address. With a display the window stays open to try; without one, pictures are saved and what was annotated is printed.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAll } from '../build.mjs'
import { ADDRESS, headless, launch } from './launch.mjs'
import { picture } from './picture.mjs'

const root = new URL('..', import.meta.url).pathname
const pictures = join(root, 'pictures')

/** Every note that can be seen on the page, as rows of English, Spanish and whether it is used. */
function readTable(page) {
  return page.evaluate(() => {
    const isSeen = (element) => element.getClientRects().length > 0
    const row = (English, Spanish, used = '') => ({
      English: English.replace(/\s+/g, ' ').trim(),
      Spanish,
      'Used?': used,
    })
    const controls = [...document.querySelectorAll('[aria-description]')].filter(isSeen).map((control) => {
      const [spanish, badge] = control.getAttribute('aria-description').split('. ')
      return row(
        control.labels?.[0]?.textContent ?? control.textContent,
        spanish,
        /^(No se usa|Elige este)/.exec(badge)?.[0],
      )
    })
    const options = [...document.querySelectorAll('option[label], optgroup[label]')]
      .filter((element) => isSeen(element.closest('select')))
      .map((element) => {
        const [english, spanish = ''] = element.label.split(' — ')
        return row(english, ...spanish.split(' · '))
      })
    return [...controls, ...options]
  })
}

/** Walk through the three stages, with a picture and a table of each. */
async function walk(page, name) {
  const stage = async (number) => {
    await page.waitForFunction(() => document.querySelector('guia-capa'), null, {
      timeout: 10_000,
      polling: 100,
    })
    await page.waitForTimeout(300)
    await picture(page, { path: join(pictures, `${name}-${number}.png`) })
    console.log(`\n${name}, stage ${number}`)
    console.table(await readTable(page))
  }
  await stage(1)
  await page.getByRole('button', { name: 'Existing Customer' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Ana Pérez')
  await page.getByLabel('Billing Username').fill('ana@example.com')
  await page.getByLabel('Password').fill('inventada')
  await stage(2)
  await page.getByLabel('Hosting Package').selectOption('Domain')
  await page.getByRole('button', { name: 'Login' }).click()
  await stage(3)
}

async function start() {
  await buildAll()
  await mkdir(pictures, { recursive: true })
  const { context, origin } = await launch({ headless, viewport: headless ? { width: 1000, height: 760 } : null })

  const practice = await context.newPage()
  await practice.goto(`${origin}/practice/practice.html`)
  await walk(practice, 'practice')
  const form = await context.newPage()
  await form.goto(ADDRESS)
  await walk(form, 'form')
  for (const colorScheme of ['light', 'dark']) {
    const popup = await context.newPage()
    await popup.setViewportSize({ width: 370, height: 700 })
    await popup.emulateMedia({ colorScheme })
    await popup.goto(`${origin}/popup/popup.html`)
    await popup.waitForSelector('#place.found')
    await picture(popup, { path: join(pictures, `popup-${colorScheme}.png`), whole: true })
    await popup.close()
  }
  console.log(`\nPictures: ${pictures}`)
  if (headless) await context.close()
  else {
    console.log('The window is yours to try. Close it to end.')
    await new Promise((done) => context.on('close', done))
  }
}

await start()
