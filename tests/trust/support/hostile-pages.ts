import { readFileSync } from 'node:fs'
import { MARKUPS, pageWith } from '../../support/forms'
import { namesIn, syntaxOf } from './syntax'
import { VECTORS } from './vectors'

const [native] = MARKUPS
/** The bodies of the form's stages that the hostile pages are made of. */
export const TOPICS = native?.body('topic') ?? ''
export const DETAILS = native?.body('details') ?? ''
export const RADIOS = MARKUPS.find(({ name }) => name.startsWith('radios'))?.body('topic') ?? ''

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** A policy that lets nothing run, and makes no HTML of text. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'">`
const rows = VECTORS.map(
  (text, index) =>
    `<label title="${escaped(text)}">${escaped(text)}<input placeholder="${escaped(text)}" aria-label="${escaped(text)}" id="v${index}" hidden></label>`,
)
/** Script in every label, option and attribute of a page, under that policy. */
export const VECTOR_PAGE = pageWith(
  TOPICS.replace(
    '<optgroup label="Sales">',
    `$&${VECTORS.map((text) => `<option>${escaped(text)}</option>`)
      .slice(240, 242)
      .join('')}`,
  ) + rows.join(''),
).replace('<head>', `<head>${POLICY}`)

/** Fills a low box, in the page, and puts it into the form. */
const inBox = (fill: string) =>
  `const all = document.createElement('div'); all.style.cssText = 'height:40px;overflow:hidden;contain:strict'; ${fill}; document.querySelector('form').append(all)`
/** The same, many elements deep. */
const deepInBox = (depth: number, tag: string, beside: string, bottom: string) =>
  inBox(
    `let at = all; for (let i = 0; i < ${depth}; i++) { const inner = document.createElement('${tag}'); inner.id = 'deep' + i; inner.innerHTML = '${beside}'; at.append(inner); at = inner } at.insertAdjacentHTML('beforeend', ${bottom})`,
  )

/**
 * Pages within the limits, on which what one would do for each of many things, looking at each of many others, takes
 * long. @param size how much of the page there is, up to 1.
 */
export const PRODUCTS: ReadonlyArray<readonly [string, (size: number) => string]> = [
  [
    'our words in the innermost of elements with one of them and other words around each',
    (size) =>
      deepInBox(
        380 * size,
        'div',
        `<button>SSL</button><p>${'words of no meaning '.repeat(20)}</p>`,
        `'<button>cPanel</button>'.repeat(${500 * size})`,
      ),
  ],
  [
    'fields that open lists in lists',
    (size) =>
      `${deepInBox(380 * size, 'div', '<button>cPanel</button>', "''")}; for (let i = 0; i < ${300 * size}; i++) all.insertAdjacentHTML('beforeend', '<input role="combobox" aria-label="Topic" aria-controls="deep' + (i % ${380 * size}) + '">')`,
  ],
  [
    'hidden lists beside hidden elements',
    (size) =>
      inBox(
        `all.innerHTML = '<select style="display:none"><option>cPanel</option></select>'.repeat(${200 * size}) + '<i hidden></i>'.repeat(${5000 * size})`,
      ),
  ],
  [
    'fields and other cells in a row',
    (size) =>
      inBox(
        `all.innerHTML = '<table><tr><td></td></tr><tr>' + '<td></td>'.repeat(${16_000 * size}) + '<td><input></td>'.repeat(${900 * size}) + '</tr></table>'`,
      ),
  ],
]

/** What makes a page without measure, in the page. */
export const HUGE: ReadonlyArray<readonly [string, string]> = [
  [
    'labels of a megabyte',
    `for (const [index, label] of [...document.querySelectorAll('label, optgroup, option')].entries()) { label.setAttribute('label', 'Billing '.repeat(130000)); label.setAttribute('title', 'x'.repeat(1e6)); if (index < 20) label.append('Shared '.repeat(150000)) }`,
  ],
  [
    '100,000 options',
    `const select = document.querySelector('select'); const all = document.createDocumentFragment(); for (let i = 0; i < 100000; i++) all.append(new Option('Billing')); select.append(all)`,
  ],
  [
    '100,000 rows',
    `const list = document.createElement('ul'); list.style.cssText = 'height:40px;overflow:hidden;contain:strict'; for (let i = 0; i < 100000; i++) { const row = document.createElement('li'); row.textContent = 'cPanel'; row.setAttribute('role', 'option'); list.append(row) } document.querySelector('form').append(list)`,
  ],
  [
    // In parts: to hang one element after the other into so deep a tree takes the browser itself a minute.
    'a depth of 50,000',
    `let top = new Text('Spam'); for (let part = 0; part < 100; part++) { const outer = document.createElement('div'); let at = outer; for (let i = 0; i < 499; i++) { const inner = document.createElement('div'); at.append(inner); at = inner } at.append(top); top = outer } top.hidden = true; document.body.append(top)`,
  ],
  [
    'groups in groups',
    `const top = document.createElement('optgroup'); let at = top; for (let i = 0; i < 5000; i++) { const inner = document.createElement('optgroup'); inner.label = 'Sales'; at.append(inner); at = inner } at.append(new Option('Spam')); document.querySelector('select').append(top)`,
  ],
  [
    '100,000 elements in place of the form',
    `document.querySelector('form').remove(); const all = document.createElement('div'); all.style.cssText = 'height:40px;overflow:hidden;contain:strict'; for (let i = 0; i < 100000; i++) { const row = document.createElement('p'); row.textContent = i % 9 ? 'Billing' : 'Select a topic'; all.append(row) } document.body.append(all)`,
  ],
  [
    '2,000 fields',
    `const all = document.createElement('div'); all.style.cssText = 'height:40px;overflow:hidden;contain:strict'; for (let i = 0; i < 2000; i++) { const label = document.createElement('label'); label.append('Name', document.createElement('input')); all.append(label) } document.querySelector('form').append(all)`,
  ],
  [
    '10,000 fonts',
    `const all = document.createElement('div'); all.hidden = true; for (let i = 0; i < 10000; i++) all.append(document.createElement('font'), 'cPanel'); document.body.append(all)`,
  ],
]

