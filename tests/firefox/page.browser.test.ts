import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firefox, startFirefox } from '../support/firefox'
import { MARKUPS, pageWith } from '../support/forms'
import { readNotes, whenAnnotated } from '../support/notes'

const [natives, , radios] = MARKUPS
const details = natives?.body('details') ?? ''
const choices = radios?.body('details') ?? ''

describe("what is Firefox's own", () => {
  let firefox: Firefox
  let extension: string

  beforeAll(async () => {
    extension = await withProbe()
    firefox = await startFirefox(extension)
  })
  afterAll(async () => {
    await firefox.close()
    await rm(extension, { recursive: true })
  })

  it('cannot read what the customer types: every door is closed in the content script, and open for the page', async () => {
    const page = await firefox.open(pageWith(details))
    await page.waitForFunction(() => document.documentElement.dataset.probe)
    const read = await page.evaluate(() => JSON.parse(document.documentElement.dataset.probe ?? ''))
    const doors = ['value', 'defaultValue', 'valueAsNumber', 'valueAsDate', 'files', 'selectionStart', 'selectionEnd']
    expect(read).toEqual(Object.fromEntries(doors.map((door) => [door, `the guide does not read ${door}`])))
    const typed = await page.evaluate(() => {
      const field = document.querySelector('input') as HTMLInputElement
      field.value = 'secreto'
      return [field.value, field.selectionStart]
    })
    expect(typed).toEqual(['secreto', 7])
    await page.close()
  })

  it('gives its notes their colours, with a sheet or a style of their own', async () => {
    const page = await firefox.open(pageWith(choices))
    await whenAnnotated(page)
    const seen = await page.evaluate(() => {
      const row = document.querySelector('fieldset label') as HTMLElement
      const pill = document.querySelector('guia-capa')?.shadowRoot?.querySelector('.pill') as HTMLElement
      const { display, borderTopWidth, backgroundColor } = getComputedStyle(row, '::after')
      return {
        display,
        borderTopWidth,
        painted: backgroundColor !== 'rgba(0, 0, 0, 0)',
        pill: getComputedStyle(pill).position,
      }
    })
    expect(seen).toEqual({ display: 'inline-block', borderTopWidth: '1px', painted: true, pill: 'absolute' })
    await page.close()
  })

  it('sees the form inside an open shadow root, and follows it there', async () => {
    const declared = `<div id="host"><template shadowrootmode="open">${details}</template></div>`
    const page = await firefox.open(pageWith(declared))
    await page.waitForFunction(() =>
      document.querySelector('#host')?.shadowRoot?.querySelector('option[label*="Dominio"]'),
    )
    const label = await page.evaluate(() => {
      const list = document.querySelector('#host')?.shadowRoot?.querySelector('select') as HTMLSelectElement
      const added = new Option('Shared')
      list.add(added)
      return new Promise<string>((done) => queueMicrotask(() => done(added.label)))
    })
    expect(label).toBe('Shared — Hosting compartido')
    await page.close()
  })

  it.each([
    [
      'of the same address',
      (body: string) => ['/frame', `<iframe src="/frame" width="800" height="700"></iframe>`, body],
    ],
    [
      'written into the page',
      (body: string) => ['/none', `<iframe srcdoc="${escaped(body)}" width="800" height="700"></iframe>`, ''],
    ],
    [
      'in a sandbox',
      (body: string) => [
        '/frame',
        `<iframe sandbox="allow-scripts" src="/frame" width="800" height="700"></iframe>`,
        body,
      ],
    ],
  ])('works in a frame %s', async (_, make) => {
    const [path = '', outer = '', inner = ''] = make(pageWith(details))
    await (await firefox.open(inner, path)).close()
    const page = await firefox.open(`<!doctype html><html lang="en"><body>${outer}</body></html>`)
    const [frame] = await page.frames()
    if (!frame) throw new Error('no frame')
    await whenAnnotated(frame)
    const notes = await readNotes(frame)
    expect(notes).toContainEqual({ kind: 'option', english: 'Domain', spanish: 'Dominio' })
    expect(notes).toContainEqual({ kind: 'pill', english: 'Name', spanish: 'Tu nombre' })
    await page.close()
  })

  it('is not confused by controls that are named like what the guide reads', async () => {
    const names = [
      'parentNode',
      'firstChild',
      'nextSibling',
      'getAttribute',
      'localName',
      'shadowRoot',
      'querySelectorAll',
      'id',
    ]
    const hidden = names.map((name) => `<input type="hidden" name="${name}">`).join('')
    const page = await firefox.open(pageWith(details.replace('</form>', `${hidden}</form>`)))
    await whenAnnotated(page)
    const spanish = (await readNotes(page)).map((note) => note.spanish)
    expect(spanish).toEqual(
      expect.arrayContaining(['Tu nombre', 'Correo para entrar', 'Contraseña del portal', 'Entrar']),
    )
    await page.close()
  })

  it('says nothing in the console, and nothing goes wrong', async () => {
    expect(await firefox.complaints()).toEqual([])
  })
})

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The extension with one script more, which shares the content script's world and tells what it can read there. */
async function withProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guia-probe-'))
  await cp('dist/firefox', folder, { recursive: true })
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  manifest.content_scripts[0].js.push('probe.js')
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'probe.js'), `(${probe})()`)
  return folder
}

function probe(): void {
  const field = document.querySelector('input')
  if (!field) return
  const read = (name: string) => {
    try {
      return `read ${field[name as 'value']}`
    } catch (error) {
      return (error as Error).message
    }
  }
  const doors = ['value', 'defaultValue', 'valueAsNumber', 'valueAsDate', 'files', 'selectionStart', 'selectionEnd']
  document.documentElement.dataset.probe = JSON.stringify(Object.fromEntries(doors.map((door) => [door, read(door)])))
}
