/** A part of the popup, by its id. */
export const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T

/** Show a part, or hide it. */
export const show = (id: string, visible: boolean) => {
  element(id).hidden = !visible
}

/** Say something in a part. Only what has changed is written, so that a screen reader is not told the same twice. */
export const say = (id: string, text: string) => {
  if (element(id).textContent !== text) element(id).textContent = text
}
