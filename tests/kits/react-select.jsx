import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import Select from 'react-select'
import { DEPARTMENT_NAMES, DEPARTMENTS, PACKAGES, topicsOf } from './form'

const asOptions = (texts) => texts.map((text) => ({ value: text, label: text }))
const GROUPS = DEPARTMENTS.map(({ name, topics }) => ({ label: name, options: asOptions(topics) }))

function Field({ label, name, type = 'text' }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type={type} autoComplete="off" />
    </div>
  )
}

function List({ label, name, ...rest }) {
  return (
    <div className="field" id={`${name}-field`} style={{ width: 300 }}>
      <label htmlFor={name}>{label}</label>
      <Select inputId={name} instanceId={name} name={name} maxMenuHeight={900} {...rest} />
    </div>
  )
}

function Customer() {
  return (
    <div style={{ display: 'flex', gap: 140 }}>
      <button name="kind" value="existing">
        Existing Customer
      </button>
      <button name="kind" value="new">
        New Customer
      </button>
    </div>
  )
}

function Details() {
  return (
    <>
      <Field label="Name" name="name" />
      <Field label="Billing Username" name="user" />
      <Field label="Password" name="pass" type="password" />
      <List label="Hosting Package" name="package" placeholder="Select package…" options={asOptions(PACKAGES)} />
      <button>Login</button>
    </>
  )
}

function Grouped() {
  return <List label="Topic" name="topic" placeholder="Please select" options={GROUPS} />
}

function Cascaded() {
  const [department, setDepartment] = useState(null)
  return (
    <>
      <List
        label="Department"
        name="department"
        placeholder="Select department…"
        options={asOptions(DEPARTMENT_NAMES)}
        onChange={(option) => setDepartment(option.value)}
      />
      <List
        key={department}
        label="Topic"
        name="topic"
        placeholder="Please select"
        options={asOptions(topicsOf(department))}
        menuPortalTarget={document.body}
      />
    </>
  )
}

/** The form made of react-select: one grouped list, or two lists of which the second is a portal. */
export default function mount(root, stage, variant) {
  const Topic = variant === 'cascaded' ? Cascaded : Grouped
  const Stage = { customer: Customer, details: Details, topic: Topic }[stage]
  createRoot(root).render(
    <form method="post" action="/submit">
      <Stage />
      {stage === 'topic' && <button>Start Chat</button>}
    </form>,
  )
}
