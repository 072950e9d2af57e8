import { form as spanish } from '../../locales/es.json'
import type { Stage } from './forms'
import { DEPARTMENTS } from './words'

/** The Spanish that may stand beside each English text of a stage; the English in lower case, without its ornaments. */
export type Expected = Readonly<Record<string, readonly string[]>>

const said = (id: string) => spanish[id as keyof typeof spanish].label

/** What the form says at a stage, and what has to stand beside it. */
export function expectedAt(stage: Stage): Expected {
  if (stage === 'customer')
    return named([
      ['Existing Customer', 'existing-customer'],
      ['New Customer', 'new-customer'],
    ])
  if (stage === 'details') {
    return named([
      ['Name', 'name'],
      ['Billing Username', 'billing-username'],
      ['Password', 'password'],
      ['Hosting Package', 'package'],
      ['Select package', 'package'],
      ['Package', 'package'],
      ['Shared', 'package.shared'],
      ['Domain', 'package.domain'],
      ['Reseller', 'package.reseller'],
      ['Login', 'login'],
    ])
  }
  return named([
    ['Department', 'department'],
    ['Topic', 'topic'],
    ...DEPARTMENTS.flatMap(([name, id, topics]) => [[name, id] as const, ...topics]),
  ])
}

function named(pairs: ReadonlyArray<readonly [string, string]>): Expected {
  const found: Record<string, string[]> = {}
  for (const [english, id] of pairs) {
    const key = english.toLowerCase()
    found[key] = [...(found[key] ?? []), said(id)]
  }
  return found
}
