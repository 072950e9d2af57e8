import { pageWith } from './forms'
import { LIBRARIES, latePage } from './late-page'
import { DEPARTMENTS } from './words'

/**
 * A page whose own script or style looks at its rows: at their HTML, their last child, their neighbours. Whatever stands in the
 * tree besides the page's own changes what is chosen, what looks so, or what is sent.
 */
export interface Case {
  readonly name: string
  readonly html: string
  /** What is clicked, one selector after the other. */
  readonly clicks: readonly string[]
  /** What has to be so before the form is sent. Runs in the page. */
  readonly until?: () => unknown
  /** What sends the form; else `#go`. */
  readonly send?: string
  /** What is chosen, or looks so. Runs in the page. */
  readonly look: () => string
  readonly looks: string
  readonly sent: string
}

const TOPICS = DEPARTMENTS.flatMap(([, , topics]) => topics.map(([topic]) => topic))
const each = (make: (topic: string) => string) => TOPICS.map(make).join('')
const form = (body: string, script: string, style = '') =>
  pageWith(
    `<style>${style} label.row, li.row { display: block; width: 460px }</style><form method="post" action="/submit">${body}<p style="margin-top: 220px"><button id="go">Start Chat</button></p></form>`,
    `<script>${script}</script>`,
  )
const packages = ['Shared', 'Domain', 'Reseller', 'VPS'].map((name) => `<option>${name}</option>`).join('')
const FIELDS = ['Name', 'Billing Username', 'Password']
  .map((name, at) => `<p><label for="f${at}">${name}</label><br><input id="f${at}" name="f${at}"></p>`)
  .join('')
const hidden = '<input type="hidden" name="topic" id="topic">'
const value = () => document.querySelector<HTMLInputElement>('#topic')?.value ?? ''
const checked = () => document.querySelector<HTMLInputElement>(':checked')?.value ?? ''

const labels = (make: (topic: string) => string) => each((topic) => `<label class="row">${make(topic)}</label>`)
const radio = (topic: string) => `<input type="radio" name="topic" value="${topic}">`
const MORPH = `
  const server = document.querySelector('form').innerHTML
  const morph = (from, to) => {
    const wanted = [...to.childNodes]
    wanted.forEach((node, at) => {
      const have = from.childNodes[at]
      if (!have) from.append(node.cloneNode(true))
      else if (have.nodeName !== node.nodeName) have.replaceWith(node.cloneNode(true))
      else if (have.nodeType === 3) { if (have.data !== node.data) have.data = node.data }
      else morph(have, node)
    })
    while (from.childNodes.length > wanted.length) from.lastChild.remove()
  }
  document.querySelector('#again').onclick = () => { const next = document.createElement('form'); next.innerHTML = server; morph(document.querySelector('form'), next) }`

/** React finds the form as the server made it, a while after it was chosen from. */
const hydrated = LIBRARIES.filter(({ name }) => name.startsWith('React')).map(
  async (library): Promise<Case> => ({
    name: `${library.name} takes the page over after a topic was chosen`,
    html: await latePage(library, 'topic', 2500),
    clicks: ['[value="Spam"]'],
    until: () => (window as { taken?: boolean }).taken,
    send: 'form > button:last-child',
    look: checked,
    looks: 'Spam',
    sent: 'topic=Spam',
  }),
)

