import { DEPARTMENTS } from './words'

/** The stages of the form. */
export type Stage = 'customer' | 'details' | 'topic'
export const STAGES: readonly Stage[] = ['customer', 'details', 'topic']

/** One way in which the form may be built: the body of each stage. */
export interface Markup {
  readonly name: string
  readonly body: (stage: Stage) => string
}

/** Words of ours that stand on every test page outside the form; they must never get a note. */
const AROUND = `
  <header><nav><a href="/domains">Domains</a> <a href="/email">Email</a> <a href="/support">Tech Support</a></nav></header>
  <h1>Live Chat</h1><p>Our Billing and Sales teams answer around the clock. Choose Domain for questions about one.</p>`
const BELOW = '<footer><a href="/billing">Billing</a> <a href="/ssl">SSL</a> <a href="/windows">Windows</a></footer>'

const STYLE = `
  body { font: 16px/1.5 Arial, sans-serif; margin: 24px; max-width: 900px }
  form, .chat { margin: 24px 0 } input:not([type=radio]), select { font: inherit; padding: 6px; width: 240px }
  button, input[type=submit], .btn { font: inherit; padding: 6px 14px } .field { margin: 18px 0 } .field label { display: block }
  fieldset { margin: 12px 0; border: 1px solid #bbb } td { padding: 10px 14px 10px 0 } .panel { padding: 4px 24px }
  .header { display: block; padding: 8px; background: #eee; border: 1px solid #ccc; color: #222; text-decoration: none }
  ul { list-style: none; margin: 0; padding: 4px 20px } li { padding: 5px 0 } .pair { display: flex; gap: 120px; padding-bottom: 40px }`

