/**
 * The English form as it is attested, typed from the description of the form and not from the extension's knowledge
 * file, so that a slip in one of them shows. Departments with their topics, in the order of the form.
 */
export const DEPARTMENTS: ReadonlyArray<readonly [string, string, ReadonlyArray<readonly [string, string]>]> = [
  [
    'Billing',
    'dept.billing',
    [
      ['Account Cancellation', 'topic.account-cancellation'],
      ['Billing Questions/Account Manager', 'topic.billing-questions'],
      ['Make Payment', 'topic.make-payment'],
    ],
  ],
  ['Dedi/VPS', 'dept.dedi-vps', []],
  [
    'Domain',
    'dept.domain',
    [
      ['DNS Assistance', 'topic.dns-assistance'],
      ['Domain Renewal', 'topic.domain-renewal'],
      ['Domain Transfer', 'topic.domain-transfer'],
      ['DNS Management', 'topic.dns-management'],
      ['Purchase a Domain', 'topic.purchase-domain'],
    ],
  ],
  [
    'Email',
    'dept.email',
    [
      ['Email Account Setup', 'topic.email-setup'],
      ['Send/Receive Mail Issues', 'topic.mail-issues'],
      ['Spam', 'topic.spam'],
    ],
  ],
  ['Malware/Security', 'dept.malware', [['Malware/Security', 'topic.malware']]],
  [
    'Sales',
    'dept.sales',
    [
      ['Design', 'topic.design'],
      ['Domains', 'topic.sales-domains'],
      ['Marketing/SEO', 'topic.marketing'],
      ['New Account', 'topic.new-account'],
      ['Other', 'topic.sales-other'],
      ['VPS/Dedi Sales', 'topic.vps-sales'],
    ],
  ],
  [
    'Tech Support',
    'dept.tech-support',
    [
      ['cPanel', 'topic.cpanel'],
      ['Database Issues', 'topic.database'],
      ['Password Reset', 'topic.password-reset'],
      ['SSL', 'topic.ssl'],
      ['Website Issues', 'topic.website'],
      ['WHM', 'topic.whm'],
      ['Windows', 'topic.windows'],
    ],
  ],
]

/** What the guide does not use. */
export const UNUSED: readonly string[] = [
  'new-customer',
  'dept.dedi-vps',
  'topic.design',
  'topic.marketing',
  'topic.vps-sales',
  'topic.whm',
  'topic.windows',
]
