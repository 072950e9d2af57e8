// The pages that are measured: the last stage of the form with a number of topics, and a page that can render it anew.

const DEPARTMENTS = {
  Billing: ['Account Cancellation', 'Billing Questions/Account Manager', 'Make Payment'],
  'Dedi/VPS': [],
  Domain: ['DNS Assistance', 'Domain Renewal', 'Domain Transfer', 'DNS Management', 'Purchase a Domain'],
  Email: ['Email Account Setup', 'Send/Receive Mail Issues', 'Spam'],
  'Malware/Security': ['Malware/Security'],
  Sales: ['Design', 'Domains', 'Marketing/SEO', 'New Account', 'Other', 'VPS/Dedi Sales'],
  'Tech Support': ['cPanel', 'Database Issues', 'Password Reset', 'SSL', 'Website Issues', 'WHM', 'Windows'],
}

const radio = (group, text) => `<div class="row"><label><input type="radio" name="${group}"> ${text}</label></div>`

/** Topics of the form as radios in fieldsets, the whole form as often as it takes to reach `controls`. */
function topics(controls) {
  const one = Object.entries(DEPARTMENTS).map(([name, list]) => ({ name, list }))
  let left = controls
  let html = ''
  while (left > 0) {
    for (const { name, list } of one) {
      const rows = list.slice(0, left)
      left -= rows.length
      html += `<fieldset><legend>${name}</legend>${rows.map((topic) => radio('t', topic)).join('')}</fieldset>`
    }
  }
  return html
}

/** A page with more topics than this, counting every copy, is no form to the guide. */
const MOST_TOPICS = 750

/** The last stage with so many radios; those beyond what a page of the form may have are about something else. */
export function formPage(controls) {
  const others = Array.from({ length: Math.max(0, controls - MOST_TOPICS) }, (_, i) => radio('o', `Colour ${i + 1}`))
  const form = `<form id="form">${topics(Math.min(controls, MOST_TOPICS))}</form>`
  return page('Live Chat', `<h1>Live Chat</h1><p id="other">Welcome.</p>${form}<div>${others.join('')}</div>`)
}

const page = (title, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
const PROSE = `<p>${'Read on. '.repeat(40)}</p>`

/** The same words in a page that is not the form, which is the hardest to tell. */
export const STRANGE_PAGE = page(
  'Help',
  Object.entries(DEPARTMENTS)
    .map(([name, list]) => `<h2>${name}</h2><ul>${list.map((topic) => `<li>${topic}</li>`).join('')}</ul>${PROSE}`)
    .join(''),
)

/** A page of as many texts with other words. */
export const OTHER_PAGE = page(
  'Thanks',
  Array.from({ length: 7 }, (_, i) => `<h2>Part ${i + 1}</h2><ul>${'<li>Thank you</li>'.repeat(4)}</ul>${PROSE}`).join(
    '',
  ),
)
