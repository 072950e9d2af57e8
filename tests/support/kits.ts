import type { Stage } from './forms'
import { DEPARTMENTS } from './words'

/** One thing that a customer does: `click` a selector, `pick` a text that is seen, `press` a key, `scroll` a list. */
export type Act = readonly ['click' | 'pick' | 'press' | 'scroll' | 'type', string, number?]

/** Something to look at: what is done first, and what it is called in the figures. */
export interface View {
  readonly name: string
  readonly acts: readonly Act[]
}

/** A way of building the form, with real libraries or by hand. */
export interface Kit {
  readonly name: string
  /** The file in tests/kits. */
  readonly file: string
  readonly variant?: string
  /** What is opened, one view after the other on the same page. */
  readonly views: Readonly<Record<Stage, readonly View[]>>
  /** What is done to fill in and send the stage. */
  readonly send: Readonly<Record<Stage, readonly Act[]>>
}

const rest: View = { name: 'at rest', acts: [] }
const opened = (selector: string): View => ({ name: 'open', acts: [['click', selector]] })
const typed: readonly Act[] = [
  ['click', '[name=name]'],
  ['type', 'Ana'],
  ['click', '[name=user]'],
  ['type', 'ana@example.com'],
  ['click', '[name=pass]'],
  ['type', 'secret'],
]
const customer = { views: [rest], send: [['pick', 'Existing Customer']] as readonly Act[] }
const close: Act = ['press', 'Escape']

/** Every department chosen in the first list, and the second list opened. */
const cascade = (first: string, second: string): readonly View[] => [
  rest,
  opened(first),
  { name: 'closed', acts: [close] },
  ...DEPARTMENTS.filter(([, , topics]) => topics.length > 0).map(
    ([department], at): View => ({
      name: `topics of ${department}`,
      acts: [...(at > 0 ? [close] : []), ['click', first], ['pick', department], ['click', second]],
    }),
  ),
]
const openAll: View = { name: 'all open', acts: DEPARTMENTS.map(([name]): Act => ['pick', name]) }

function kit(
  name: string,
  file: string,
  details: { readonly views: readonly View[]; readonly send: readonly Act[] },
  topic: { readonly views: readonly View[]; readonly send: readonly Act[] },
  variant?: string,
): Kit {
  return {
    name,
    file,
    ...(variant ? { variant } : {}),
    views: { customer: customer.views, details: details.views, topic: topic.views },
    send: {
      customer: customer.send,
      details: [...typed, ...details.send, ['pick', 'Login']],
      topic: [...topic.send, ['pick', 'Start Chat']],
    },
  }
}

const pickPackage = (selector: string): readonly Act[] => [
  ['click', selector],
  ['pick', 'Domain'],
]
const twoLists = (first: string, second: string): readonly Act[] => [
  ['click', first],
  ['pick', 'Sales'],
  ['click', second],
  ['pick', 'Other'],
]
const listOf = (selector: string) => ({ views: [rest, opened(selector)], send: pickPackage(selector) })
const still = (acts: readonly Act[]) => ({ views: [rest], send: acts })

/** All kits. */
export const KITS: readonly Kit[] = [
  kit('react-select', 'react-select.jsx', listOf('#package-field [class*=control]'), {
    views: [rest, opened('#topic-field [class*=control]')],
    send: [
      ['click', '#topic-field [class*=control]'],
      ['pick', 'Make Payment'],
    ],
  }),
  kit(
    'react-select, two lists, portal',
    'react-select.jsx',
    listOf('#package-field [class*=control]'),
    {
      views: cascade('#department-field [class*=control]', '#topic-field [class*=control]'),
      send: twoLists('#department-field [class*=control]', '#topic-field [class*=control]'),
    },
    'cascaded',
  ),
  kit('MUI Select', 'mui.jsx', listOf('#package'), {
    views: cascade('#department', '#topic'),
    send: twoLists('#department', '#topic'),
  }),
  kit(
    'MUI Autocomplete',
    'mui.jsx',
    listOf('#package'),
    {
      views: [
        rest,
        opened('#topic'),
        { name: 'filtered', acts: [['type', 'dom']] },
        { name: 'by keyboard', acts: [['press', 'ArrowDown']] },
      ],
      send: [
        ['click', '#topic'],
        ['pick', 'Make Payment'],
      ],
    },
    'autocomplete',
  ),
  kit(
    'Shoelace',
    'shoelace.js',
    { views: [rest, opened('#package')], send: pickPackage('#package') },
    still([['pick', 'Spam']]),
  ),
  kit('jQuery accordion', 'jquery.js', still([['pick', 'Domain']]), {
    views: [rest, openAll],
    send: [
      ['pick', 'Email'],
      ['pick', 'Spam'],
    ],
  }),
  kit('ARIA select-only', 'select-only.js', listOf('#package'), {
    views: [...cascade('#department', '#topic'), { name: 'by keyboard', acts: [['press', 'ArrowDown']] }],
    send: twoLists('#department', '#topic'),
  }),
  kit(
    'ARIA select-only, portal',
    'select-only.js',
    listOf('#package'),
    { views: cascade('#department', '#topic'), send: twoLists('#department', '#topic') },
    'portal',
  ),
  kit('list without roles, submenus', 'cascader.js', listOf('#package'), {
    views: [
      rest,
      opened('#topic'),
      ...DEPARTMENTS.map(([name]): View => ({ name: `submenu of ${name}`, acts: [['pick', name]] })),
    ],
    send: [
      ['click', '#topic'],
      ['pick', 'Billing'],
      ['pick', 'Make Payment'],
    ],
  }),
  kit('virtualised list', 'virtual.js', still([['pick', 'Domain']]), {
    views: [
      rest,
      ...[200, 480, 680, 900].map((y): View => ({ name: `scrolled to ${y}`, acts: [['scroll', '#list', y]] })),
    ],
    send: [['pick', 'Make Payment']],
  }),
  kit(
    'Choices',
    'look-alike.js',
    listOf('.choices'),
    {
      views: [rest, opened('.choices')],
      send: [
        ['click', '.choices'],
        ['pick', 'Make Payment'],
      ],
    },
    'choices',
  ),
  kit(
    'select2',
    'look-alike.js',
    listOf('.select2-selection'),
    {
      views: [rest, opened('.select2-selection')],
      send: [
        ['click', '.select2-selection'],
        ['pick', 'Account Cancellation'],
      ],
    },
    'select2',
  ),
  kit('Vue', 'vue.js', listOf('#package'), {
    views: [rest, openAll],
    send: [
      ['pick', 'Email'],
      ['pick', 'Spam'],
    ],
  }),
  kit('Lit', 'lit.js', still([]), still([['pick', 'Spam']])),
  kit('Svelte', 'svelte.js', still([]), {
    views: [rest, ...DEPARTMENTS.map(([name]): View => ({ name, acts: [['pick', name]] }))],
    send: [
      ['pick', 'Email'],
      ['pick', 'Spam'],
    ],
  }),
  kit('React, hydrated', 'hydrated.jsx', still([]), {
    views: [rest, { name: 're-ordered', acts: [['click', '#reorder']] }],
    send: [['pick', 'Spam']],
  }),
  kit('columns and badges of spans', 'columns.js', still([['pick', 'Domain']]), still([['pick', 'Spam']])),
  kit('drawn radios in a dialog', 'dialog.js', still([['pick', 'Domain']]), still([['pick', 'Spam']])),
]
