import { locales } from 'locales:page'
import type { Form } from './form/form'
import hostgatorChat from './form/hostgator-chat.json'
import { runGuide } from './guide'
import { blind } from './page/blind'
import { whenSettled } from './page/settled'
import { pageBrowser } from './shared/page-browser'

const browser = blind() ? pageBrowser() : undefined
if (browser) {
  const run = () => runGuide(document, hostgatorChat as Form, locales, browser)
  // A page can make even the waiting fail.
  void whenSettled(document).then(run, run)
}
