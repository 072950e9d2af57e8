/** A page or a frame of Chromium or Firefox. */
interface Evaluates {
  evaluate<T>(run: () => T | Promise<T>): Promise<T>
}

/**
 * All nodes of a page, open shadow roots and what is typed and chosen included, as one text. Left out is what the guide may
 * write: its own elements under `<html>`, the meaning in the label of a native option, a description of a control.
 */
export function treeOf(page: Evaluates): Promise<string> {
  return page.evaluate(() => {
    const CONTROL = `input, select, textarea, button, [role=combobox], [role=button], [role=textbox], [role=searchbox],
      [tabindex]:not([role=option], [role=menuitem], [role=treeitem], li)`
    // Lit and select2 write random numbers.
    const same = (text: string) => text.replace(/lit\$\d+\$|select2-data-[\w-]+|(?<=-result)-\w{4}/g, '')
    const attribute = (element: Element, { name, value }: Attr) => {
      if (name === 'aria-description' && element.matches(CONTROL)) return []
      const isOption = element.localName === 'option'
      if (name !== 'label' || !(isOption || element.localName === 'optgroup')) return [` ${name}="${value}"`]
      const [english] = value.split(' — ')
      return isOption && english === (element as HTMLOptionElement).text ? [] : [` label="${english}"`]
    }
    const state = (element: Element) => {
      if (element instanceof HTMLInputElement) return ` value:${element.value} checked:${element.checked}`
      if (element instanceof HTMLSelectElement) return ` chosen:${element.selectedIndex}`
      return ''
    }
    const lines: string[] = []
    const visit = (node: Node, depth: number) => {
      const isOurs = /^guia-/.test((node as Element).localName ?? '') && node.parentNode === document.documentElement
      if (isOurs) return
      const start = ' '.repeat(depth)
      if (node instanceof Element) {
        const attributes = [...node.attributes].flatMap((one) => attribute(node, one)).join('')
        lines.push(same(`${start}<${node.localName}${attributes}>${state(node)}`))
        if (node.shadowRoot) {
          lines.push(`${start} #shadow`)
          for (const child of node.shadowRoot.childNodes) visit(child, depth + 2)
        }
      } else lines.push(same(`${start}${node.nodeName} ${JSON.stringify(node.nodeValue)}`))
      for (const child of node.childNodes) visit(child, depth + 1)
    }
    visit(document.documentElement, 0)
    return lines.join('\n')
  })
}

/** Where two texts begin to differ, in words; null if they are the same. */
export function difference(ours: string, plain: string): string | null {
  if (ours === plain) return null
  let at = 0
  while (ours[at] === plain[at]) at++
  return `differs: …${ours.slice(Math.max(0, at - 90), at + 90)}… against …${plain.slice(at, at + 90)}…`
}
