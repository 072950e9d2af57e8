// What nobody who puts notes into a page can do with less: a walk, and a note with a style of its own after each text.

/** Put a bare note after each text below an element. It stands for itself: its source is run in pages, too. */
export function putBareNotes(root) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.note { display: inline-block; padding: 1px 6px; border: 1px solid; font: 14px sans-serif }')
  const span = (name, text) => {
    const element = document.createElement('span')
    element.className = name
    element.textContent = text
    return element
  }
  const note = () => {
    const host = document.createElement('x-note')
    const shadow = host.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [sheet]
    const view = span('note', '')
    view.append(span('label', 'Lo que significa'))
    shadow.append(view)
    return host
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (text.data.trim()) texts.push(text)
  for (const text of texts) text.after(note())
}
