import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/extension'
import { MARKUPS, pageWith } from './support/forms'
import { readDrawn, readNotes, whenAnnotated } from './support/notes'
import { DEPARTMENTS } from './support/words'

const topics = DEPARTMENTS.flatMap(([, , list]) => list.map(([topic]) => topic))
const prose = 'The support team answers questions about your account at any time of the day. '.repeat(30)
const linkList = (texts: readonly string[], href: (text: string) => string) =>
  `<ul>${texts.map((text) => `<li><a href="${href(text)}">${text}</a></li>`).join('')}</ul>`
const slug = (text: string) => text.toLowerCase().replace(/\W+/g, '-')
const field = (label: string, type = 'text') => `<p><label>${label} <input type="${type}"></label></p>`
const select = (label: string, options: readonly string[]) =>
  `<p><label>${label} <select>${options.map((text) => `<option>${text}</option>`).join('')}</select></label></p>`

/** Pages that share many words with the form and are something else. */
const STRANGERS: ReadonlyArray<readonly [string, string]> = [
  [
    'an article about the form with a table of contents',
    `<article><h1>How to use the live chat</h1>${linkList(
      DEPARTMENTS.map(([name]) => name),
      (text) => `#${slug(text)}`,
    )}
     ${DEPARTMENTS.map(([name, , list]) => `<h2 id="${slug(name)}">${name}</h2><p>${prose}</p><ul>${list.map(([topic]) => `<li><b>${topic}</b>: ${prose}</li>`).join('')}</ul>`).join('')}</article>`,
  ],
  [
    'an article about the form that folds its sections',
    `<article><h1>Which department?</h1>${DEPARTMENTS.map(([name, , list]) => `<details><summary>${name}</summary><p>${prose}</p><ul>${list.map(([topic]) => `<li>${topic}</li>`).join('')}</ul></details>`).join('')}</article>`,
  ],
  [
    'a help centre whose topics are links to articles',
    `<main><h1>Help</h1>${linkList([...DEPARTMENTS.map(([name]) => name), ...topics], (text) => `/hc/${slug(text)}`)}</main>`,
  ],
  [
    'a shop checkout',
    `<form><h2>Checkout</h2><label><input type="radio" name="k"> New Customer</label><label><input type="radio" name="k"> Existing Customer</label>${field('Name')}${field('Email', 'email')}${field('Password', 'password')}<h3>Order summary</h3><p>Domain</p><p>Email</p><button>Place order</button></form>`,
  ],
  [
    'a plain login',
    `<form>${field('Username')}${field('Password', 'password')}<button>Login</button><a href="/reset">Reset Password</a></form>`,
  ],
  [
    "a registrar's page",
    `<main><h1>Domains</h1><form><input type="search" placeholder="Find a domain"><button>Search</button></form><div><button>Domain Transfer</button><button>Domain Renewal</button><button>Purchase a Domain</button></div><p>${prose}</p></main>`,
  ],
  [
    "another company's contact form",
    `<form>${field('Name')}${field('Email', 'email')}${select('Department', ['Please select', 'Billing', 'Sales', 'Tech Support', 'Human Resources', 'Press', 'Legal'])}<p><label>Message <textarea></textarea></label></p><button>Send</button></form>`,
  ],
  [
    'a hosting comparison',
    `<main>${['Shared', 'VPS', 'Dedicated', 'Reseller'].map((name) => `<section><h2>${name}</h2><p>${prose}</p><a href="/buy/${name}">Purchase a Domain</a><button>Select</button></section>`).join('')}</main>`,
  ],
  [
    'a forum that can be sorted',
    `<h1>Community chat</h1><button type="button">Topic</button><button type="button">Replies</button><p>${prose}</p>`,
  ],
  [
    'a settings page with tabs',
    `<div role="tablist">${['Billing', 'Domain', 'Email', 'Security'].map((name) => `<button role="tab">${name}</button>`).join('')}</div>${field('Name')}${field('Company')}`,
  ],
  [
    'a ticket list with a filter',
    `${field('Search', 'search')}${select('Department', ['All', 'Billing', 'Sales', 'Abuse'])}${select('Status', ['Open', 'Closed'])}<table>${topics.map((topic) => `<tr><td>${topic}</td><td>${prose.slice(0, 80)}</td></tr>`).join('')}</table>`,
  ],
]

describe('a page that is not the form', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await startChromium('dist/chrome')
  })
  afterAll(() => chromium.close())

  it.each(STRANGERS)('gets no note: %s', async (_, body) => {
    const page = await chromium.open(pageWith(body))
    // Reading is over once a page that is the form, opened later, has its notes.
    const form = await chromium.open(pageWith(MARKUPS[0]?.body('topic') ?? ''), '/form')
    await whenAnnotated(form)
    await page.bringToFront()
    await page.evaluate(() => document.body.append(document.createElement('i')))
    expect(await readNotes(page)).toEqual([])
    await page.close()
    await form.close()
  })

  it.each(MARKUPS)(
    'has notes in the form alone, where a menu with the same words stands beside it: $name',
    async (markup) => {
      const links = `<div class="menu">${linkList([...DEPARTMENTS.map(([name]) => name), ...topics], (text) => `/hc/${slug(text)}`)}</div>`
      for (const stage of ['details', 'topic'] as const) {
        const page = await chromium.open(pageWith(`${links}<main>${markup.body(stage)}</main>`))
        await page.setViewportSize({ width: 1100, height: 2400 })
        await whenAnnotated(page)
        const menu = await page.evaluate(() => {
          const path: number[] = []
          for (let node = document.querySelector('.menu') as Node; node.parentNode; node = node.parentNode)
            path.unshift([...node.parentNode.childNodes].indexOf(node as ChildNode))
          return path.join()
        })
        expect((await readDrawn(page)).filter(({ host }) => `${host.join()},`.startsWith(`${menu},`))).toEqual([])
        expect((await readNotes(page)).length).toBeGreaterThan(4)
        await page.close()
      }
    },
  )
})
