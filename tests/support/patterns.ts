import { DEPARTMENTS } from './words'

/** A way in which a list of the form may be built, boiled down to what is particular about it. */
export interface Pattern {
  readonly name: string
  readonly body: string
  /** What is done in the page before looking. */
  readonly act?: string
  /** The texts that have a note right after them, and what they are. */
  readonly rows: ReadonlyArray<readonly [string, string]>
  /** What the notes are about that stand beside a control; `=` before it where the note says what is chosen, `?` alone for what is new. */
  readonly pills: readonly string[]
  /** Its cells have no room for notes, which may be anywhere near them, or numbers. */
  readonly isCrowded?: true
  /** What a screen reader hears of it: the role, and what its description begins with. */
  readonly roles?: ReadonlyArray<readonly [string, string]>
}

const every = DEPARTMENTS.flatMap(([name, id, topics]) => topics.map((topic) => ({ name, id, topic })))
const headings: Pattern['rows'] = DEPARTMENTS.map(([name, id]) => [name, id])
const topics: Pattern['rows'] = every.map(({ topic: [text, id] }) => [text, id])
const START = '<p><button>Start Chat</button></p>'
const EDGE = 'border: 1px solid #999'
const box = (style: string, inside: string, attributes = '') =>
  `<div style="width: 300px; height: 36px; ${style}" ${attributes}>${inside}</div>`
const hidden = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)'
const details = (list: string) => `<form>
  <p><label for="n">Name</label> <input id="n"></p><p><label for="u">Billing Username</label> <input id="u"></p>
  <p><label for="p">Password</label> <input id="p" type="password"></p>${list}<p style="margin-top: 60px"><button>Login</button></p></form>`
const DETAILS = ['name', 'billing-username', 'password', 'login']

