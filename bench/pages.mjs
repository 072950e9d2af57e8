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

/** Topics of the form as radios in fieldsets, the whole form as often as it takes to reach `controls`. */
function topics(controls) {
  const one = Object.entries(DEPARTMENTS).map(([name, list]) => ({ name, list }))
  let left = controls
  let html = ''
  while (left > 0) {
    for (const { name, list } of one) {
      const rows = list.slice(0, left)
      left -= rows.length
      const radios = rows.map((topic) => `<div class="row"><label><input type="radio" name="t"> ${topic}</label></div>`)
      html += `<fieldset><legend>${name}</legend>${radios.join('')}</fieldset>`
    }
  }
  return html
}

/** The last stage with about `controls` topics; at least the 25 of the form, so that it is the form. */
export function formPage(controls) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Live Chat</title></head>
    <body><h1>Live Chat</h1><p id="other">Welcome.</p><form id="form">${topics(Math.max(controls, 25))}</form></body></html>`
}

/** The same words in a page that is not the form. */
export const STRANGE_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title></head><body>${Object.entries(
  DEPARTMENTS,
)
  .map(
    ([name, list]) =>
      `<h2>${name}</h2><ul>${list.map((topic) => `<li>${topic}</li>`).join('')}</ul><p>${'Read on. '.repeat(40)}</p>`,
  )
  .join('')}</body></html>`
