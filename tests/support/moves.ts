/** A page on which something moves or hides without a change of its tree, and how. */
export interface Move {
  readonly name: string
  readonly html: string
  /** Runs in the page. */
  readonly act: string
  /** Where the notes have to be after it. */
  readonly leaves: 'beside' | 'gone'
}

const FORM = `<main><form><p><label for="n">Name</label> <input id="n"></p><p><label for="u">Billing Username</label> <input id="u"></p>
  <p><label for="p">Password</label> <input id="p" type="password"></p>
  <p><label for="k">Hosting Package</label> <select id="k"><option>Shared<option>Domain<option>Reseller</select></p>
  <p><button>Login</button></p></form></main>`

const page = (style: string, body = FORM) =>
  `<!doctype html><html lang="en"><head><title>Live Chat</title><style>body { font: 16px Arial; margin: 20px } main { position: relative } ${style}</style></head><body>${body}</body></html>`

/** All ways that are known in which a page moves or hides its form, and no mutation says so. */
export const MOVES: readonly Move[] = [
  {
    name: 'a rule that a script adds to a style sheet',
    html: page(''),
    act: `document.styleSheets[0].insertRule('main { top: 130px; left: 40px }', 0)`,
    leaves: 'beside',
  },
  {
    name: 'an adopted style sheet',
    html: page(''),
    act: `const sheet = new CSSStyleSheet(); sheet.replaceSync('main { margin-top: 90px }'); document.adoptedStyleSheets = [sheet]`,
    leaves: 'beside',
  },
  {
    name: 'an animation by script',
    html: page(''),
    act: `document.querySelector('main').animate([{ transform: 'none' }, { transform: 'translate(60px, 110px)' }], { duration: 1, fill: 'forwards' })`,
    leaves: 'beside',
  },
  {
    name: 'a data attribute by which a style sheet moves it',
    html: page('[data-at="2"] main { padding-top: 75px }'),
    act: `document.body.dataset.at = '2'`,
    leaves: 'beside',
  },
  {
    name: 'a scroll of the box around it',
    html: page('#box { height: 420px; overflow: auto } form { padding-bottom: 600px }', `<div id="box">${FORM}</div>`),
    act: `document.querySelector('#box').scrollTop = 25`,
    leaves: 'beside',
  },
  {
    name: 'a data attribute by which a style sheet hides it',
    html: page('[data-step="2"] main { visibility: hidden }'),
    act: `document.body.dataset.step = '2'`,
    leaves: 'gone',
  },
  {
    name: 'a data attribute by which a style sheet makes it transparent',
    html: page('[data-step="2"] main { opacity: 0; pointer-events: none }'),
    act: `document.body.dataset.step = '2'`,
    leaves: 'gone',
  },
  {
    name: 'an inert part that is clipped away',
    html: page('main.shut { clip-path: inset(0 0 100% 0) }'),
    act: `document.querySelector('main').classList.add('shut')`,
    leaves: 'gone',
  },
  {
    name: 'a rule that takes it out of the page',
    html: page(''),
    act: `document.styleSheets[0].insertRule('main { display: none }', 0)`,
    leaves: 'gone',
  },
]

/** The same for what comes into sight. */
export const OPENINGS: ReadonlyArray<Omit<Move, 'leaves'>> = [
  {
    name: 'a popover that a script opens',
    html: page('', `<div id="pop" popover style="width: 640px; padding: 20px">${FORM}</div>`),
    act: `document.querySelector('#pop').showPopover()`,
  },
  {
    name: 'a modal dialog',
    html: page('', `<dialog id="pop" style="width: 640px; padding: 20px">${FORM}</dialog>`),
    act: `document.querySelector('#pop').showModal()`,
  },
  {
    name: 'a stage that a style sheet shows by an attribute',
    html: page('main { visibility: hidden } [data-step="2"] main { visibility: visible }'),
    act: `document.body.dataset.step = '2'`,
  },
]