/** The patterns of the ARIA Authoring Practices as written there, and what kits make of lists. https://www.w3.org/WAI/ARIA/apg/patterns/ */
export const PATTERNS: readonly Pattern[] = [
  {
    name: 'a grid whose rows name the department beside the topic',
    isCrowded: true,
    body: `<h3 id="h">Topic</h3><table role="grid" aria-labelledby="h"><tr role="row"><th>Topic</th><th>Department</th></tr>
      ${every.map(({ name, topic: [text] }) => `<tr role="row"><td role="gridcell" tabindex="-1">${text}</td><td role="gridcell" tabindex="-1">${name}</td></tr>`).join('')}</table>${START}`,
    rows: [
      ['Topic', 'topic'],
      ['Topic', 'topic'],
      ['Department', 'department'],
      ...topics,
      ...every.map(({ name, id }) => [name, id] as const),
    ],
    pills: [],
    roles: [['gridcell', 'topic.sales-domains']],
  },
  {
    name: 'cards that explain themselves below their names',
    body: `<form>${every.map(({ topic: [text] }) => `<button type="button" style="display: block; width: 460px; text-align: left"><strong style="display: block">${text}</strong><small style="display: block">Somebody of our team will answer you within minutes.</small></button>`).join('')}${START}</form>`,
    rows: topics,
    pills: [],
    roles: [['button', 'topic.spam']],
  },
  {
    name: 'a table whose head names the department before the topic',
    isCrowded: true,
    body: `<table><thead><tr><th></th><th>Department</th><th>Topic</th></tr></thead><tbody>${every.map(({ name, topic: [text] }) => `<tr style="cursor: pointer"><td><input type="radio" name="t"></td><td>${name}</td><td>${text}</td></tr>`).join('')}</tbody></table>${START}`,
    rows: [
      ['Department', 'department'],
      ['Topic', 'topic'],
      ...topics,
      ...every.map(({ name, id }) => [name, id] as const),
    ],
    pills: [],
  },
  {
    name: 'a combobox with a grid that was searched',
    isCrowded: true,
    body: `<label for="t">Topic</label><br><input id="t" role="combobox" aria-haspopup="grid" aria-controls="g" aria-expanded="true">
      <div role="grid" id="g" style="position: absolute; background: #fff">${[
        'Domain Renewal,Domain',
        'Domains,Sales',
        'Windows,Tech Support',
      ]
        .map((row) => row.split(','))
        .map(
          ([topic, name]) =>
            `<div role="row" style="display: flex; gap: 260px"><div role="gridcell">${topic}</div><div role="gridcell">${name}</div></div>`,
        )
        .join('')}</div>${START}`,
    rows: [
      ['Domain Renewal', 'topic.domain-renewal'],
      ['Domain', 'dept.domain'],
      ['Domains', 'topic.sales-domains'],
      ['Sales', 'dept.sales'],
      ['Windows', 'topic.windows'],
      ['Tech Support', 'dept.tech-support'],
    ],
    pills: ['topic'],
    roles: [['combobox', 'topic']],
  },
  {
    name: 'topics of several departments, searched in a list without its departments',
    body: `<label for="t">Topic</label><br><input id="t" role="combobox" aria-controls="l" aria-expanded="true">
      <ul role="listbox" id="l" style="position: absolute; background: #fff; width: 420px">${['Domains', 'Windows', 'Make Payment'].map((text) => `<li role="option">${text}</li>`).join('')}</ul>${START}`,
    rows: [
      ['Domains', 'topic.sales-domains'],
      ['Windows', 'topic.windows'],
      ['Make Payment', 'topic.make-payment'],
    ],
    pills: ['topic'],
    roles: [['option', 'topic.make-payment']],
  },
  {
    name: 'a list that hangs from the box drawn for a hidden native one',
    body: `<label for="t">Topic</label><select id="t" tabindex="-1" style="${hidden}"><option value="">Please select</option>${every.map(({ topic: [text] }) => `<option>${text}</option>`).join('')}</select>
      <div style="position: relative; width: 420px; ${EDGE}"><div style="height: 34px"><input role="combobox" aria-controls="l" aria-expanded="true" style="border: 0"></div>
      <div style="position: absolute; top: 100%; width: 100%; background: #fff"><div role="listbox" id="l">${['SSL', 'Make Payment'].map((text) => `<div role="option">${text}</div>`).join('')}</div></div></div>${START}`,
    rows: [
      ['SSL', 'topic.ssl'],
      ['Make Payment', 'topic.make-payment'],
    ],
    pills: ['topic'],
    roles: [['option', 'topic.ssl']],
  },
  {
    name: 'a listbox in groups, named by the text before it',
    body: `<span id="l">Topic</span><div role="listbox" tabindex="0" aria-labelledby="l">${DEPARTMENTS.map(
      ([name, id, list]) =>
        `<ul role="group" aria-labelledby="${id}"><li role="presentation" id="${id}">${name}</li>${list.map(([text]) => `<li role="option">${text}</li>`).join('')}</ul>`,
    ).join('')}</div>${START}`,
    rows: [['Topic', 'topic'], ...headings, ...topics],
    pills: [],
    roles: [['option', 'topic.malware']],
  },
  {
    name: 'a tree whose arrows are the words of an icon font',
    body: `<h3>Topic</h3><div role="tree">${DEPARTMENTS.map(
      ([name]) =>
        `<div><div role="treeitem" aria-expanded="false" style="display: flex; cursor: pointer"><i aria-hidden="true" style="display: inline-flex; width: 24px; overflow: hidden">play_arrow</i><div>${name}</div></div></div>`,
    ).join('')}</div>${START}`,
    rows: [['Topic', 'topic'], ...headings],
    pills: [],
    roles: [['treeitem', 'dept.billing']],
  },
  {
    name: 'headers whose words are in a link that leads nowhere, inside what is the button',
    body: `<div style="width: 460px">${DEPARTMENTS.map(
      ([name]) =>
        `<div><div role="button" tabindex="0" aria-expanded="false"><div><a tabindex="-1" aria-hidden="true"><span>${name}</span></a></div></div></div>`,
    ).join('')}</div>${START}`,
    rows: headings,
    pills: [],
    roles: [['button', 'dept.sales']],
  },
  {
    name: 'closed lists that are boxes, after labels that label nothing',
    body: `<form><p><label>Department</label></p>${box(EDGE, '<div tabindex="0" style="padding: 6px">Billing</div>')}
      <p><label>Topic</label></p>${box(EDGE, '<div tabindex="0" style="padding: 6px">Please Select</div>')}${START}</form>`,
    rows: [],
    pills: ['=dept.billing', 'topic'],
  },
  {
    name: 'a button with the name of a list, that says no more than that something opens',
    body: `<button type="button" aria-expanded="false">Topic</button>${START}`,
    rows: [],
    pills: ['topic'],
    roles: [['button', 'topic']],
  },
  {
    name: 'a closed list whose items wait unseen in the same box',
    body: `<form>${box(`${EDGE}; position: relative`, `<div>Topic</div><div style="display: none">${DEPARTMENTS.map(([name]) => `<div>${name}</div>`).join('')}</div>`, 'tabindex="0"')}${START}</form>`,
    rows: [],
    pills: ['topic'],
  },
  {
    name: 'a closed list in the role of its input, which nobody sees, with an arrow that is a button',
    body: details(
      box(
        `${EDGE}; position: relative`,
        `<div style="${hidden}"><input readonly aria-haspopup="listbox"></div><span>Select package…</span><div role="button" aria-haspopup="listbox" aria-label="Select package…">▾</div>`,
      ),
    ),
    rows: [],
    pills: [...DETAILS, 'package'],
    roles: [['textbox', 'package']],
  },
  {
    name: 'a box with the role of a list around an input with the same role',
    body: details(
      box(
        'position: relative; background: #eee',
        '<label for="k" style="position: absolute">Select package…</label><label id="kl" aria-hidden="true" style="visibility: hidden">Select package…</label><div><input id="k" size="1" role="combobox" aria-labelledby="kl" style="border: 0; width: 20px"></div>',
        'role="combobox" aria-haspopup="listbox" aria-expanded="false"',
      ),
    ),
    rows: [],
    pills: [...DETAILS, 'package'],
  },
  {
    name: 'a list whose edge is a ring of shadow, around an input of a hair',
    body: details(
      `<p><label for="k">Hosting Package</label></p>${box('box-shadow: 0 0 0 1px #999 inset; position: relative', '<div style="position: absolute; opacity: 0; z-index: -1"><input id="k" role="combobox" readonly style="width: 11px; border: 0"></div><div>Select package…</div>')}`,
    ),
    rows: [],
    pills: [...DETAILS, 'package'],
  },
  {
    name: 'two closed lists with an input of their own that is out of reach, and a third with one that searches',
    body: `<form>${['Department', 'Topic']
      .map((name) =>
        box(
          EDGE,
          `<div role="combobox" tabindex="0" aria-haspopup="listbox"><div><input readonly aria-hidden="true" tabindex="-1" style="width: 20px"><span>${name}</span></div></div><div><div><div><input style="width: 20px"></div></div></div>`,
        ),
      )
      .join('<br>')}${START}</form>`,
    rows: [],
    pills: ['department', 'topic'],
  },
  {
    name: 'a native list behind a look-alike that takes the focus',
    body: details(
      `<p><label for="k">Hosting Package</label></p><div><select id="k" style="display: none"><option value="">Select package…</option><option>Shared</option><option>Domain</option></select>${box(EDGE, 'Select package…', 'role="combobox" tabindex="0" aria-label="Hosting Package"')}</div>`,
    ),
    rows: [],
    pills: [...DETAILS, 'package'],
    roles: [['combobox', 'package']],
  },
  {
    name: 'tabs whose words are in links inside',
    body: `<ul role="tablist" style="display: block">${DEPARTMENTS.map(
      ([name], at) =>
        `<li role="tab" tabindex="0" aria-controls="t${at}"><a href="#t${at}" role="presentation" tabindex="-1">${name}</a></li>`,
    ).join('')}</ul>${DEPARTMENTS.map((_, at) => `<div id="t${at}"></div>`).join('')}${START}`,
    rows: headings,
    pills: [],
    roles: [['tab', 'dept.domain']],
  },
  {
    name: 'a group of radios after its name, in one element',
    body: details(
      '<div role="radiogroup" aria-labelledby="k"><span id="k">Hosting Package</span><label style="display: block"><span><input type="radio" name="k"></span>Shared</label><label style="display: block"><span><input type="radio" name="k"></span>Domain</label></div>',
    ),
    rows: [
      ['Hosting Package', 'package'],
      ['Shared', 'package.shared'],
      ['Domain', 'package.domain'],
    ],
    pills: DETAILS,
    roles: [['radio', 'package.shared']],
  },
  {
    name: 'lists that are called by what is chosen in them',
    body: `<form>${box(EDGE, '<span role="combobox" tabindex="0" aria-label="Malware/Security" aria-haspopup="listbox">Malware/Security</span>')}<br>
      ${box(EDGE, '<span role="combobox" tabindex="0" aria-label="Topic" aria-haspopup="listbox">Topic</span>')}${START}</form>`,
    rows: [],
    pills: ['=dept.malware', 'topic'],
  },
  {
    name: 'cards in a grid below their headings, each with a label without words laid over it',
    body: `<form style="display: grid; gap: 4px">${DEPARTMENTS.map(
      ([name, , list]) =>
        `<h4 style="margin: 4px 0">${name}</h4><div style="display: flex; flex-wrap: wrap; gap: 8px">${list.map(([text, id]) => `<div style="${EDGE}; position: relative; box-sizing: border-box; width: 236px; height: 84px; padding: 8px"><input type="radio" id="${id}" name="t"><label for="${id}" style="position: absolute; inset: 0"></label><div>${text}</div></div>`).join('')}</div>`,
    ).join('')}${START}</form>`,
    rows: [...headings, ['Malware/Security', 'topic.malware']],
    pills: every.map(({ topic: [, id] }) => id).filter((id) => id !== 'topic.malware'),
    roles: [['radio', 'topic.spam']],
  },
  {
    name: 'closed lists that say their names a second time, for screen readers only, after what is chosen',
    body: `<form>${[
      ['Department', 'Billing'],
      ['Topic', 'Choose'],
    ]
      .map(
        ([name, value]) =>
          `<p><label>${name}</label><br><button type="button" aria-haspopup="true" style="position: relative"><span tabindex="-1">${value}</span><span tabindex="-1" style="${hidden}">${name}</span></button></p>`,
      )
      .join('')}${START}</form>`,
    rows: [],
    pills: ['=dept.billing', 'topic'],
  },
  {
    name: 'a list of departments, beside it what was fetched: the name of the department that was pressed, and its topics',
    body: `<form style="display: flex; gap: 60px"><ul style="width: 400px">${DEPARTMENTS.map(([name]) => `<li><a href="#">${name}</a></li>`).join('')}</ul>
      <div><h4>Email</h4><ul>${(DEPARTMENTS[3]?.[2] ?? []).map(([text]) => `<li><a href="#">${text}</a></li>`).join('')}</ul></div></form>${START}`,
    rows: [...headings, ['Email', 'dept.email'], ...(DEPARTMENTS[3]?.[2] ?? [])],
    pills: [],
  },
  {
    name: 'a dialog that asks once more for the package, with buttons to cancel and to confirm',
    body: `${details(`<p><label for="k">Hosting Package</label><br><button id="k" type="button" aria-haspopup="dialog">Select package…</button></p>`)}
      <div role="alertdialog" style="position: fixed; left: 500px; top: 700px; width: 300px; background: #fff"><h2>Hosting Package</h2>
      ${['Shared', 'Domain'].map((text) => `<button type="button" role="radio" style="display: block; width: 100%; text-align: left">${text}</button>`).join('')}<div><button>Cancel</button> <button>OK</button></div></div>`,
    rows: [
      ['Shared', 'package.shared'],
      ['Domain', 'package.domain'],
    ],
    pills: [...DETAILS, 'package'],
  },
  {
    name: 'lists that open a dialog from a button without words, laid over the name and what is chosen',
    body: `<form>${[
      ['Department', 'Tech Support'],
      ['Topic', 'Windows'],
    ]
      .map(
        ([name, value]) =>
          `<label style="display: block; position: relative; width: 300px; height: 56px"><div>${name}</div><div><div aria-hidden="true">${value}</div><button type="button" aria-label="${value}, ${name}" aria-haspopup="dialog" style="position: absolute; inset: 0; opacity: 0; width: 300px"></button></div></label>`,
      )
      .join('<br>')}${START}</form>`,
    rows: [],
    pills: ['=dept.tech-support', '=topic.windows'],
  },
  {
    name: 'topics whose words are the values of buttons',
    body: `<form>${DEPARTMENTS.map(
      ([name, , list]) =>
        `<h4 style="margin: 6px 0">${name}</h4><div style="display: flex; flex-wrap: wrap; gap: 40px 30px; padding-bottom: 34px">${list.map(([text]) => `<input type="button" value="${text}" style="width: 260px">`).join('')}</div>`,
    ).join('')}<p><input type="submit" value="Start Chat"></p></form>`,
    rows: headings,
    pills: every.map(({ topic: [, id] }) => id),
    roles: [['button', 'topic.spam']],
  },
  {
    name: 'packages whose words are the values of buttons, one of them new',
    body: details(
      `<p>Hosting Package</p>${['Shared', 'Domain', 'Moonbase'].map((text) => `<input type="button" value="${text}" style="display: block; margin-bottom: 8px">`).join('')}`,
    ),
    rows: [['Hosting Package', 'package']],
    pills: [...DETAILS, 'package.shared', 'package.domain', '?'],
    roles: [['button', 'package.shared']],
  },
  {
    name: 'names of fields in a row of their own above them',
    body: `<form><table><tr><td>Name</td><td>Billing Username</td><td>Password</td></tr>
      <tr><td><input></td><td><input></td><td><input type="password"></td></tr></table>
      <p style="margin: 40px 0"><select aria-label="Hosting Package"><option>Select package…</option><option>Shared</option><option>Domain</option></select></p><button>Login</button></form>`,
    rows: [],
    pills: [...DETAILS, 'package'],
  },
  {
    name: 'names that come before all lists, with words beside those that are pointed to',
    body: `<form><p><span id="a">Department</span> (required)</p><p><span id="b">Topic</span> (required)</p>
      ${['a', 'b'].map((id) => `${box(EDGE, 'Please Select', `role="combobox" tabindex="0" aria-haspopup="listbox" aria-labelledby="${id}"`)}<br><br>`).join('')}${START}</form>`,
    rows: [],
    pills: ['department', 'topic'],
  },
  {
    name: 'a closed list of both, that shows the way to what is chosen',
    body: `<form><p>Topic</p>${box(EDGE, 'Billing / Make Payment', 'role="combobox" tabindex="0" aria-haspopup="tree"')}<br>${START}</form>`,
    rows: [],
    pills: ['=topic.make-payment'],
  },
  {
    name: 'radios, between them the name of a topic that can not be chosen',
    body: `<form>${every.map(({ topic: [text] }, at) => `<label style="display: block"><input type="radio" name="t"> ${text}</label>${at === 9 ? '<em style="display: block">Spam</em>' : ''}`).join('')}${START}</form>`,
    rows: topics,
    pills: [],
  },
  {
    name: 'what is chosen said once more, unseen, before the input of the list',
    body: `<form><p>Department</p>${box(`${EDGE}; position: relative`, `<span style="${hidden}">Billing</span><input role="combobox" readonly style="width: 11px; border: 0"><span>Billing</span>`)}<br>
      <p>Topic</p>${box(EDGE, 'Please Select', 'role="combobox" tabindex="0" aria-haspopup="listbox"')}<br>${START}</form>`,
    rows: [],
    pills: ['department', 'topic'],
  },
  {
    name: 'a closed list right below a box of words that are the name of another',
    body: `<form>${box(`${EDGE}; cursor: pointer`, 'Department')}<br>${box(EDGE, 'Topic', 'role="combobox" tabindex="0" aria-haspopup="listbox"')}<br>${START}</form>`,
    rows: [],
    pills: ['topic'],
  },
  {
    name: 'options that say their words a second time, for screen readers only',
    body: details(
      `<p id="k">Hosting Package</p><div role="listbox" aria-labelledby="k">${['Shared', 'Domain'].map((text) => `<div role="option" tabindex="0"><div aria-hidden="true"><span>${text}</span></div><div style="${hidden}">${text}</div></div>`).join('')}</div>`,
    ),
    rows: [
      ['Hosting Package', 'package'],
      ['Shared', 'package.shared'],
      ['Domain', 'package.domain'],
    ],
    pills: DETAILS,
    roles: [['option', 'package.domain']],
  },
  {
    name: 'segments that keep room for their words in bold by saying them twice, one over the other',
    body: details(
      `<p id="k">Hosting Package</p><div role="radiogroup" aria-labelledby="k" style="display: inline-grid; grid-auto-flow: column; grid-auto-columns: 170px; margin-bottom: 40px">${['Shared', 'Domain'].map((text, at) => `<button type="button" role="radio" aria-checked="${at === 0}"><span style="display: flex; justify-content: center"><span style="opacity: ${1 - at}; font-weight: bold">${text}</span><span aria-hidden="true" style="position: absolute; opacity: ${at}">${text}</span></span></button>`).join('')}</div>`,
    ),
    rows: [['Hosting Package', 'package']],
    pills: [...DETAILS, 'package.shared', 'package.domain'],
    roles: [['radio', 'package.shared']],
  },
  {
    name: 'a tree without roles, whose words cannot be selected',
    body: `<ul style="list-style: none; user-select: none">${DEPARTMENTS.map(
      ([name, , list]) =>
        `<li><div><span>▾</span><span style="flex: 1">${name}</span></div><ul>${list.map(([text]) => `<li><div><span></span><span>${text}</span></div></li>`).join('')}</ul></li>`,
    ).join('')}</ul>${START}`,
    rows: [...headings, ...topics],
    pills: [],
  },
  {
    name: 'the button of a menu, which now says what was chosen in it',
    body: `<form><button type="button" id="t" aria-haspopup="menu" aria-expanded="false">Select a topic</button>${START}</form>`,
    act: `document.getElementById('t').firstChild.data = 'SSL'`,
    rows: [],
    pills: ['=topic.ssl'],
    roles: [['button', 'topic']],
  },
  {
    name: 'labels that float over their inputs, come after them, and are tied to them by nothing but a box',
    body: `<form>${['Name', 'Billing Username', 'Password']
      .map(
        (text) =>
          `<div style="position: relative; width: 300px; margin: 12px 0"><input type="${text === 'Password' ? 'password' : 'text'}" placeholder=" " style="width: 280px; height: 40px"><label style="position: absolute; left: 12px; top: 12px; pointer-events: none">${text}</label></div>`,
      )
      .join(
        '',
      )}<p><select><option value="">Select package…</option><option>Shared</option><option>Domain</option></select></p><p style="margin-top: 60px"><button>Login</button></p></form>`,
    rows: [],
    pills: [...DETAILS, 'package'],
  },
  {
    name: 'two fields that bear one name, so that neither is surely the one',
    body: details('<p><label for="m">Name</label> <input id="m"></p>'),
    rows: [],
    pills: ['?', '?', ...DETAILS.filter((id) => id !== 'name')],
  },
  {
    name: 'a list that opens a dialog, in which an input that searches waits unseen',
    body: `<form><label id="l" for="t">Topic</label><div><button type="button" id="t" aria-labelledby="l v" aria-haspopup="dialog" aria-expanded="false"><span id="v">Please select</span></button></div>
      <div role="dialog" style="display: none"><input role="combobox" aria-controls="o" aria-expanded="true"><div role="listbox" id="o"></div></div>${START}</form>`,
    rows: [],
    pills: ['topic'],
    roles: [['button', 'topic']],
  },
]
