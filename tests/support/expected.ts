import { form as spanish, note as words } from '../../locales/es.json'
import type { Markup, Stage } from './forms'
import { DEPARTMENTS, UNUSED } from './words'

const FIELDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^name\b/i, 'name'],
  [/^billing username\b/i, 'billing-username'],
  [/^(your )?password\b/i, 'password'],
  [/^(select package|hosting package)/i, 'package'],
  [/^login$/i, 'login'],
  [/^existing customer$/i, 'existing-customer'],
  [/^new customer$/i, 'new-customer'],
]

/** What a note says about an entry, without the reason: the label and whether it is used. */
function said(id: string): string {
  const { label } = spanish[id as keyof typeof spanish]
  if (UNUSED.includes(id)) return `${label} · ${words.notUsed}`
  return id === 'existing-customer' ? `${label} · ${words.use}` : label
}

/** Every English text of a stage with what has to stand beside it, in any order. */
export function expected(stage: Stage, markup: Markup): readonly string[] {
  if (stage === 'customer')
    return [`existing-customer: ${said('existing-customer')}`, `new-customer: ${said('new-customer')}`]
  if (stage === 'details') {
    const fields = ['name', 'billing-username', 'password', 'package', 'login'].map((id) => `${id}: ${said(id)}`)
    const prompt = markup.body(stage).includes('<option') && `Select package: ${said('package')}`
    const unused = markup.body(stage).includes('Reseller')
      ? ['package.reseller', 'package.vps'].map(
          (id) =>
            `${id === 'package.vps' ? 'VPS' : 'Reseller'}: ${spanish[id as 'package.vps'].label} · ${words.notUsed}`,
        )
      : []
    return [
      ...fields,
      ...(prompt ? [prompt] : []),
      ...unused,
      `Shared: ${said('package.shared')}`,
      `Domain: ${said('package.domain')}`,
    ]
  }
  return DEPARTMENTS.flatMap(([name, id, topics]) => [
    `${name}: ${said(id)}`,
    ...topics.map(([topic, own]) => `${topic}: ${said(own)}`),
  ])
}

/** A note that was seen, in the same shape. */
export function asExpected(stage: Stage, note: { kind: string; english: string; spanish: string }): string {
  if (stage === 'topic' || note.kind === 'option') return `${note.english.replace(/(…|\.\.\.)$/, '')}: ${note.spanish}`
  const field = FIELDS.find(([name]) => name.test(note.english))?.[1]
  return `${field ?? note.english}: ${note.spanish}`
}