/** A whole page with a stage in it. */
export function pageWith(body: string, extra = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>HostGator Live Chat</title><style>${STYLE}</style></head><body>${AROUND}${body}${BELOW}${extra}</body></html>`
}

const option = (text: string) => `<option>${text}</option>`
const options = (texts: readonly string[]) => texts.map(option).join('')

const nativeSelects: Markup = {
  name: 'native selects with optgroups',
  body: (stage) =>
    ({
      customer:
        '<form class="pair" method="post" action="/submit"><button name="kind" value="existing">Existing Customer</button><button name="kind" value="new">New Customer</button></form>',
      details: `<form method="post" action="/submit">
        <div class="field"><label for="n">Name</label><input id="n" name="name"></div>
        <div class="field"><label for="u">Billing Username</label><input id="u" name="user" placeholder="you@example.com"></div>
        <div class="field"><label for="p">Password</label><input id="p" name="pass" type="password" required></div>
        <div class="field"><label for="k">Hosting Package</label><select id="k" name="package"><option value="">Select package…</option>${options(['Shared', 'Domain', 'Reseller', 'VPS'])}</select></div>
        <input type="submit" name="act" value="Login"></form>`,
      topic: `<form method="post" action="/submit"><div class="field"><label for="t">Select a topic</label><select id="t" name="topic"><option value="">Please select</option>${DEPARTMENTS.map(
        ([name, , topics]) => `<optgroup label="${name}">${options(topics.map(([topic]) => topic))}</optgroup>`,
      ).join('')}</select></div><button>Start Chat</button></form>`,
    })[stage],
}

const CASCADE = `<script>
  const topics = ${JSON.stringify(Object.fromEntries(DEPARTMENTS.map(([name, , list]) => [name, list.map(([topic]) => topic)])))}
  const [first, second] = document.querySelectorAll('select')
  first.onchange = () => { second.innerHTML = ''; for (const topic of topics[first.value] || []) second.add(new Option(topic)) }
</script>`

const cascaded: Markup = {
  name: 'cascaded selects without values',
  body: (stage) =>
    ({
      customer:
        '<div class="chat pair"><a class="btn" href="#" role="button">Existing Customer</a><a class="btn" href="#" role="button">New Customer</a></div>',
      details: `<form method="post" action="/submit">
        <div class="field"><label>Name:* <input name="name" required></label></div>
        <div class="field"><label>Billing Username:* <input name="user" required></label></div>
        <div class="field"><label>Password:* <input name="pass" type="password" required></label></div>
        <div class="field"><select name="package" aria-label="Select package"><option>Select package...</option>${options(['Shared', 'Domain'])}</select></div>
        <button name="act" value="go">LOGIN</button></form>`,
      topic: `<form method="post" action="/submit"><div class="field"><label for="d">Department</label><select id="d" name="dept"><option>Select department…</option>${options(
        DEPARTMENTS.map(([name]) => name),
      )}</select></div><div class="field"><label for="t">Topic</label><select id="t" name="topic"></select></div><button>Start Chat</button></form>${CASCADE}`,
    })[stage],
}

const radio = (name: string, text: string) =>
  `<label><input type="radio" name="${name}" value="${text}"> ${text}</label><br>`

const radios: Markup = {
  name: 'radios in fieldsets',
  body: (stage) =>
    ({
      customer: `<form class="chat" method="post" action="/submit">${radio('kind', 'Existing Customer')}${radio('kind', 'New Customer')}</form>`,
      details: `<form method="post" action="/submit">
        <div class="field"><label for="n">Name (required)</label><input id="n" name="name" placeholder="First and last name"></div>
        <div class="field"><label for="u">Billing Username (required)</label><input id="u" name="user"></div>
        <div class="field"><label for="p">Password (required)</label><input id="p" name="pass" type="password"></div>
        <fieldset><legend>Select package…</legend>${radio('package', 'Shared')}${radio('package', 'Domain')}</fieldset>
        <button>Login</button></form>`,
      topic: `<form method="post" action="/submit">${DEPARTMENTS.map(
        ([name, , topics]) =>
          `<fieldset><legend>${name}</legend>${topics.map(([topic]) => radio('topic', topic)).join('')}</fieldset>`,
      ).join('')}<button>Start Chat</button></form>`,
    })[stage],
}

const ACCORDION = `<script>
  for (const header of document.querySelectorAll('.header')) header.onclick = (event) => { event.preventDefault(); header.nextElementSibling.hidden = !header.nextElementSibling.hidden }
  for (const link of document.querySelectorAll('.topic')) link.onclick = (event) => { event.preventDefault(); document.forms.f.topic.value = link.textContent }
</script>`

const accordion: Markup = {
  name: 'links and buttons in an accordion',
  body: (stage) =>
    ({
      customer:
        '<div class="chat pair"><button type="button">Existing Customer</button><button type="button">New Customer</button></div>',
      details: `<form method="post" action="/submit">
        <div class="field"><input name="name" placeholder="Name"></div><div class="field"><input name="user" placeholder="Billing Username"></div>
        <div class="field"><input name="pass" type="password" placeholder="Password"></div>
        <div class="field"><p id="pk">Select package…</p><ul role="radiogroup" aria-labelledby="pk"><li role="radio" tabindex="0" aria-checked="false">Shared</li><li role="radio" tabindex="-1" aria-checked="false">Domain</li></ul></div>
        <button>Login</button></form>`,
      topic: `<form name="f" method="post" action="/submit"><input type="hidden" name="topic">${DEPARTMENTS.map(
        ([name, , topics]) =>
          `<div><a class="header" href="#">${name}</a><ul class="panel">${topics.map(([topic]) => `<li><a href="#" class="topic">${topic}</a></li>`).join('')}</ul></div>`,
      ).join('')}<button>Start Chat</button></form>${ACCORDION}`,
    })[stage],
}

const table: Markup = {
  name: 'a table without labels',
  body: (stage) =>
    ({
      customer:
        '<form method="post" action="/submit"><table><tr><td><input type="submit" name="kind" value="Existing Customer"></td><td style="padding-left:140px"><input type="submit" name="kind" value="New Customer"></td></tr></table></form>',
      details: `<form method="post" action="/submit"><table>
        <tr><td>Name:</td><td><input name="name"></td></tr><tr><td>Billing Username:</td><td><input name="user"></td></tr>
        <tr><td>Your password:</td><td><input name="pass" type="password"></td></tr>
        <tr><td>Hosting Package:</td><td><select name="package"><option value="">Select package…</option>${options(['Shared', 'Domain'])}</select></td></tr>
        <tr><td></td><td><input type="submit" value="Login"></td></tr></table></form>`,
      topic: `<form method="post" action="/submit"><table>${DEPARTMENTS.map(
        ([name, , topics]) =>
          `<tr><th colspan="2" align="left">${name}</th></tr>${topics.map(([topic]) => `<tr><td><input type="radio" name="topic" value="${topic}"></td><td>${topic}</td></tr>`).join('')}`,
      ).join('')}</table><button>Start Chat</button></form>`,
    })[stage],
}

/** The ways of building the form that are tested. */
export const MARKUPS: readonly Markup[] = [nativeSelects, cascaded, radios, accordion, table]