/** The cases, each found in public code of forms. */
export const CASES: readonly Case[] = [
  {
    name: 'a look-alike of a native list that finds the option by the HTML of the row',
    html: form(
      `${FIELDS}<p>Hosting Package</p><select id="k" name="package" hidden><option value="">Select package…</option>${packages}</select><div id="closed" style="width: 300px; border: 1px solid">Select package…</div><div id="list" hidden></div>`,
      `const native = document.querySelector('#k'), list = document.querySelector('#list'), closed = document.querySelector('#closed')
       for (const option of [...native.options].slice(1)) {
         const row = document.createElement('div')
         row.innerHTML = option.innerHTML
         row.onclick = () => { for (const one of native.options) if (one.innerHTML === row.innerHTML) { native.value = one.value; closed.innerHTML = row.innerHTML } }
         list.append(row)
       }
       closed.onclick = () => { list.hidden = !list.hidden }`,
      '#list div { padding: 6px; width: 300px }',
    ),
    clicks: ['#closed', '#list > div:nth-child(2)'],
    look: () => document.querySelector('#closed')?.innerHTML ?? '',
    looks: 'Domain',
    sent: 'package=Domain',
  },
  {
    name: 'the HTML of the row is sent',
    html: form(
      `${hidden}<input readonly placeholder="Topic"><ul>${each((topic) => `<li class="row">${topic}</li>`)}</ul>`,
      `for (const row of document.querySelectorAll('li')) row.onclick = () => { topic.value = row.innerHTML }`,
      'li { cursor: pointer }',
    ),
    clicks: ['li:nth-child(11)'],
    look: value,
    looks: 'Spam',
    sent: 'topic=Spam',
  },
  {
    name: 'the text of the last child of the row is sent',
    html: form(
      `${hidden}${labels((topic) => `<input type="radio" name="r"> ${topic}`)}`,
      `for (const radio of document.querySelectorAll('[type=radio]')) radio.onchange = () => { topic.value = radio.parentNode.lastChild.textContent.trim() }`,
    ),
    clicks: ['label:nth-of-type(11)'],
    look: value,
    looks: 'Spam',
    sent: 'topic=Spam',
  },
  {
    name: 'a click on the row ticks its first element',
    html: form(
      each((topic) => `<p class="row">${topic} ${radio(topic)}</p>`),
      `for (const row of document.querySelectorAll('.row')) row.onclick = () => { row.firstElementChild.checked = true }`,
    ),
    clicks: ['.row:nth-child(11)'],
    look: checked,
    looks: 'Spam',
    sent: 'topic=Spam',
  },
  {
    name: 'a radio is drawn by what stands right after it',
    html: form(
      labels((topic) => `${topic}${radio(topic)}<i></i>`),
      '',
      `label.row { position: relative; padding-left: 28px; margin: 6px 0 } .row input { position: absolute; opacity: 0 } .row i { position: absolute; left: 0; top: 3px; width: 16px; height: 16px; border: 2px solid rgb(136, 136, 136); border-radius: 50% } .row input:checked + i { border-color: rgb(0, 170, 0) }`,
    ),
    clicks: ['label:nth-of-type(11)'],
    look: () =>
      [...document.querySelectorAll('i')]
        .filter((one) => getComputedStyle(one).borderTopColor === 'rgb(0, 170, 0)')
        .map((one) => one.parentElement?.textContent?.trim())
        .join(),
    looks: 'Spam',
    sent: 'topic=Spam',
  },
  {
    name: 'the first and the last of a row have edges of their own',
    html: form(
      each((topic) => `<label class="row"><span>${topic}</span>${radio(topic)}</label>`),
      '',
      `label.row span:first-child { border-left: 5px solid rgb(0, 0, 170) } label.row input:last-child { margin-left: 37px }`,
    ),
    clicks: ['label:nth-of-type(11) span'],
    look: () => {
      const [row] = document.querySelectorAll('label.row')
      const style = (selector: string) => getComputedStyle(row?.querySelector(selector) as Element)
      return `${style('span').borderLeftWidth} ${style('input').marginLeft}`
    },
    looks: '5px 37px',
    sent: 'topic=Spam',
  },
  {
    name: 'the page makes itself like what the server said, child by child',
    html: form(
      `<p>Topic <button type="button" id="again">Again</button></p>${labels((topic) => `${topic} ${radio(topic)}`)}`,
      MORPH,
    ),
    clicks: ['label:nth-of-type(11)', '#again'],
    look: checked,
    looks: 'Spam',
    sent: 'topic=Spam',
  },
  ...(await Promise.all(hydrated)),
]
