import Autocomplete from '@mui/material/Autocomplete'
import Button from '@mui/material/Button'
import FormControl from '@mui/material/FormControl'
import InputLabel from '@mui/material/InputLabel'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { DEPARTMENT_NAMES, DEPARTMENTS, PACKAGES, topicsOf } from './form'

const ALL = DEPARTMENTS.flatMap(({ name, topics }) => topics.map((topic) => ({ name, topic })))

function List({ label, name, options, onChange }) {
  return (
    <FormControl sx={{ width: 300 }}>
      <InputLabel id={`${name}-label`}>{label}</InputLabel>
      <Select
        id={name}
        labelId={`${name}-label`}
        name={name}
        label={label}
        defaultValue=""
        onChange={(event) => onChange?.(event.target.value)}
      >
        {options.map((text) => (
          <MenuItem key={text} value={text}>
            {text}
          </MenuItem>
        ))}
      </Select>
    </FormControl>
  )
}

function Customer() {
  return (
    <Stack direction="row" spacing={18}>
      <Button type="submit" variant="contained" name="kind" value="existing">
        Existing Customer
      </Button>
      <Button type="submit" variant="outlined" name="kind" value="new">
        New Customer
      </Button>
    </Stack>
  )
}

function Details() {
  return (
    <Stack spacing={3} sx={{ width: 300 }}>
      <TextField label="Name" name="name" />
      <TextField label="Billing Username" name="user" variant="filled" />
      <TextField label="Password" name="pass" type="password" variant="standard" />
      <List label="Select package…" name="package" options={PACKAGES} />
      <Button type="submit" variant="contained">
        Login
      </Button>
    </Stack>
  )
}

function Cascaded() {
  const [department, setDepartment] = useState('')
  return (
    <Stack spacing={3}>
      <List label="Department" name="department" options={DEPARTMENT_NAMES} onChange={setDepartment} />
      <List key={department} label="Topic" name="topic" options={topicsOf(department)} />
    </Stack>
  )
}

function Searched() {
  return (
    <Autocomplete
      id="topic"
      sx={{ width: 360 }}
      options={ALL}
      groupBy={(option) => option.name}
      getOptionLabel={(option) => option.topic}
      getOptionKey={(option) => `${option.name} ${option.topic}`}
      slotProps={{ listbox: { sx: { maxHeight: 900 } } }}
      renderInput={(params) => <TextField {...params} label="Topic" name="topic" />}
    />
  )
}

/** The form made of MUI: floating labels, lists that are portals, an input that filters. */
export default function mount(root, stage, variant) {
  const Topic = variant === 'autocomplete' ? Searched : Cascaded
  const Stage = { customer: Customer, details: Details, topic: Topic }[stage]
  createRoot(root).render(
    <form method="post" action="/submit">
      <Stage />
      {stage === 'topic' && (
        <Button type="submit" sx={{ mt: 3 }}>
          Start Chat
        </Button>
      )}
    </form>,
  )
}
