import type { Markup, Stage } from './forms'
import { DEPARTMENTS } from './words'

/** The form with its choices side by side, and how far the page's own things may be moved in a window of 1100 × 900. */
export interface Abreast extends Markup {
  readonly stage: Stage
  /** In pixels. */
  readonly moved: number
}

const FIELDS = `<div class="field"><label for="n">Name<span aria-hidden="true">&nbsp;*</span></label><input id="n" name="name"></div><div class="field"><label for="u">Billing Username</label><input id="u" name="user"></div>
  <div class="field"><label for="p">Password</label><input id="p" type="password" name="pass"></div><p id="pk">Select package…</p>`

type Make = (texts: readonly string[]) => string

const packages = (name: string, moved: number, style: string, make: Make): Abreast => ({
  name,
  stage: 'details',
  moved,
  body: () =>
    `<style>${style}</style><form method="post" action="/submit">${FIELDS}${make(['Shared', 'Domain'])}<p><button>Login</button></p></form>`,
})

const topics = (name: string, moved: number, style: string, make: Make, heading = 'h3'): Abreast => ({
  name,
  stage: 'topic',
  moved,
  body: () =>
    `<style>${style}</style><form method="post" action="/submit">${DEPARTMENTS.map(
      ([department, , list]) => `<${heading}>${department}</${heading}>${make(list.map(([topic]) => topic))}`,
    ).join('')}<p><button>Start Chat</button></p></form>`,
})

const each = (make: (text: string) => string) => (texts: readonly string[]) => texts.map(make).join(' ')
const inside =
  (open: string, make: Make, close = 'div') =>
  (texts: readonly string[]) =>
    `<${open}>${make(texts)}</${close}>`
const button = each((text) => `<button type="button">${text}</button>`)
const radio = each((text) => `<label><input type="radio" name="choice"> ${text}</label>`)
const tile = each((text) => `<div class="tile" role="radio" tabindex="0">${text}</div>`)
const tabs = `<div class="tabs" role="tablist">${DEPARTMENTS.map(([name]) => `<div role="tab" tabindex="0">${name}</div>`).join('')}</div>`
const SEGMENTS =
  '.row { display: inline-flex; border: 1px solid #888; border-radius: 6px } .row button { border: 0; background: none }'

/** Ways of setting choices side by side, or in the middle. */
export const ABREAST: readonly Abreast[] = [
  packages(
    'segments with room below',
    0,
    `${SEGMENTS} .row { margin-bottom: 60px }`,
    inside('div class="row"', button),
  ),
  packages('segments without room', 60, `${SEGMENTS} p { margin: 4px }`, inside('div class="row"', button)),
  packages('radios in one line', 170, 'label { margin-right: 16px }', inside('div', radio)),
  packages(
    'radios with nothing but text between them',
    170,
    '',
    inside(
      'div',
      each((text) => `<input type="radio" name="k"> ${text}`),
    ),
  ),
  packages(
    'tiles',
    0,
    '.row { display: flex; gap: 12px } .tile { display: flex; align-items: center; justify-content: center; width: 150px; height: 110px; border: 1px solid #888; cursor: pointer }',
    inside('div class="row" role="radiogroup" aria-labelledby="pk"', tile),
  ),
  topics(
    'buttons in a grid',
    0,
    '.row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px } .row button { min-height: 84px }',
    inside('div class="row"', button),
  ),
  topics(
    'buttons that wrap',
    170,
    '.row { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px }',
    inside('div class="row"', button),
  ),
  topics(
    'words in the middle',
    0,
    'h3, div { text-align: center } a { display: block; padding: 6px }',
    inside(
      'div',
      each((text) => `<a href="#" role="button">${text}</a>`),
    ),
  ),
  {
    name: 'tabs over a panel',
    stage: 'topic',
    moved: 200,
    body: () =>
      `<style>.tabs { display: flex; border-bottom: 1px solid #888 } [role=tab] { padding: 8px 14px; cursor: pointer }</style><form method="post" action="/submit">${tabs}
        <div role="tabpanel"><ul>${(DEPARTMENTS[0]?.[2] ?? []).map(([topic]) => `<li>${radio([topic])}</li>`).join('')}</ul></div><p><button>Start Chat</button></p></form>`,
  },
]
