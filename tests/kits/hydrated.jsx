import { useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server.browser'
import { DEPARTMENTS, PACKAGES } from './form'

function Customer() {
  return (
    <table>
      <tbody>
        <tr>
          <td style={{ paddingRight: 140 }}>
            <input type="submit" name="kind" value="Existing Customer" />
          </td>
          <td>
            <input type="submit" name="kind" value="New Customer" />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Row({ label, children }) {
  return (
    <tr>
      <td>{label}</td>
      <td>{children}</td>
    </tr>
  )
}

function Details() {
  return (
    <table>
      <tbody>
        <Row label="Name:">
          <input name="name" />
        </Row>
        <Row label="Billing Username:">
          <input name="user" />
        </Row>
        <Row label="Password:">
          <input name="pass" type="password" />
        </Row>
        <Row label="Hosting Package:">
          <select name="package">
            {PACKAGES.map((text) => (
              <option key={text}>{text}</option>
            ))}
          </select>
        </Row>
        <Row>
          <button>Login</button>
        </Row>
      </tbody>
    </table>
  )
}

function Topic() {
  const [order, setOrder] = useState(DEPARTMENTS)
  return (
    <>
      <button type="button" id="reorder" onClick={() => setOrder([...order].reverse())}>
        Sort
      </button>
      {order.map(({ name, topics }) => (
        <fieldset key={name}>
          <legend>{name}</legend>
          {topics.map((topic) => (
            <label key={topic} style={{ display: 'block' }}>
              <input type="radio" name="topic" value={topic} /> {topic}
            </label>
          ))}
        </fieldset>
      ))}
      <button>Start Chat</button>
    </>
  )
}

/** The form made with React, with labels in neighbouring table cells. */
export function Form({ stage }) {
  const Stage = { customer: Customer, details: Details, topic: Topic }[stage]
  return (
    <form method="post" action="/submit">
      <Stage />
    </form>
  )
}

/** The form rendered as on a server, that React then takes over. */
export default function mount(root, stage) {
  const page = <Form stage={stage} />
  root.innerHTML = renderToString(page)
  addEventListener('DOMContentLoaded', () => hydrateRoot(root, page))
}
