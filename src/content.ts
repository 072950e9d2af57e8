import { form, words } from 'form:hostgator-chat'
import { languages, locales } from 'locales:page'
import { lexicon } from './form/lexicon'
import { runGuide } from './guide'
import { blind } from './page/blind'
import { languagesFrom } from './page-texts'
import { pageBrowser } from './shared/page-browser'

const browser = blind() ? pageBrowser() : undefined
const [first] = Object.values(locales)
if (browser && first) {
  void runGuide(document, lexicon(form, words), languagesFrom(languages, first, browser), browser)
}
