import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from '../support/extension'
import { pageWith } from '../support/forms'
import { readNotes, type SeenNote, whenAnnotated } from '../support/notes'
import { sideBySide } from '../support/side-by-side'
import { faulty } from './support/faulty'
import { DETAILS, MEMBERS, RADIOS, TOPICS } from './support/hostile-pages'
import { type Variant, variantWith } from './support/variant'
import { htmlWhenOff, openWatched, whenLooked, writeAnew } from './support/watched'

const browsers = sideBySide()

/** Notes in an order that does not depend on the order of the page. */
const sorted = (notes: readonly SeenNote[]) => notes.map((note) => Object.values(note).join(' | ')).sort()

async function notesOf(html: string): Promise<readonly string[]> {
  const page = await browsers.chromium.open(html)
  await whenAnnotated(page)
  const notes = sorted(await readNotes(page))
  await page.close()
  return notes
}

/** Let two frames be painted. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** A change of the page that must leave its notes as they were, and its HTML as it is without the guide. */
const SAME: ReadonlyArray<readonly [string, string, string]> = [
  [
    'the form is taken out and put back',
    TOPICS,
    `const form = document.forms[0]; const next = form.nextSibling; form.remove(); next.before(form)`,
  ],
  [
    'a list is re-ordered',
    RADIOS,
    `for (const set of document.querySelectorAll('fieldset')) for (const row of [...set.querySelectorAll('label, br')].reverse()) set.append(row)`,
  ],
  [
    'text nodes are split',
    RADIOS,
    `for (const label of document.querySelectorAll('label')) for (const text of [...label.childNodes]) if (text.nodeType === 3 && text.data.trim().length > 3) text.splitText(3)`,
  ],
  [
    'text nodes are split and joined',
    RADIOS,
    `for (const label of document.querySelectorAll('label')) for (const text of [...label.childNodes]) if (text.nodeType === 3 && text.data.trim().length > 3) text.splitText(3); document.body.normalize()`,
  ],
  [
    'comments come into the texts',
    RADIOS,
    `for (const label of document.querySelectorAll('label')) label.append(document.createComment('v-if'))`,
  ],
  [
    'options are replaced by clones of themselves',
    TOPICS,
    `for (const option of document.querySelectorAll('option, optgroup')) if (option.parentNode) option.replaceWith(option.cloneNode(true))`,
  ],
  [
    'the form is replaced by a clone of itself',
    TOPICS,
    `const form = document.forms[0]; form.replaceWith(form.cloneNode(true))`,
  ],
  [
    'the rows are replaced by clones of themselves, notes and all',
    RADIOS,
    `for (const set of document.querySelectorAll('fieldset')) set.replaceWith(set.cloneNode(true))`,
  ],
  [
    'foreign elements are stripped',
    RADIOS,
    `for (const one of document.querySelectorAll('form *')) if (one.localName.includes('-')) one.remove()`,
  ],
  ['an address is pushed', TOPICS, `history.pushState({}, '', '/chat/next')`],
  [
    'the body is replaced',
    TOPICS,
    `const body = document.createElement('body'); body.append(...document.body.childNodes); document.body.replaceWith(body)`,
  ],
  [
    'an overlay of a password manager comes',
    DETAILS,
    `const icon = document.createElement('div'); icon.style.cssText = 'position:absolute;width:1px;height:1px'; icon.attachShadow({ mode: 'closed' }); document.body.append(icon)`,
  ],
  [
    'a password manager draws on the fields, opens its menu above the page and fills them in',
    DETAILS,
    `for (const field of document.querySelectorAll('#u, #p')) {
       const button = document.createElement('com-manager-button'), { top, right } = field.getBoundingClientRect()
       button.style.cssText = 'position:absolute;width:16px;height:16px;z-index:2147483647;top:' + top + 'px;left:' + (right - 20) + 'px'
       button.attachShadow({ mode: 'closed' }).append('Password')
       field.after(button); field.dataset.managerId = 'x'; field.style.setProperty('background-color', 'rgb(250, 255, 189)', 'important')
     }
     const menu = document.createElement('com-manager-menu'); menu.popover = 'manual'; menu.style.cssText = 'inset:auto 0 0 auto;width:40px;height:20px'
     menu.attachShadow({ mode: 'closed' }).append('Login'); document.documentElement.append(menu); menu.showPopover()
     for (const field of document.querySelectorAll('#u, #p')) { field.value = 'filled'; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })) }`,
  ],
  ['a field is moved', DETAILS, `document.forms[0].prepend(document.querySelector('#u').parentNode)`],
  [
    'fields are disabled and enabled, hidden and shown',
    DETAILS,
    `for (const field of document.querySelectorAll('input, select')) { field.disabled = true; field.hidden = true; field.disabled = false; field.hidden = false }`,
  ],
  ['the whole page can be edited for a while', DETAILS, `document.designMode = 'on'; document.designMode = 'off'`],
  [
    'a password is shown and hidden',
    DETAILS,
    `document.querySelector('#p').type = 'text'; document.querySelector('#p').type = 'password'`,
  ],
  ['the form is reset', DETAILS, `document.forms[0].reset()`],
  ['everything is inert for a while', DETAILS, `document.body.inert = true; document.body.inert = false`],
]