/** All of these. */
export const OUTSIZE: ReadonlyArray<readonly [string, string]> = [
  ...HUGE,
  ...PRODUCTS.map(([name, grow]) => [name, grow(1)] as const),
]

/** The members that the guide's script asks for. */
export const MEMBERS = namesIn(syntaxOf(readFileSync('dist/chrome/content.js', 'utf8'))).members

/** Controls named like each of these members, and like a few that its predecessors have asked for. */
export const NAMED_CONTROLS = [
  ...MEMBERS,
  'nodeName',
  'tagName',
  'querySelector',
  'ownerDocument',
  'children',
  'localName',
  'browser',
]
  .map((name) => `<input type="hidden" name="${name}"><a id="${name}"></a>`)
  .join('')

/** Elements that a document has by such a name. */
export const NAMED_ELEMENTS = [...MEMBERS]
  .map((name) => `<img name="${name}" alt="" hidden><form name="${name}"></form>`)
  .join('')

/** Names that are none of the form's, whatever they look like. */
export const STRANGE_LETTERS: ReadonlyArray<readonly [string, string]> = [
  ['Cyrillic', 'Resellеr'],
  ['Greek', 'Ɍeseller'],
  ['reversed by a control', '\u202Erelleser'],
  ['full of accents', 'R̸e̸s̸e̸l̸l̸e̸r'],
]

/** Names that a reader sees as one of the form's. */
export const SAME_LETTERS: ReadonlyArray<readonly [string, string]> = [
  ['zero-width', 'VP\u200BS'],
  ['wide', 'ＶＰＳ'],
  ['isolated', '\u2068VPS\u2069'],
  ['soft hyphen', 'VP\u00ADS'],
]

/** A page with these among its options. */
export const withOptions = (texts: readonly string[]) =>
  pageWith(DETAILS.replace(/<option>Shared<\/option>/, `$&${texts.map((text) => `<option>${text}</option>`).join('')}`))

/** Breaks what a page has natively, for all that runs in its world. */
export const PATCH = `<script>
  const broken = () => { throw new Error('patched') }
  for (const [owner, names] of [[Element.prototype, ['getAttribute', 'setAttribute', 'removeAttribute', 'getBoundingClientRect', 'attachShadow', 'append', 'remove', 'matches', 'checkVisibility']], [Node.prototype, ['contains', 'getRootNode', 'appendChild', 'insertBefore']], [Document.prototype, ['createElement', 'createRange', 'elementFromPoint']], [CharacterData.prototype, ['after']]]) for (const name of names) owner[name] = broken
  window.MutationObserver = window.ResizeObserver = window.getComputedStyle = window.Map = window.Set = broken
  JSON.stringify = Array.prototype.map = Array.prototype.filter = String.prototype.replace = Object.entries = broken
</script>`

/** What a page does to our notes at once, each time, in the page. */
export const ATTACKS: ReadonlyArray<readonly [string, string]> = [
  [
    'removes our notes',
    `for (const one of document.querySelectorAll('guia-capa, guia-capa > style')) one.remove(); for (const one of document.querySelectorAll('[aria-description]')) one.removeAttribute('aria-description'); for (const one of document.querySelectorAll('option[label]')) one.removeAttribute('label')`,
  ],
  [
    'hides our notes',
    `for (const one of document.querySelectorAll('guia-capa, guia-capa > style')) { one.hidden = true; one.style.cssText = 'display:none!important' }`,
  ],
  [
    'moves our notes',
    `for (const one of document.querySelectorAll('guia-capa, guia-capa > style')) if (one.parentNode !== document.body) document.body.append(one)`,
  ],
  [
    'clones our notes',
    `for (const one of [...document.querySelectorAll('guia-capa, guia-capa > style, option[label]')].slice(0, 20)) if (!one.cloned) { one.cloned = true; one.after(one.cloneNode(true)) }`,
  ],
  [
    'edits our notes',
    `for (const one of document.querySelectorAll('guia-capa')) { if (one.shadowRoot?.textContent !== 'x') one.shadowRoot?.replaceChildren('x'); for (const style of one.children) if (style.textContent !== 'x') style.textContent = 'x' } for (const one of document.querySelectorAll('option[label]')) one.label = 'x' + one.label.slice(0, 20)`,
  ],
  [
    'changes its words whenever we write',
    `for (const one of document.querySelectorAll('legend, label')) for (const text of one.childNodes) if (text.nodeType === 3) text.data = text.data.includes('!') ? text.data.replace('!', '') : text.data + '!'`,
  ],
]

/** Styles made to hurt: of every element, and of ours. */
export const STYLE = `<style>* { transition: all 2s !important; animation: spin 1s infinite !important; pointer-events: auto !important; font-size: 60px !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: red !important }
  guia-capa, ::before, ::after { display: block !important; width: 100vw !important; height: 100vh !important; pointer-events: auto !important; opacity: 1 !important } @keyframes spin { to { rotate: 1turn } }</style>`
