// A copy of the form for the demonstration and the pictures, served at the production address.
import { readFile } from 'node:fs/promises'

/** The copy of the form: the practice form's three stages, in a page of their own without the extension's. */
export async function copyOfTheForm() {
  const html = await readFile(new URL('../src/practice/practice.html', import.meta.url), 'utf8')
  const practised = html.slice(html.indexOf('<div data-stage="customer"'), html.indexOf('<p id="finished"'))
  // What the practice page says about its button is not the form's.
  const sheet = practised.replace(/ aria-describedby="send"|<p [^>]*data-text[^>]*><\/p>/g, '')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Live Chat</title>
    <style>body{font:16px/1.5 Arial,sans-serif;margin:32px;max-width:820px}label{display:block;margin-top:16px}
    input,select,button{font:inherit;padding:6px 10px}input{width:280px}form button{display:block;margin-top:24px}
    .buttons{display:flex;gap:180px;padding-bottom:80px}[hidden]{display:none}</style></head>
    <body><h1>Live Chat</h1><div>${sheet}</div>
    <script>for(const part of document.querySelectorAll('[data-stage]')){const show=(stage)=>{for(const other of document.querySelectorAll('[data-stage]'))other.hidden=other.dataset.stage!==stage}
    part.addEventListener('submit',(event)=>{event.preventDefault();show(part.dataset.next)})
    for(const button of part.querySelectorAll('[data-next]'))button.addEventListener('click',()=>show(button.dataset.next))}</script></body></html>`
}