describe('the notes are right, and off leaves nothing behind, after', () => {
  it.each(SAME)('%s', async (_name, body, change) => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(body))
    await whenAnnotated(page)
    const before = sorted(await readNotes(page))
    await page.evaluate(change)
    await painted(page)
    expect(
      sorted(await readNotes(page))
        .map((note) => note.split(' | ').at(-1))
        .sort(),
    ).toEqual(before.map((note) => note.split(' | ').at(-1)).sort())
    const bare = await browsers.without.open(pageWith(body))
    await bare.evaluate(change)
    expect(await htmlWhenOff(browsers.chromium, page)).toBe(await bare.content())
    expect(complaints).toEqual([])
    await bare.close()
    await page.close()
  })
})

/** Forms that lack something. The guide says nothing wrong of them, complains of nothing and cleans up. */
const BAD: ReadonlyArray<readonly [string, string]> = [
  ['no label', DETAILS.replace(/<label[^>]*>[^<]*<\/label>/g, '')],
  ['empty labels', DETAILS.replace(/(<label[^>]*>)[^<]*/g, '$1')],
  ['one label for all', DETAILS.replace(/for="[upk]"/g, 'for="n"')],
  ['the same id everywhere', DETAILS.replace(/(id|for)="[nupk]"/g, '$1="x"')],
  ['odd ids', DETAILS.replace(/(id|for)="([nupk])"/g, '$1="a b:$2[0].#&amp;\u202E"')],
  [
    'labels that refer to each other in a circle',
    DETAILS.replace(/<input id="n"/, '<input aria-labelledby="a" id="n"') +
      '<p id="a" aria-labelledby="b">Name</p><p id="b" aria-labelledby="a">x</p>',
  ],
  ['Spanish labels', DETAILS.replace('>Name<', '>Nombre<').replace('>Password<', '>Contraseña<')],
  ['a body that is typed in', DETAILS.replace('<form', '<script>document.designMode = "on"</script><form')],
  ['a frameset', '<script>document.body.replaceWith(document.createElement("frameset"))</script>'],
  ['no body', '<script>document.body.remove()</script>'],
  ['no document element', '<script>document.documentElement.remove()</script>'],
  ['quirks, right to left and zoom', `<style>html{direction:rtl;zoom:3}</style>${DETAILS}`],
  ['everything hidden', `<div hidden>${DETAILS}</div>`],
]

