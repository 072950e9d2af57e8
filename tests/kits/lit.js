import { css, html, LitElement } from 'lit'
import { DEPARTMENTS, PACKAGES } from './form'

/** A topic in a list: its row is in the element's shadow root. */
class ChatTopic extends LitElement {
  static properties = { text: {}, chosen: { type: Boolean } }
  static styles = css`div { padding: 5px 12px; cursor: pointer } div:hover { background: #eef }`
  render() {
    return html`<div role="radio" tabindex="0" aria-checked=${this.chosen ? 'true' : 'false'}>${this.text}</div>`
  }
}

class ChatForm extends LitElement {
  static properties = { stage: {}, open: { state: true }, chosen: { state: true } }
  static styles = css`
    label { display: block } input, select { width: 240px; padding: 6px; font: inherit } p { margin: 18px 0 }
    h3 { font-size: 17px; margin: 10px 0 4px } button { font: inherit; padding: 6px 14px }
  `
  constructor() {
    super()
    this.chosen = ''
  }
  render() {
    return html`<form method="post" action="/submit">${this[this.stage]()}</form>`
  }
  customer() {
    return html`<button name="kind" value="existing" style="margin-right: 140px">Existing Customer</button><button name="kind" value="new">New Customer</button>`
  }
  details() {
    const field = (label, name, type) =>
      html`<p><label for=${name}>${label}</label><input id=${name} name=${name} type=${type}></p>`
    return html`${field('Name', 'name', 'text')}${field('Billing Username', 'user', 'text')}${field('Password', 'pass', 'password')}
      <p><label for="package">Hosting Package</label><select id="package" name="package"><option value="">Select package…</option>${PACKAGES.map((text) => html`<option>${text}</option>`)}</select></p>
      <button>Login</button>`
  }
  topic() {
    const group = ({ name, topics }) =>
      html`<div role="radiogroup" aria-label=${name}><h3>${name}</h3>${topics.map((text) => html`<chat-topic .text=${text} .chosen=${this.chosen === text} @click=${() => (this.chosen = text)}></chat-topic>`)}</div>`
    return html`<input type="hidden" name="topic" .value=${this.chosen}>${DEPARTMENTS.map(group)}<button>Start Chat</button>`
  }
}

/** The form made with Lit: everything in nested open shadow roots. */
export default function mount(root, stage) {
  customElements.define('chat-topic', ChatTopic)
  customElements.define('chat-form', ChatForm)
  const form = document.createElement('chat-form')
  form.stage = stage
  root.append(form)
}
