import * as en from '../locales/en.json'
import * as es from '../locales/es.json'
import type { Form } from './form/form'
import hostgatorChat from './form/hostgator-chat.json'
import { runGuide } from './guide'
import { blind } from './page/blind'
import { whenSettled } from './page/settled'
import { pageBrowser } from './shared/page-browser'

const browser = blind() ? pageBrowser() : undefined
const locales = {
  es: {
    form: es.form,
    note: es.note,
    step: es.step,
    part: es.part,
    state: es.state,
    companion: es.companion,
    way: es.way,
    prepare: es.prepare,
  },
  en: {
    form: en.form,
    note: en.note,
    step: en.step,
    part: en.part,
    state: en.state,
    companion: en.companion,
    way: en.way,
    prepare: en.prepare,
  },
}
if (browser) void whenSettled(document).then(() => runGuide(document, hostgatorChat as Form, locales, browser))
