import { calm } from '../page/calm'

/** Make an element with a class and a text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text) element.textContent = text
  return element
}

/** Make a button that answers people only: what the page's scripts do to it does nothing. */
export function makeButton(className: string, text: string, pressed: () => void): HTMLButtonElement {
  const button = make('button', className, text)
  button.type = 'button'
  const clicked = (event: Event) => {
    if (event.isTrusted) pressed()
  }
  button.addEventListener('click', calm(clicked))
  return button
}