describe('the guide keeps calm on a form with', () => {
  it.each(BAD)('%s', async (_name, body) => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(body))
    await whenLooked(browsers.chromium, page)
    const spoken = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-description]')].map((one) => one.getAttribute('aria-description')),
    )
    expect(
      new Set(spoken).size === spoken.length ||
        spoken.every((text) => text?.startsWith('Sin revisar') || text !== null),
    ).toBe(true)
    await browsers.chromium.set({ enabled: false })
    await expect.poll(async () => /guia-|aria-description/.test(await page.content())).toBe(false)
    expect(await page.content()).toBe(await (await browsers.without.open(pageWith(body))).content())
    await browsers.chromium.set({ enabled: true })
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the life of a page', () => {
  it('goes on when the guide is toggled in a storm', async () => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(RADIOS))
    await whenAnnotated(page)
    const notes = await readNotes(page)
    // The browser takes 120 writes a minute; the other tests here need theirs.
    for (let time = 0; time < 40; time++) await browsers.chromium.set({ enabled: time % 2 === 1 })
    await whenAnnotated(page)
    await expect.poll(() => readNotes(page)).toEqual(notes)
    expect(complaints).toEqual([])
    expect(await htmlWhenOff(browsers.chromium, page)).toBe(
      await (await browsers.without.open(pageWith(RADIOS))).content(),
    )
    await page.close()
  })

  it('survives document.write over an annotated page', async () => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(TOPICS))
    await whenAnnotated(page)
    await writeAnew(page, pageWith(DETAILS))
    await expect.poll(async () => (await readNotes(page)).length).toBeGreaterThan(4)
    expect(sorted(await readNotes(page))).toEqual(await notesOf(pageWith(DETAILS)))
    expect(complaints).toEqual([])
    await page.close()
  })

  it('follows the page and ticks its steps after document.write as before', async () => {
    const tall = `${DETAILS}<div style="height:3000px"></div>`
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(DETAILS))
    await whenAnnotated(page)
    await writeAnew(page, pageWith(tall))
    await expect.poll(async () => (await readNotes(page)).length).toBeGreaterThan(4)
    const distance = () =>
      page.evaluate(() => {
        const views = document
          .querySelector('guia-capa')
          ?.shadowRoot?.querySelectorAll<HTMLElement>('[data-entry=name]')
        const pill = [...(views ?? [])].find(({ style }) => style.visibility === 'visible')
        const field = document.querySelector('input')
        return Math.round((pill?.getBoundingClientRect().top ?? 0) - (field?.getBoundingClientRect().top ?? 0))
      })
    const before = await distance()
    await page.evaluate(() => scrollTo(0, 40))
    await painted(page)
    expect(await distance()).toBe(before)
    await page.locator('input[type=password]').first().focus()
    await expect
      .poll(async () => {
        await page.bringToFront()
        const status = await browsers.chromium.statusInFront()
        return status?.steps.find(({ parts }) => 'password' in parts)?.parts.password
      })
      .toBe(true)
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([
    [
      'an observer of the page’s own changes how the form looks',
      '<div id="panel"><div></div></div>',
      `new ResizeObserver(() => { document.forms[0].style.outlineWidth = Math.random() + 'px' })
         .observe(document.querySelector('#panel > div'))
       for (let frame = 0; frame < 5; frame++) {
         await new Promise(requestAnimationFrame)
         document.querySelector('#panel > div').style.height = frame * 7 + 'px'
       }`,
    ],
    [
      'rows that come into sight make the page taller with their notes',
      '<style>fieldset { width: 120px } .off label { display: none }</style>',
      `document.forms[0].className = 'off'
       await new Promise((done) => setTimeout(done, 100))
       document.forms[0].className = ''`,
    ],
  ])('tells the window of no error when %s', async (_name, extra, change) => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(extra + RADIOS))
    await whenAnnotated(page)
    await page.evaluate(`(async () => { ${change} })()`)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)))
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is annotated again after the way back, from the cache or not', async () => {
    const page = await browsers.chromium.open(pageWith(TOPICS))
    await whenAnnotated(page)
    await page.goto('https://helpchat.hostgator.com/elsewhere')
    await page.goBack()
    await whenAnnotated(page)
    expect(sorted(await readNotes(page))).toEqual(await notesOf(pageWith(TOPICS)))
    await page.close()
  })

  it.each([
    [
      'srcdoc',
      (html: string) =>
        `<iframe style="width:900px;height:600px" srcdoc="${html.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></iframe>`,
    ],
    [
      'srcdoc in a sandbox',
      (html: string) =>
        `<iframe sandbox="allow-scripts" style="width:900px;height:600px" srcdoc="${html.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></iframe>`,
    ],
    [
      'about:blank',
      (html: string) =>
        `<iframe style="width:900px;height:600px" id="f"></iframe><script>f.contentDocument.write(${JSON.stringify(html).replace(/<\//g, '<\\/')}); f.contentDocument.close()</script>`,
    ],
  ])('in a frame of %s is annotated, and the page around it is not', async (_name, frame) => {
    const { page, complaints } = await openWatched(browsers.chromium, pageWith(frame(pageWith(TOPICS))))
    const inner = page.frameLocator('iframe')
    await inner.locator('option[label*=" — "]').first().waitFor({ state: 'attached' })
    expect(await page.locator('guia-capa').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('goes on as without the guide when the extension is removed under it', async () => {
    const other = await startChromium('dist/chrome')
    const { page, complaints } = await openWatched(other, pageWith(TOPICS))
    await whenAnnotated(page)
    await other.context
      .serviceWorkers()[0]
      ?.evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => {})
    await page.locator('#t').focus()
    await expect
      .poll(async () => {
        await page.locator('#t').blur()
        await page.locator('#t').focus()
        return page.content()
      })
      .toBe(await (await browsers.without.open(pageWith(TOPICS))).content())
    expect(complaints).toEqual([])
    await other.close()
  })
})

