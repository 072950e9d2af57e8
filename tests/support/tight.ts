import type { Stage } from './forms'

/** A page with little room beside its fields. */
export interface Tight {
  readonly name: string
  readonly stage: Stage
  readonly html: string
  /** What is not read yet where a line breaks between words and field, and is said to be not reviewed; by the window's width. */
  readonly unsure?: Readonly<Record<number, readonly string[]>>
}

const page = (style: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Live Chat</title><style>body { font: 16px Arial, sans-serif; margin: 16px } ${style}</style></head><body>${body}</body></html>`
const packages = ['Shared', 'Domain', 'Reseller'].map((name) => `<option>${name}</option>`).join('')
const list = `<select name="k"><option value="">Select package…</option>${packages}</select>`
const FIELDS = [
  ['Name', 'text', 'As on your bill'],
  ['Billing Username', 'text', 'Needed'],
  ['Password', 'password', 'Lost your password?'],
] as const
const row = (help: string, words: string, field: string) =>
  `<tr><td align="right">${words}&nbsp;</td><td>${field}</td><td><small>&nbsp;${help}</small></td></tr>`
const cards = (heading: string, texts: readonly string[]) =>
  `<h3>${heading}</h3><div class="cards">${texts.map((text) => `<button>${text}</button>`).join('')}</div>`

/** Such pages; what they have in common is that there is no gap for a note. */
export const TIGHT: readonly Tight[] = [
  {
    name: 'bare fields, one a line, without a gap',
    unsure: { 320: ['without: "billing username"'] },
    stage: 'details',
    html: page(
      '',
      `<form method="post">Name <input name="n"><br>Billing Username <input name="u"><br>Password <input type="password" name="p"><br>Package <select name="k">${packages}</select><br><input type="submit" value="Login"></form>`,
    ),
  },
  {
    name: 'a star and a help link after each label, a hint right of each field',
    stage: 'details',
    html: page(
      '',
      `<form>${FIELDS.map(([words, type, help], at) => `<div><label for="f${at}">${words}<span> *</span> <a href="#h" title="Help">?</a></label><br><input id="f${at}" type="${type}"><small>${help}</small></div>`).join('')}<label for="k">Hosting Package*</label><br>${list.replace('<select', '<select id="k"')}<p><button>Login</button></p></form>`,
    ),
  },
  {
    name: 'a table whose rows touch, with help right of the fields',
    stage: 'details',
    html: page(
      '',
      `<form><table cellspacing="0" cellpadding="0">${FIELDS.map(([words, type, help]) => row(`${help}; it is in the mail that we sent`, words, `<input type="${type}">`)).join('')}${row('', 'Hosting Package', list)}<tr><td></td><td><input type="submit" value="Login"></td></tr></table></form>`,
    ),
  },
  {
    name: 'a chat in a corner of 320 by 420 pixels',
    stage: 'details',
    html: page(
      `.chat { position: fixed; right: 8px; bottom: 8px; width: 304px; height: 420px; border-radius: 12px; box-shadow: 0 2px 12px #0005; display: flex; flex-direction: column; overflow: hidden; background: #fff }
       .chat > header { background: #036; color: #fff; padding: 12px } .chat > div { overflow: auto; padding: 12px; flex: 1 } .chat p { margin: 8px 0 } .chat input, .chat button { width: 100%; box-sizing: border-box }`,
      `<h1>Web Hosting</h1><p>Everything you need to get online.</p><div class="chat"><header>Live Chat</header><div><form>${FIELDS.map(([words, type]) => `<p><label>${words} <input type="${type}"></label></p>`).join('')}<p>${list}</p><button>Login</button></form></div></div>`,
    ),
  },
  {
    name: 'topics as small buttons, three in a row',
    stage: 'topic',
    html: page(
      `.cards { display: grid; grid-template-columns: repeat(3, minmax(0, 150px)); gap: 2px } button { height: 34px; font-size: 12px } h3 { margin: 4px 0; font-size: 14px }`,
      `${cards('Billing', ['Account Cancellation', 'Billing Questions/Account Manager', 'Make Payment'])}${cards('Email', ['Email Account Setup', 'Send/Receive Mail Issues', 'Spam'])}${cards('Tech Support', ['cPanel', 'Database Issues', 'Password Reset', 'SSL', 'Website Issues', 'WHM', 'Windows'])}`,
    ),
  },
]
