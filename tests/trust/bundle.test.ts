import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { violations } from './support/syntax'
import { READ_ATTRIBUTES } from './support/syntax-rules'

const BUNDLES = ['dist/chrome/content.js', 'dist/firefox/content.js']

/** What a careless or bought change could add. Each stands inside the bundle's own function, with the page at hand. */
const SEEDS: readonly string[] = [
  'touched.value',
  'const { value } = touched',
  'touched["value"]',
  'touched["val" + "ue"]',
  'const key = "value"; touched[key]',
  'touched.defaultValue',
  'touched.selectionStart',
  'new FormData(touched)',
  'touched.cloneNode(true)',
  'touched.outerHTML',
  'touched.innerHTML = touched.id',
  'touched.insertAdjacentHTML("beforeend", touched.id)',
  'document.write("x")',
  'touched.getAttribute("value")',
  'touched.attributes',
  'touched.matches(`[value^="a"]`)',
  'const text = touched.textContent',
  'touched.innerText',
  'eval("1")',
  'new Function("return 1")()',
  '(() => 1).constructor("return 1")()',
  'setTimeout("x()", 1)',
  'import("./more.js")',
  'fetch("/x")',
  'globalThis.fetch("/x")',
  'globalThis["fetch"]("/x")',
  'const { fetch } = globalThis',
  'new XMLHttpRequest()',
  'new WebSocket("wss://example.com")',
  'navigator.sendBeacon("/x")',
  'new Image().src = "/x"',
  'document.createElement("img")',
  'document.createElement("scr" + "ipt")',
  'make("img", "")',
  'const other = make; other("script", "")',
  'console.log("x")',
  'window.postMessage("x", "*")',
  'document.defaultView.postMessage("x", "*")',
  'localStorage.setItem("a", "b")',
  'document.cookie',
  'document.addEventListener("keydown", () => 1)',
  'document.addEventListener("keypress", () => 1)',
  'document.addEventListener("pa" + "ste", () => 1)',
  'document.onkeyup = () => 1',
  'chrome.runtime.sendMessage("x")',
  'pageBrowser().runtime.sendMessage(touched.id)',
  'document.addEventListener("keyup", () => 1)',
  'const handle = document.body; document.body.addEventListener("keydown", () => 1)',
  'const { length: key } = touched.id; touched[key]',
  'new (class extends EventTarget {})()',
  'const { [touched.id]: secret } = touched',
  'touched.form.submit()',
  'const place = "https://example.com/"',
  'touched.validationMessage',
  'touched.validity.patternMismatch',
  'touched.checkValidity()',
  'touched.setAttribute("pattern", "a.*")',
  'touched.pattern = "a.*"',
  'touched.matches(":invalid")',
  'touched.toggleAttribute("required")',
  'const write = touched.setAttribute',
  'touched.scrollWidth',
  'touched.dataset.secret',
  'attribute(touched, "value")',
  'attribute(touched, "data-secret")',
  'attribute(touched, touched.id)',
  'touched.firstChild.nodeValue',
  'touched.firstChild.wholeText',
]

const seeded = (source: string, seed: string) =>
  source.replace(/\}\)\(\);\s*$/, `  function added(touched) { ${seed} }\n  added(document.body);\n})();\n`)

describe('the script in the form’s page, as it is built', () => {
  const source = readFileSync(BUNDLES[0] as string, 'utf8')

  it.each(BUNDLES)('does nothing in %s that it must not do', (file) => {
    expect(violations(readFileSync(file, 'utf8'))).toEqual([])
  })

  it.each(SEEDS)('would be refused with `%s` in it', (seed) => {
    const changed = seeded(source, seed)
    expect(changed).not.toBe(source)
    expect(violations(changed)).not.toEqual([])
  })
})

describe('the attributes that are read', () => {
  it('are a list in which nothing is that a person types', () => {
    expect(READ_ATTRIBUTES.size).toBeGreaterThan(10)
    expect([...READ_ATTRIBUTES].filter((name) => /value|^data|text/.test(name))).toEqual([])
  })
})
