/** The one place where the extension's own pages and worker get the browser's API from. */
import browser from 'webextension-polyfill'

export { browser }