/** All calls of the DOM that the guide makes, in so many groups: after twenty failures without a second of peace it gives in. */
const GROUPS = 20

describe('when a call of the browser fails', () => {
  const hits = new Set<string>()
  let other: Chromium
  let variant: Variant

  beforeAll(async () => {
    variant = await variantWith(faulty([...MEMBERS], GROUPS), '')
    other = await startChromium(variant.folder)
    await other.welcome?.close()
  })
  afterAll(async () => {
    await other.close()
    await variant.remove()
  })

  it.each(Array.from({ length: GROUPS }, (_, group) => [group]))(
    'once (group %i), the next pass heals, and off cleans up',
    async (group) => {
      const clean = await notesOf(pageWith(DETAILS))
      const { page, complaints } = await openWatched(other, pageWith(DETAILS), `/${group}`)
      const stir = () => page.evaluate(() => document.body.setAttribute('lang', String(Math.random())))
      const healed = async () => {
        await stir()
        return sorted(await readNotes(page))
      }
      await expect.poll(healed, { timeout: 8000 }).toEqual(clean)
      await other.set({ enabled: false })
      await expect
        .poll(() =>
          page.evaluate(
            () => document.querySelectorAll('guia-capa, guia-pasos, [aria-description], option[label]').length,
          ),
        )
        .toBe(0)
      await other.set({ enabled: true })
      for (const call of ((await page.locator('html').getAttribute('title')) ?? '').split(' ')) hits.add(call)
      expect(Number(await page.locator('html').getAttribute('data-calls'))).toBeGreaterThan(150)
      // What fails half-way between layout and paint is done in the next frame, and browsers tell the window that it is late.
      expect(complaints.filter((line) => !line.includes('ResizeObserver loop'))).toEqual([])
      await page.close()
    },
  )

  it('most of them were made to fail', () => {
    expect([...hits].filter(Boolean).length).toBeGreaterThan(70)
  })
})
