/** Pages with many of the form's words that are not the form: what they must have is nothing. */
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`

const prose = (text: string) => `<p>${`${text} `.repeat(12)}</p>`

/** Name and HTML of each. */
export const UNRELATED: ReadonlyArray<readonly [string, string]> = [
  [
    'a login page',
    page(
      'Log in',
      `<h1>Existing Customer</h1><form><label>Email <input name="email"></label><label>Password <input type="password"></label><button>Login</button></form><h2>New Customer</h2><a href="/signup">Sign up</a>`,
    ),
  ],
  [
    'a shop checkout',
    page(
      'Checkout',
      `<h1>Checkout</h1><button>Existing Customer</button><button>New Customer</button><form><label>Name <input></label><label>E-mail <input></label><label>Password <input type="password"></label><label>Shipping address <input></label><label>Card number <input></label><button>Login</button><button>Place order</button></form>`,
    ),
  ],
  [
    'a checkout without fields yet',
    page(
      'Checkout',
      `<h2>Order summary</h2><p>Subtotal: $10</p><button>Existing Customer</button><button>New Customer</button>`,
    ),
  ],
  [
    'a help article about the form',
    page(
      'How to contact support',
      `<article><h1>How to contact support</h1>${prose('First press the button for existing customers, then fill in your name and your billing username.')}
      <h2 id="billing">Billing</h2><ul><li>Account Cancellation</li><li>Billing Questions/Account Manager</li><li>Make Payment</li></ul>${prose('Choose this department for invoices.')}
      <h2 id="email">Email</h2><ul><li>Email Account Setup</li><li>Send/Receive Mail Issues</li><li>Spam</li></ul>${prose('Choose this department for mail.')}
      <h2 id="tech">Tech Support</h2><ul><li>cPanel</li><li>Database Issues</li><li>Password Reset</li><li>SSL</li><li>Website Issues</li><li>WHM</li><li>Windows</li></ul>
      <h2 id="m">Malware/Security</h2><h2 id="d">Dedi/VPS</h2></article>`,
    ),
  ],
  [
    "an article's table of contents",
    page(
      'Departments',
      `<div><ul><li><a href="#billing">Billing</a></li><li><a href="#dedi">Dedi/VPS</a></li><li><a href="#domain">Domain</a></li><li><a href="#email">Email</a></li><li><a href="#malware">Malware/Security</a></li><li><a href="#sales">Sales</a></li><li><a href="#tech">Tech Support</a></li></ul></div>
      ${['billing', 'dedi', 'domain', 'email', 'malware', 'sales', 'tech'].map((id) => `<h2 id="${id}">${id}</h2>${prose('This department answers questions.')}`).join('')}`,
    ),
  ],
  [
    "a knowledge base's categories",
    page(
      'Knowledge base',
      `<input type="search" placeholder="Search"><ul>${['Billing', 'Domain', 'Email', 'SSL', 'cPanel', 'Windows', 'Domain Transfer', 'Domain Renewal', 'DNS Management', 'Website Issues', 'Database Issues'].map((text) => `<li><a href="/kb/${encodeURIComponent(text)}">${text}</a></li>`).join('')}</ul>`,
    ),
  ],
  [
    "a registrar's page",
    page(
      'Domains',
      `<h1>Domains</h1><form><label>Domain <input name="q"></label><button>Search</button></form><button>Domain Transfer</button><button>Domain Renewal</button><button>Purchase a Domain</button><a href="/dns">DNS Management</a><select><option>Select…</option><option>Domain</option><option>Hosting</option></select>`,
    ),
  ],
  [
    "another company's contact form",
    page(
      'Contact us',
      `<form><label>Name <input></label><label>Email <input></label><label>Department <select><option>Please select</option><option>Sales</option><option>Billing</option><option>Technical Support</option><option>Other</option></select></label><label>Message <textarea></textarea></label><button>Send</button></form>`,
    ),
  ],
  [
    'a sign-up for hosting',
    page(
      'Sign up',
      `<form><label>Name <input></label><label>E-mail <input></label><label>Password <input type="password"></label><label>Hosting Package <select><option>Select package…</option><option>Shared</option><option>VPS</option><option>Domain</option></select></label><label>Address <input></label><label>City <input></label><label>Card number <input></label><button>Create account</button></form>`,
    ),
  ],
  [
    'a mail settings page',
    page(
      'Settings',
      `<h1>Email</h1><label><input type="checkbox"> Spam</label><label><input type="checkbox"> Marketing/SEO</label><label><input type="radio" name="a"> SSL</label><label><input type="radio" name="a"> Other</label><button>Password Reset</button><button>New Account</button>`,
    ),
  ],
  [
    'a price list',
    page(
      'Plans',
      `<table><tr><th>Shared</th><th>VPS</th><th>Dedicated</th><th>Reseller</th></tr><tr><td>cPanel</td><td>WHM</td><td>Windows</td><td>SSL</td></tr></table><a href="#buy">Sales</a><p>Domains</p>`,
    ),
  ],
]
