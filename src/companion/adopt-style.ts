/** Give a shadow root a style, as a sheet where the browser lets a content script have one, else as a `<style>`. */
export function adoptStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    // Firefox refuses adopted sheets across its Xray wrappers: https://bugzilla.mozilla.org/show_bug.cgi?id=1751346
    const element = document.createElement('style')
    element.textContent = css
    root.append(element)
  }
}
