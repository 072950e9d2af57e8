/** A part of the page, by its id. */
export const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T

/** Make an element with a text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

/** Make a paragraph of English, which a screen reader says as English. */
export function english(className: string, text: string): HTMLElement {
  const made = make('p', className, text)
  made.lang = 'en'
  return made
}

/** Make a group of things that is closed until it is asked for: only then its things are made. */
export function closedGroup(summary: string, draw: () => readonly Node[], open = false): HTMLDetailsElement {
  const group = make('details', 'group')
  const list = make('div', 'group-list')
  group.append(make('summary', '', summary), list)
  const fill = () => {
    if (group.open && !list.hasChildNodes()) list.append(...draw())
  }
  group.open = open
  fill()
  group.addEventListener('toggle', fill)
  return group
}
